import {
  argumentsDelta,
  type ResponseEvent,
  type TextDelta,
  textDelta,
  textDone,
} from './events.ts';
import { createObfuscation } from './ids.ts';
import { type FunctionCallItem, type Item, type Message, messageText } from './items.ts';
import { outputText } from './parts.ts';

/** How the items of an answer are streamed. */
export interface StreamedItems {
  /** For each item the pieces in which it is streamed: the text of a message, the arguments of a call. */
  readonly pieces: readonly (readonly string[])[];
  /** Uniform in [0, 1), for the padding of deltas; null leaves it out. */
  readonly padding: (() => number) | null;
}

type Make = (sequence_number: number) => ResponseEvent;

/** A text that is streamed: a message has one, and so has a call; the summary of reasoning has one for each paragraph. */
interface Passage {
  readonly beginning: readonly Make[];
  readonly pieces: readonly string[];
  readonly delta: (piece: string, sequence_number: number, place: number) => ResponseEvent;
  readonly end: readonly Make[];
}

/** @param index of the item in the output */
export function passagesOf(item: Item, index: number, answer: StreamedItems): readonly Passage[] {
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
  { pieces, padding }: StreamedItems,
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
  { pieces, padding }: StreamedItems,
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
  { padding }: StreamedItems,
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
