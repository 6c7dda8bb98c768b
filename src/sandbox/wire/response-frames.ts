import { type ResponseEvent, type TextDelta, textDelta } from './events.ts';
import type { Frames } from './sse.ts';

/** The events of the Responses API have names; it sends no `[DONE]` after the last one. */
export async function* namedFrames(events: AsyncIterable<readonly ResponseEvent[]>): Frames {
  for await (const portion of events) {
    yield portion.map((event) => ({ type: event.type, data: eventJson(event) }));
  }
}

/**
 * An event as `JSON.stringify` gives it. Of a stream nearly all events are deltas of its text, and for them that would
 * take longer than all the rest of the answer.
 */
export function eventJson(event: ResponseEvent): string {
  return isPlainDelta(event) ? deltaJson(event) : JSON.stringify(event);
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
  return `{"type":"${textDelta}","content_index":${content_index},"delta":${JSON.stringify(delta)},"item_id":"${item_id}","logprobs":[],${padding}"output_index":${output_index},"sequence_number":${sequence_number}}`;
}
