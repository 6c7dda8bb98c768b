import { hash } from 'node:crypto';
import type { Model } from '../usage/models.ts';
import { checkChatCapabilities } from './chat-rules.ts';
import type { Reading } from './context-window.ts';
import { countTurns, prefaceOf, turnsOf } from './conversation.ts';
import { functionUseOf } from './function-use.ts';
import { type Generation, generate } from './generation.ts';
import { type Pace, paceOf } from './latency.ts';
import { recentModel } from './model-rules.ts';
import type { Services } from './services.ts';
import { tokenLogprobs } from './token-logprobs.ts';
import { usageOf } from './usage.ts';
import { type ChatUsage, type Choice, chatUsage, type Heading } from './wire/chat-completion.ts';
import type { CreateChatCompletion } from './wire/create-chat-completion.ts';
import { ApiError } from './wire/errors.ts';
import { createCallId, createChatCompletionId } from './wire/ids.ts';

/** A request that can be answered: model, conversation and size are settled. */
export interface ChatQuestion extends Reading {
  readonly request: CreateChatCompletion;
  readonly model: Model;
}

export interface ChatAnswer {
  readonly heading: Heading;
  readonly choices: readonly Choice[];
  readonly usage: ChatUsage;
  /** Tokens of the longest choice: all choices come at the same time. */
  readonly length: number;
  readonly pace: Pace;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** @throws ApiError 400 when the request, right in itself, does not fit the model */
export function chatQuestionOf(
  request: CreateChatCompletion,
  model: Model,
  { seal, tokenizer }: Services,
): ChatQuestion {
  checkChatCapabilities(request, model);
  const { messages, tools, response_format: format } = request;
  const preface = prefaceOf({ instructions: null, tools, text: { format } });
  const turns = [...preface, ...turnsOf(messages, { model, seal })];
  const inputTokens = countTurns(turns, tokenizer);
  checkSize(inputTokens, model);
  return { request, model, turns, inputTokens };
}

/** The most that may be answered: both parameters say it, never together. */
export function capOf({ max_completion_tokens, max_tokens }: CreateChatCompletion): number | null {
  return max_completion_tokens ?? max_tokens;
}

/** @param arrivedAt when the request arrived, Unix milliseconds */
export function chatAnswerTo(
  question: ChatQuestion,
  arrivedAt: number,
  services: Services,
): ChatAnswer {
  const { request, model, turns } = question;
  const sampling = { temperature: request.temperature ?? 1, topP: request.top_p ?? 1 };
  const asked = JSON.stringify([model.id, turns, sampling, request.seed]);
  const random = services.randomness.next(asked);
  const heading = headingOf(question, createChatCompletionId(random), arrivedAt);
  const task = {
    turns,
    ...sampling,
    random: request.seed === null ? random : services.randomness.repeatable(asked),
    effort: model.reasoning ? (request.reasoning_effort ?? model.defaultEffort) : null,
    cap: capOf(request),
    stop: request.stop ?? [],
    format: request.response_format ?? ({ type: 'text' } as const),
    functions: functionUseOf(request, request.messages),
  };
  const generations = Array.from({ length: request.n ?? 1 }, () =>
    generate(task, services.answer, services.tokenizer),
  );
  const choices = generations.map((each, index) => choiceOf(each, index, question, random));
  const length = Math.max(...choices.map(lengthOf));
  const pace = paceOf(services.latency, length, random);
  const read = { ...question, retention: request.prompt_cache_retention };
  const usage = chatUsage(usageOf(read, inAll(generations), services.promptCache));
  return { heading, choices, usage, length, pace, random };
}

function headingOf({ request, model }: ChatQuestion, id: string, arrivedAt: number): Heading {
  return {
    id,
    created: Math.floor(arrivedAt / 1000),
    model: model.snapshot,
    service_tier: tiers[request.service_tier ?? 'auto'],
    system_fingerprint: fingerprintOf(model),
  };
}

/** The tier that an answer is made at, by the one that was asked for (measured August 2026). */
const tiers = {
  auto: 'default',
  default: 'default',
  fast: 'priority',
  priority: 'priority',
  flex: 'flex',
} as const;

/** `fp_` and 10 hex digits; gpt-5 and its successors have none (recorded August 2025 to October 2026). */
function fingerprintOf({ id, snapshot }: Model): string | null {
  if (recentModel.test(id)) return null;
  return `fp_${hash('sha256', snapshot, 'hex').slice(0, 10)}`;
}

function choiceOf(
  { output, cut }: Generation,
  index: number,
  { request, model }: ChatQuestion,
  random: () => number,
): Choice {
  const calls = output.flatMap((spoken) =>
    spoken.kind === 'call' ? [{ id: createCallId(random), ...spoken }] : [],
  );
  const text = calls.length > 0 ? null : output.flatMap(({ pieces }) => pieces);
  const unasked = model.reasoning ? undefined : null;
  const top = request.top_logprobs ?? 0;
  return {
    index,
    text,
    calls,
    logprobs: request.logprobs ? text && tokenLogprobs(text, top, random) : unasked,
    finishReason: cut ? 'length' : calls.length > 0 ? 'tool_calls' : 'stop',
  };
}

/** How many tokens a choice has, as far as they are seen. */
function lengthOf({ text, calls }: Choice): number {
  return calls.reduce((sum, { pieces }) => sum + pieces.length, text?.length ?? 0);
}

/** What all choices are billed for: the prompt is read once, the answers are many. */
function inAll(generations: readonly Generation[]) {
  const sum = (tokens: (generation: Generation) => number) =>
    generations.reduce((total, generation) => total + tokens(generation), 0);
  return {
    outputTokens: sum(({ outputTokens }) => outputTokens),
    reasoningTokens: sum(({ reasoningTokens }) => reasoningTokens),
  };
}

/** gpt-5 and its successors tell the longest input, the models before their whole window. */
function checkSize(tokens: number, { id, contextWindow, maxOutputTokens }: Model): void {
  const isRecent = recentModel.test(id);
  const most = isRecent ? contextWindow - (maxOutputTokens ?? 0) : contextWindow;
  if (tokens <= most) return;
  const bound = isRecent
    ? `Input tokens exceed the configured limit of ${most} tokens. Your`
    : `This model's maximum context length is ${most} tokens. However, your`;
  throw new ApiError(
    400,
    `${bound} messages resulted in ${tokens} tokens. Please reduce the length of the messages.`,
    { param: 'messages', code: 'context_length_exceeded' },
  );
}
