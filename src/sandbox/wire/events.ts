import type { ChosenLogprob } from '../token-logprobs.ts';
import type { Item } from './items.ts';
import type { Part } from './parts.ts';
import type { ResponseObject } from './response-object.ts';

/** One server-sent event of a response; its keys stand in the recorded order. */
export interface ResponseEvent {
  readonly type: string;
  /** From 0, without gaps. */
  readonly sequence_number: number;
  readonly [field: string]: unknown;
}

/** Tells how the whole response stands. */
export interface StateEvent extends ResponseEvent {
  readonly response: ResponseObject;
}

/** A piece of the text of a message. */
export interface TextDelta extends ResponseEvent {
  readonly type: typeof textDelta;
  readonly content_index: number;
  readonly delta: string;
  readonly item_id: string;
  readonly logprobs: readonly ChosenLogprob[];
  /** undefined, so absent from the JSON, without padding. */
  readonly obfuscation: string | undefined;
  readonly output_index: number;
}

/** The whole text of a message. */
export interface TextEvent extends ResponseEvent {
  readonly type: typeof textDone;
  readonly content_index: number;
  readonly item_id: string;
  readonly logprobs: readonly ChosenLogprob[];
  readonly output_index: number;
  readonly text: string;
}

/** An item begins or is done. */
export interface ItemEvent extends ResponseEvent {
  readonly item: Item;
  readonly output_index: number;
}

/** A part of a message begins or is done. */
export interface PartEvent extends ResponseEvent {
  readonly content_index: number;
  readonly item_id: string;
  readonly output_index: number;
  readonly part: Part;
}

export const textDelta = 'response.output_text.delta';
export const textDone = 'response.output_text.done';
export const argumentsDelta = 'response.function_call_arguments.delta';

/** Whether the event brings a token of the answer: of its text, or of the arguments of a call. */
export function isTextDelta({ type }: ResponseEvent): boolean {
  return type === textDelta || type === argumentsDelta;
}

const terminalTypes: ReadonlySet<string> = new Set([
  'response.completed',
  'response.incomplete',
  'response.failed',
]);

/** Whether nothing follows this event. */
export function isTerminal({ type }: Pick<ResponseEvent, 'type'>): boolean {
  return terminalTypes.has(type);
}

/** The end of an answer that fails in the place of `event`. */
export function failureInstead(event: ResponseEvent, failed: ResponseObject): StateEvent {
  const { sequence_number } = event;
  return { type: 'response.failed', response: failed, sequence_number };
}
