import type { ChosenLogprob } from '../token-logprobs.ts';
import { createObfuscation } from './ids.ts';
import { type FunctionCallItem, type Item, type Message, messageText } from './items.ts';
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
  let number = 0;
  const created = begun.background ? queuedResponse(begun) : begun;
  yield { type: 'response.created', response: created, sequence_number: number++ };
  if (begun.background)
    yield { type: 'response.queued', response: created, sequence_number: number++ };
  yield { type: 'response.in_progress', response: begun, sequence_number: number++ };
  for (const [index, item] of ended.output.entries()) {
    const added = { item: asBegun(item), output_index: index };
    yield { type: 'response.output_item.added', ...added, sequence_number: number++ };
    for (const { beginning, pieces, delta, end } of passagesOf(item, index, answer)) {
      for (const make of beginning) yield make(number++);
      // No generator of their own, and no iterator: of the events of an answer nearly all are these.
      for (let place = 0; place < pieces.length; place += 1) {
        yield delta(pieces[place] ?? '', number++, place);
      }
      for (const make of end) yield make(number++);
    }
    yield {
      type: 'response.output_item.done',
      item,
      output_index: index,
      sequence_number: number++,
    };
  }
  yield { type: `response.${ended.status}`, response: ended, sequence_number: number++ };
}

export const textDelta = 'response.output_text.delta';
export const textDone = 'response.output_text.done';
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

type Make = (sequence_number: number) => ResponseEvent;

/** A text that is streamed: a message has one, and so has a call; the summary of reasoning has one for each paragraph. */
interface Passage {
  readonly beginning: readonly Make[];
  readonly pieces: readonly string[];
  readonly delta: (piece: string, sequence_number: number, place: number) => ResponseEvent;
  readonly end: readonly Make[];
}

function passagesOf(item: Item, index: number, answer: StreamedAnswer): readonly Passage[] {
  switch (item.type) {
    case 'message':
      return [messagePassage(item, index, answer)];
    case 'function_call':
      return [callPassage(item, index, answer)];
    case 'reasoning':
      return item.summary.map((paragraph, place) =>
        summaryPassage(paragraph.text, { item_id: item.id, output_index: index }, place, answer),
      );
    default:
      return [];
  }
}

function messagePassage(
  message: Message,
  output_index: number,
  { pieces, padding }: StreamedAnswer,
): Passage {
  const item_id = message.id;
  const logprobs = logprobsOf(message);
  const text = messageText(message);
  const at = { content_index: 0, item_id, output_index };
  return {
    beginning: [
      (sequence_number) => {
        const part = outputText('');
        return { type: 'response.content_part.added', ...at, part, sequence_number };
      },
    ],
    pieces: pieces[output_index] ?? [],
    delta: (delta, sequence_number, place): TextDelta => ({
      type: textDelta,
      content_index: 0,
      delta,
      item_id,
      logprobs: logprobs.length > 0 ? logprobs.slice(place, place + 1) : logprobs,
      // Of these there are many, and a spread in the middle takes as long as all the rest.
      obfuscation: padding ? createObfuscation(delta, padding) : undefined,
      output_index,
      sequence_number,
    }),
    end: [
      (sequence_number) => ({
        type: textDone,
        content_index: 0,
        item_id,
        logprobs,
        output_index,
        sequence_number,
        text,
      }),
      (sequence_number) => {
        const part = outputText(text, logprobs);
        return { type: 'response.content_part.done', ...at, part, sequence_number };
      },
    ],
  };
}

function logprobsOf({ content }: Message) {
  return content.flatMap((part) => (part.type === 'output_text' ? part.logprobs : []));
}

function callPassage(
  call: FunctionCallItem,
  output_index: number,
  { pieces, padding }: StreamedAnswer,
): Passage {
  const item_id = call.id;
  return {
    beginning: [],
    pieces: pieces[output_index] ?? [],
    delta: (delta, sequence_number) => ({
      type: argumentsDelta,
      delta,
      item_id,
      ...(padding && { obfuscation: createObfuscation(delta, padding) }),
      output_index,
      sequence_number,
    }),
    end: [
      (sequence_number) => ({
        type: 'response.function_call_arguments.done',
        arguments: call.arguments,
        item_id,
        output_index,
        sequence_number,
      }),
    ],
  };
}

/** Each paragraph of a summary is a part; its deltas end where words do. */
function summaryPassage(
  text: string,
  at: { readonly item_id: string; readonly output_index: number },
  summary_index: number,
  { padding }: StreamedAnswer,
): Passage {
  const part = (type: string, said: string) => (sequence_number: number) => ({
    type,
    ...at,
    part: { type: 'summary_text', text: said },
    sequence_number,
    summary_index,
  });
  return {
    beginning: [part('response.reasoning_summary_part.added', '')],
    pieces: text.match(/\s*\S+/g) ?? [],
    delta: (delta, sequence_number) => ({
      type: 'response.reasoning_summary_text.delta',
      delta,
      item_id: at.item_id,
      ...(padding && { obfuscation: createObfuscation(delta, padding) }),
      output_index: at.output_index,
      sequence_number,
      summary_index,
    }),
    end: [
      (sequence_number) => ({
        type: 'response.reasoning_summary_text.done',
        ...at,
        sequence_number,
        summary_index,
        text,
      }),
      part('response.reasoning_summary_part.done', text),
    ],
  };
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
