import { type ResponseEvent, type StateEvent, type TextDelta, textDelta } from './events.ts';
import type { ResponseObject } from './response-object.ts';
import type { Frames } from './sse.ts';

/** Makes the JSON of a response. */
export type ResponseJson = (response: ResponseObject) => string;

/**
 * For one answer. Of the response that was told last the JSON is there already: two events tell of its beginning, and its end
 * is stored too.
 */
export function responseJson(): ResponseJson {
  let last: ResponseObject | null = null;
  let json = '';
  return (response) => {
    if (response !== last) json = JSON.stringify(response);
    last = response;
    return json;
  };
}

/** The events of the Responses API have names; it sends no `[DONE]` after the last one. */
export async function* namedFrames(
  events: AsyncIterable<readonly ResponseEvent[]>,
  toJson = responseJson(),
): Frames {
  for await (const portion of events) {
    yield portion.map((event) => ({ type: event.type, data: eventJson(event, toJson) }));
  }
}

/**
 * An event as `JSON.stringify` gives it. Of a stream nearly all events are deltas of its text, and most of the rest is the
 * response, told three times: for these that would take longer than all else about the answer.
 */
export function eventJson(event: ResponseEvent, toJson: ResponseJson): string {
  if (isPlainDelta(event)) return deltaJson(event);
  return isState(event) ? stateJson(event, toJson) : JSON.stringify(event);
}

/** A delta without log probabilities. */
function isPlainDelta(event: ResponseEvent): event is TextDelta {
  return event.type === textDelta && Array.isArray(event.logprobs) && event.logprobs.length === 0;
}

/** Only the text of a delta can have characters that JSON must escape. */
function deltaJson({
  content_index,
  delta,
  item_id,
  obfuscation,
  output_index,
  sequence_number,
}: TextDelta): string {
  const padding = obfuscation === undefined ? '' : `"obfuscation":"${obfuscation}",`;
  return `{"type":"${textDelta}","content_index":${content_index},"delta":${quoted(delta)},"item_id":"${item_id}","logprobs":[],${padding}"output_index":${output_index},"sequence_number":${sequence_number}}`;
}

/** Whatever JSON might escape: all but printable ASCII without `"` and `\\`. */
const unplain = /[^ !#-[\]-~]/;

function quoted(text: string): string {
  return unplain.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function isState(event: ResponseEvent): event is StateEvent {
  return event.response !== undefined;
}

function stateJson({ type, response, sequence_number }: StateEvent, toJson: ResponseJson): string {
  return `{"type":"${type}","response":${toJson(response)},"sequence_number":${sequence_number}}`;
}
