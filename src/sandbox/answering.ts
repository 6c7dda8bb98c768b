import type { Model } from '../usage/models.ts';
import { type Reading, readingOf } from './context-window.ts';
import { conversation, identified } from './conversation.ts';
import { type Generation, generate, noGeneration } from './generation.ts';
import { dueMs, type Pace, paceOf } from './latency.ts';
import { checkCapabilities } from './model-rules.ts';
import { reasoningItem } from './reasoning.ts';
import type { Services } from './services.ts';
import { usageOf } from './usage.ts';
import type { CreateResponse } from './wire/create-response.ts';
import { createIds, type IdPrefix } from './wire/ids.ts';
import { type Item, outputText, type Reasoning, type SentItem } from './wire/items.ts';
import {
  begunResponse,
  endedResponse,
  namesPhases,
  type ResponseObject,
} from './wire/response-object.ts';

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
  /** What it is if the fail script lets it fail. */
  readonly failed: ResponseObject;
  readonly inputItems: readonly Item[];
  /** The text in pieces that end where tokens end; none when reasoning used up the cap. */
  readonly pieces: readonly string[];
  readonly pace: Pace;
  /** Uniform in [0, 1), for the padding of deltas; null leaves it out. */
  readonly padding: (() => number) | null;
}

/** @throws ApiError 400 when the request, right in itself, does not fit the model or what is stored */
export function questionOf(request: CreateResponse, model: Model, services: Services): Question {
  const items = conversation(request, services.store);
  checkCapabilities(request, model);
  return { request, model, items, ...readingOf(items, request, model, services) };
}

export function answerTo(
  question: Question,
  { arrivedAt, generates }: Circumstances,
  services: Services,
): Answer {
  const { request, model, items, turns } = question;
  const sampling = { temperature: request.temperature ?? 1, topP: request.top_p ?? 1 };
  // Ids hold the time, so the request's own text would make each run a new request: what it asks does not.
  const random = services.randomness.next(JSON.stringify([model.id, turns, sampling]));
  const createdAt = Math.floor(arrivedAt / 1000);
  const createId = createIds(createdAt, random);
  const begun = begunResponse(request, model, { id: createId('resp'), createdAt });
  const inputItems = identified(items, createId);
  const effort = model.reasoning ? (request.reasoning?.effort ?? model.defaultEffort) : null;
  const asked = { turns, ...sampling, random, effort, cap: request.max_output_tokens };
  const generation = generates
    ? generate(asked, services.answer, services.tokenizer)
    : noGeneration;
  const pieces = generation.pieces ?? [];
  const pace = paceOf(services.latency, pieces.length, random);
  const retention = request.prompt_cache_retention;
  const think = (tokens: number) =>
    reasoningItem({ model, turns, tokens, summary: begun.reasoning.summary }, (text) =>
      services.seal.close('reasoning', text, random),
    );
  const ended = endedResponse(begun, {
    ...(generation.cut ? cutOff : completed(arrivedAt + dueMs(pace, pieces.length - 1))),
    output: outputOf(generation, model, createId, think),
    usage: usageOf({ ...question, retention }, generation, services.promptCache),
  });
  const padding = (request.stream_options?.include_obfuscation ?? true) ? random : null;
  return { begun, ended, failed: failureOf(begun), inputItems, pieces, pace, padding };
}

const cutOff = {
  status: 'incomplete',
  incomplete_details: { reason: 'max_output_tokens' },
} as const;

/** @param at Unix milliseconds */
function completed(at: number) {
  return { status: 'completed', completed_at: Math.floor(at / 1000) } as const;
}

function outputOf(
  { reasoningTokens, pieces, cut }: Generation,
  model: Model,
  createId: (prefix: IdPrefix) => string,
  think: (tokens: number) => Omit<Reasoning, 'id'>,
): Item[] {
  const items: Item[] = [];
  if (reasoningTokens > 0) items.push({ id: createId('rs'), ...think(reasoningTokens) });
  if (pieces !== null) {
    items.push({
      id: createId('msg'),
      type: 'message',
      status: cut ? 'incomplete' : 'completed',
      content: [outputText(pieces.join(''))],
      ...(namesPhases(model) && { phase: 'final_answer' }),
      role: 'assistant',
    });
  }
  return items;
}

function failureOf(begun: ResponseObject): ResponseObject {
  const message =
    'The server had an error while processing your request. Sorry about that! (Simulated: the fail script asked for it.)';
  return endedResponse(begun, { status: 'failed', error: { code: 'server_error', message } });
}
