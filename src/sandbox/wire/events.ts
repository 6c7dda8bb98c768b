import type { ChosenLogprob } from '../token-logprobs.ts';
import { createObfuscation } from './ids.ts';
import {
  type FunctionCallItem,
  type Item,
  type Message,
  messageText,
  type Reasoning,
} from './items.ts';
import { outputText, type Part } from './parts.ts';
import { queuedResponse, type ResponseObject } from './response-object.ts';

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

export interface StreamedAnswer {
  readonly begun: ResponseObject;
  /** Finished or cut off; its items are what the events tell bit by bit. */
  readonly ended: ResponseObject;
  /** For each item the pieces in which it is streamed: the text of a message, the arguments of a call. */
  readonly pieces: readonly (readonly string[])[];
  /** Uniform in [0, 1), for the padding of deltas; null leaves it out. */
  readonly padding: (() => number) | null;
}

/** The events of a whole answer, in the order and with the numbering of the API (recorded in 2026). */
export function* responseEvents(answer: StreamedAnswer): Generator<ResponseEvent> {
  const { begun, ended } = answer;
  const next = sequence();
  const created = begun.background ? queuedResponse(begun) : begun;
  yield { type: 'response.created', response: created, sequence_number: next() };
  if (begun.background)
    yield { type: 'response.queued', response: created, sequence_number: next() };
  yield { type: 'response.in_progress', response: begun, sequence_number: next() };
  for (const [index, item] of ended.output.entries()) {
    const added = { item: asBegun(item), output_index: index };
    yield { type: 'response.output_item.added', ...added, sequence_number: next() };
    if (item.type === 'message') yield* messageEvents(item, index, answer, next);
    if (item.type === 'function_call') yield* callEvents(item, index, answer, next);
    if (item.type === 'reasoning') yield* summaryEvents(item, index, answer, next);
    yield { type: 'response.output_item.done', item, output_index: index, sequence_number: next() };
  }
  yield { type: `response.${ended.status}`, response: ended, sequence_number: next() };
}

export const textDelta = 'response.output_text.delta';
const argumentsDelta = 'response.function_call_arguments.delta';

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

/** Gives the next `sequence_number`. */
type Next = () => number;

function sequence(): Next {
  let number = 0;
  return () => number++;
}

function* messageEvents(
  message: Message,
  output_index: number,
  { pieces, padding }: StreamedAnswer,
  next: Next,
): Generator<ResponseEvent> {
  const at = { content_index: 0, item_id: message.id };
  const part = (type: string, said: Part) => {
    return { type, ...at, output_index, part: said, sequence_number: next() };
  };
  yield part('response.content_part.added', outputText(''));
  const logprobs = logprobsOf(message);
  for (const [place, delta] of (pieces[output_index] ?? []).entries()) {
    const event: TextDelta = {
      type: textDelta,
      content_index: at.content_index,
      delta,
      item_id: at.item_id,
      logprobs: logprobs.slice(place, place + 1),
      // Of these there are many, and a spread in the middle takes as long as all the rest.
      obfuscation: padding ? createObfuscation(delta, padding) : undefined,
      output_index,
      sequence_number: next(),
    };
    yield event;
  }
  const text = messageText(message);
  yield {
    type: 'response.output_text.done',
    ...at,
    logprobs,
    output_index,
    sequence_number: next(),
    text,
  };
  const said = outputText(text, logprobs);
  yield part('response.content_part.done', said);
}

function logprobsOf({ content }: Message) {
  return content.flatMap((part) => (part.type === 'output_text' ? part.logprobs : []));
}

function* callEvents(
  call: FunctionCallItem,
  output_index: number,
  { pieces, padding }: StreamedAnswer,
  next: Next,
): Generator<ResponseEvent> {
  const item_id = call.id;
  for (const delta of pieces[output_index] ?? []) {
    yield {
      type: argumentsDelta,
      delta,
      item_id,
      ...(padding && { obfuscation: createObfuscation(delta, padding) }),
      output_index,
      sequence_number: next(),
    };
  }
  yield {
    type: 'response.function_call_arguments.done',
    arguments: call.arguments,
    item_id,
    output_index,
    sequence_number: next(),
  };
}

/** Each paragraph of a summary is a part; its deltas end where words do. */
function* summaryEvents(
  reasoning: Reasoning,
  output_index: number,
  { padding }: StreamedAnswer,
  next: Next,
): Generator<ResponseEvent> {
  const item_id = reasoning.id;
  for (const [summary_index, { text }] of reasoning.summary.entries()) {
    const part = (said: string) => ({
      item_id,
      output_index,
      part: { type: 'summary_text', text: said },
      sequence_number: next(),
      summary_index,
    });
    yield { type: 'response.reasoning_summary_part.added', ...part('') };
    for (const delta of text.match(/\s*\S+/g) ?? []) {
      yield {
        type: 'response.reasoning_summary_text.delta',
        delta,
        item_id,
        ...(padding && { obfuscation: createObfuscation(delta, padding) }),
        output_index,
        sequence_number: next(),
        summary_index,
      };
    }
    const done = { type: 'response.reasoning_summary_text.done', item_id, output_index };
    yield { ...done, sequence_number: next(), summary_index, text };
    yield { type: 'response.reasoning_summary_part.done', ...part(text) };
  }
}

/** As `response.output_item.added` shows it: what is encrypted is not there yet. */
function asBegun(item: Item): Item {
  switch (item.type) {
    case 'message':
      return { ...item, status: 'in_progress', content: [] };
    case 'reasoning':
      return { ...item, encrypted_content: '', summary: [] };
    case 'function_call':
      return { ...item, status: 'in_progress', arguments: '' };
    default:
      return item;
  }
}
