import type { Model } from '../usage/models.ts';
import { type Reading, readingOf } from './context-window.ts';
import { conversation, identified } from './conversation.ts';
import { checkCallsAreAnswered, functionUseOf } from './function-use.ts';
import { type Generation, generate, noGeneration } from './generation.ts';
import { dueMs, type Pace, paceOf } from './latency.ts';
import { asksForLogprobs, checkCapabilities } from './model-rules.ts';
import { reasoningItem } from './reasoning.ts';
import type { Services } from './services.ts';
import { type ChosenLogprob, tokenLogprobs } from './token-logprobs.ts';
import { usageOf } from './usage.ts';
import type { CreateResponse } from './wire/create-response.ts';
import { createCallId, createIds, type IdPrefix } from './wire/ids.ts';
import { type Item, messageText, type Reasoning, type SentItem } from './wire/items.ts';
import { outputText } from './wire/parts.ts';
import {
  begunResponse,
  endedResponse,
  namesPhases,
  type ResponseObject,
} from './wire/response-object.ts';
import { checkJsonIsAsked } from './wire/text-format.ts';

/** A request that can be answered: model, conversation and size are settled. */
export interface Question extends Reading {
  readonly request: CreateResponse;
  readonly model: Model;
  readonly items: readonly SentItem[];
}

interface Circumstances {
  /** When the request arrived, Unix milliseconds. */
  readonly arrivedAt: number;
  /** Whether an answer is asked for at all; over a WebSocket a request may only want to be read. */
  readonly generates: boolean;
}

/** An answer with all that it passes through, from the first event to the last. */
export interface Answer {
  readonly begun: ResponseObject;
  /** `completed` or `incomplete`. */
  readonly ended: ResponseObject;
  readonly inputItems: readonly Item[];
  /** For each item of the output the pieces in which it is streamed: they end where tokens end. */
  readonly pieces: readonly (readonly string[])[];
  /** How many pieces there are in all. */
  readonly deltas: number;
  readonly pace: Pace;
  /** Uniform in [0, 1), for the padding of deltas; null leaves it out. */
  readonly padding: (() => number) | null;
}

/** @throws ApiError 400 when the request, right in itself, does not fit the model or what is stored */
export function questionOf(request: CreateResponse, model: Model, services: Services): Question {
  const items = conversation(request, services.store);
  checkCallsAreAnswered(items);
  checkJsonIsAsked(request.text?.format ?? null, textsOf(items));
  checkCapabilities(request, model);
  return { request, model, items, ...readingOf(items, request, model, services) };
}

/** Most formats do not ask for them. */
function* textsOf(items: readonly SentItem[]): Generator<string> {
  for (const item of items) if (item.type === 'message') yield messageText(item);
}

export function answerTo(
  question: Question,
  { arrivedAt, generates }: Circumstances,
  services: Services,
): Answer {
  const { request, model, items, turns } = question;
  const random = services.randomness.next(askedOf(question));
  const createdAt = Math.floor(arrivedAt / 1000);
  const createId = createIds(createdAt, random);
  const begun = begunResponse(request, model, { id: createId('resp'), createdAt });
  const inputItems = identified(items, createId);
  const generation = generates ? generationOf(question, random, services) : noGeneration;
  const deltas = generation.output.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const pace = paceOf(services.latency, deltas, random);
  const retention = request.prompt_cache_retention;
  const think = (tokens: number) =>
    reasoningItem({ model, turns, tokens, summary: begun.reasoning.summary }, (text) =>
      services.seal.close('reasoning', text, random),
    );
  const logprobs = (pieces: readonly string[]) =>
    asksForLogprobs(request) ? tokenLogprobs(pieces, request.top_logprobs ?? 0, random) : [];
  const written = itemsOf(generation, { model, createId, random, think, logprobs });
  const ended = endedResponse(begun, {
    output: written.map(({ item }) => item),
    usage: usageOf({ retention, ...question }, generation, services.promptCache),
    ...(generation.cut ? cutOff : completed(arrivedAt + dueMs(pace, deltas - 1))),
  });
  const padding = (request.stream_options?.include_obfuscation ?? true) ? random : null;
  const pieces = written.map((each) => each.pieces);
  return {
    begun,
    ended,
    inputItems,
    pieces,
    deltas,
    pace,
    padding,
  };
}

/**
 * What makes two requests the same. Ids hold the time, so the request's own text would make each run a new request: what it
 * asks does not.
 */
function askedOf({ request, model, turns }: Question): string {
  const { temperature, topP } = samplingOf(request);
  let asked = `${model.id} ${temperature} ${topP}`;
  for (const { role, text, images } of turns) {
    // The length keeps a text from passing for two.
    asked += ` ${role} ${text.length} ${text} ${images ? JSON.stringify(images) : ''}`;
  }
  return asked;
}

function samplingOf({ temperature, top_p }: CreateResponse) {
  return { temperature: temperature ?? 1, topP: top_p ?? 1 };
}

function generationOf(
  { request, model, items, turns }: Question,
  random: () => number,
  { answer, tokenizer }: Services,
): Generation {
  const task = {
    turns,
    ...samplingOf(request),
    random,
    effort: model.reasoning ? (request.reasoning?.effort ?? model.defaultEffort) : null,
    cap: request.max_output_tokens,
    stop: [],
    format: request.text?.format ?? ({ type: 'text' } as const),
    functions: functionUseOf(request, items),
  };
  return generate(task, answer, tokenizer);
}

const cutOff = {
  status: 'incomplete',
  incomplete_details: { reason: 'max_output_tokens' },
} as const;

/** @param at Unix milliseconds */
function completed(at: number) {
  return { status: 'completed', completed_at: Math.floor(at / 1000) } as const;
}

/** An item of the output, with the pieces in which it is streamed. */
interface Written {
  readonly item: Item;
  readonly pieces: readonly string[];
}

interface Making {
  readonly model: Model;
  readonly createId: (prefix: IdPrefix) => string;
  readonly random: () => number;
  readonly think: (tokens: number) => Omit<Reasoning, 'id'>;
  readonly logprobs: (pieces: readonly string[]) => readonly ChosenLogprob[];
}

function itemsOf(
  { reasoningTokens, output, cut }: Generation,
  { model, createId, random, think, logprobs }: Making,
): Written[] {
  const written: Written[] = [];
  if (reasoningTokens > 0) {
    written.push({ item: { id: createId('rs'), ...think(reasoningTokens) }, pieces: [] });
  }
  for (const spoken of output) {
    const { text, pieces } = spoken;
    const status = cut && spoken === output.at(-1) ? 'incomplete' : 'completed';
    if (spoken.kind === 'call') {
      const call_id = createCallId(random);
      const { name } = spoken;
      const id = createId('fc');
      const item = { id, type: 'function_call', status, arguments: text, call_id, name } as const;
      written.push({ item, pieces });
    } else {
      const phase = namesPhases(model) ? ({ phase: 'final_answer' } as const) : {};
      const [id, content] = [createId('msg'), [outputText(text, logprobs(pieces))]];
      const item = { id, type: 'message', status, content, ...phase, role: 'assistant' } as const;
      written.push({ item, pieces });
    }
  }
  return written;
}
