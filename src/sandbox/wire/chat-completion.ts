import type { ChosenLogprob } from '../token-logprobs.ts';
import type { WireUsage } from './response-object.ts';

/** A function that the model wants called, its arguments in pieces that end where tokens end. */
export interface Call {
  readonly id: string;
  readonly name: string;
  readonly pieces: readonly string[];
}

/** One of the answers to a request. */
export interface Choice {
  readonly index: number;
  /** The text in pieces that end where tokens end; null when functions are called instead. */
  readonly text: readonly string[] | null;
  readonly calls: readonly Call[];
  /** One for each piece of the text; null: there are none; undefined: the model does not speak of them. */
  readonly logprobs: readonly ChosenLogprob[] | null | undefined;
  readonly finishReason: 'stop' | 'length' | 'tool_calls';
}

/** What a completion and all chunks of its stream have in common. */
export interface Heading {
  readonly id: string;
  /** Unix seconds. */
  readonly created: number;
  readonly model: string;
  readonly service_tier: string;
  readonly system_fingerprint: string | null;
}

/** The body of a plain answer, its keys in the recorded order. */
export function chatCompletion(
  { id, created, model, service_tier, system_fingerprint }: Heading,
  choices: readonly Choice[],
  usage: ChatUsage,
) {
  return {
    id,
    object: 'chat.completion',
    created,
    model,
    choices: choices.map(plainChoice),
    usage,
    service_tier,
    system_fingerprint,
  };
}

function plainChoice({ index, text, calls, logprobs, finishReason }: Choice) {
  return {
    index,
    message: {
      role: 'assistant',
      content: text?.join('') ?? null,
      ...(calls.length > 0 && { tool_calls: calls.map(toolCall) }),
      refusal: null,
      annotations: [],
    },
    ...wireLogprobs(logprobs),
    finish_reason: finishReason,
  };
}

function toolCall({ id, name, pieces }: Call) {
  return { id, type: 'function', function: { name, arguments: pieces.join('') } };
}

/** The key is left out by models that reason, unless it was asked for (recorded August 2025 to October 2026). */
export function wireLogprobs(logprobs: Choice['logprobs']) {
  if (logprobs === undefined) return {};
  return { logprobs: logprobs && { content: logprobs, refusal: null } };
}

export type ChatUsage = ReturnType<typeof chatUsage>;

/** Tokens as this endpoint names them. */
export function chatUsage(usage: WireUsage) {
  const { cached_tokens, cache_write_tokens } = usage.input_tokens_details;
  return {
    prompt_tokens: usage.input_tokens,
    completion_tokens: usage.output_tokens,
    total_tokens: usage.total_tokens,
    prompt_tokens_details: { cached_tokens, cache_write_tokens, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: usage.output_tokens_details.reasoning_tokens,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}
