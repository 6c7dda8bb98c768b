import {
  type ItemEvent,
  type PartEvent,
  type ResponseEvent,
  type StateEvent,
  type TextDelta,
  type TextEvent,
  textDelta,
  textDone,
} from './events.ts';
import { itemJson, partJson, textJson } from './item-json.ts';
import { escaped } from './json-text.ts';
import { responseJson } from './response-json.ts';
import type { ResponseObject } from './response-object.ts';
import type { Frames } from './sse.ts';

/** The events of the Responses API have names; it sends no `[DONE]` after the last one. */
export async function* namedFrames(
  events: AsyncIterable<readonly ResponseEvent[]>,
  json = new EventJson(),
): Frames {
  for await (const portion of events) {
    yield portion.map((event) => ({ type: event.type, data: json.of(event) }));
  }
}

/**
 * The events of one answer as `JSON.stringify` gives them. Nearly all of them are deltas of its text, and most of the rest
 * is the response, told three times: for these that would take longer than all else about the answer.
 */
export class EventJson {
  #told: { readonly response: ResponseObject; readonly json: string } | null = null;
  #frame: DeltaFrame | null = null;

  of(event: ResponseEvent): string {
    if (isPlainDelta(event)) return this.#ofDelta(event);
    if (isState(event)) return this.#ofState(event);
    if (isOfItem(event)) return itemEventJson(event);
    if (isOfPart(event)) return partEventJson(event);
    return isPlainText(event) ? textEventJson(event) : JSON.stringify(event);
  }

  /** Of the response that was told last it is there already: two events tell of its beginning, and its end is stored too. */
  ofResponse(response: ResponseObject): string {
    if (this.#told?.response !== response) {
      this.#told = { response, json: responseJson(response) };
    }
    return this.#told.json;
  }

  #ofState({ type, response, sequence_number }: StateEvent): string {
    const json = this.ofResponse(response);
    return `{"type":"${type}","response":${json},"sequence_number":${sequence_number}}`;
  }

  #ofDelta(delta: TextDelta): string {
    if (this.#frame === null || !fits(this.#frame, delta)) this.#frame = frameOf(delta);
    const { before, between, after } = this.#frame;
    return `${before}${escaped(delta.delta)}${between}${delta.obfuscation ?? ''}${after}${delta.sequence_number}}`;
  }
}

/** A delta without log probabilities. */
function isPlainDelta(event: ResponseEvent): event is TextDelta {
  return event.type === textDelta && Array.isArray(event.logprobs) && event.logprobs.length === 0;
}

function isState(event: ResponseEvent): event is StateEvent {
  return event.response !== undefined;
}

function isOfItem(event: ResponseEvent): event is ItemEvent {
  return event.item !== undefined;
}

/** Parts of a summary are other ones. */
function isOfPart(event: ResponseEvent): event is PartEvent {
  return event.part !== undefined && event.content_index !== undefined;
}

/** A whole text without log probabilities. */
function isPlainText(event: ResponseEvent): event is TextEvent {
  return event.type === textDone && Array.isArray(event.logprobs) && event.logprobs.length === 0;
}

function itemEventJson({ type, item, output_index, sequence_number }: ItemEvent): string {
  return `{"type":"${type}","item":${itemJson(item)},"output_index":${output_index},"sequence_number":${sequence_number}}`;
}

function partEventJson(event: PartEvent): string {
  const { type, content_index, item_id, output_index, part, sequence_number } = event;
  return `{"type":"${type}","content_index":${content_index},"item_id":"${item_id}","output_index":${output_index},"part":${partJson(part)},"sequence_number":${sequence_number}}`;
}

function textEventJson(event: TextEvent): string {
  const { type, content_index, item_id, output_index, sequence_number, text } = event;
  return `{"type":"${type}","content_index":${content_index},"item_id":"${item_id}","logprobs":[],"output_index":${output_index},"sequence_number":${sequence_number},"text":"${textJson(text)}"}`;
}

/** What is the same in the JSON of all deltas of a text: in pieces this large it takes half of the time. */
interface DeltaFrame {
  readonly of: TextDelta;
  /** The delta itself. */
  readonly before: string;
  /** Delta and padding. */
  readonly between: string;
  /** The padding; its `sequence_number` comes then. */
  readonly after: string;
}

function frameOf(delta: TextDelta): DeltaFrame {
  const { content_index, item_id, obfuscation, output_index } = delta;
  const [opening, closing] = obfuscation === undefined ? ['', ''] : [',"obfuscation":"', '"'];
  return {
    of: delta,
    before: `{"type":"${textDelta}","content_index":${content_index},"delta":"`,
    between: `","item_id":"${item_id}","logprobs":[]${opening}`,
    after: `${closing},"output_index":${output_index},"sequence_number":`,
  };
}

function fits({ of }: DeltaFrame, delta: TextDelta): boolean {
  return (
    of.item_id === delta.item_id &&
    of.output_index === delta.output_index &&
    of.content_index === delta.content_index &&
    (of.obfuscation === undefined) === (delta.obfuscation === undefined)
  );
}
