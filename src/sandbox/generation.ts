import type { Tokenizer } from '../usage/tokens.ts';
import type { StandinRequest } from './standin/standin.ts';
import type { Effort } from './wire/create-response.ts';

/** What the stand-in says, as the API would count and cut it. */
export interface Generation {
  /** Thought before the first word; 0 for models that do not reason. */
  readonly reasoningTokens: number;
  /** The text in pieces that end where tokens end; null when reasoning used up the whole cap. */
  readonly pieces: readonly string[] | null;
  /** Reasoning included. */
  readonly outputTokens: number;
  /** Whether `max_output_tokens` cut it off. */
  readonly cut: boolean;
}

export interface GenerationRequest extends StandinRequest {
  /** How hard the model thinks; null when it cannot. */
  readonly effort: Effort | null;
  /** `max_output_tokens`. */
  readonly cap: number | null;
}

/** Least reasoning tokens by effort; real counts come in steps of 64. */
const leastReasoning: Readonly<Record<Effort, number>> = {
  none: 0,
  minimal: 0,
  low: 64,
  medium: 192,
  high: 512,
  xhigh: 1024,
  max: 2048,
};
const reasoningStep = 64;

/** The end of an answer is a token too: 5 visible ones are billed as 6 (recorded with gpt-4o-mini). */
export const endToken = 1;

/** Of a request that was read and not answered. */
export const noGeneration: Generation = {
  reasoningTokens: 0,
  pieces: null,
  outputTokens: 0,
  cut: false,
};

export function generate(
  request: GenerationRequest,
  answer: (request: StandinRequest) => string,
  tokenizer: Tokenizer,
): Generation {
  const cap = request.cap ?? Number.POSITIVE_INFINITY;
  const reasoningTokens = reasoningFor(request);
  if (reasoningTokens >= cap) {
    return { reasoningTokens: cap, pieces: null, outputTokens: cap, cut: true };
  }
  const text = answer(request);
  const visible = tokenizer.count(text);
  const outputTokens = reasoningTokens + visible + endToken;
  const pieces = tokenizer.split(text);
  if (outputTokens <= cap) return { reasoningTokens, pieces, outputTokens, cut: false };
  const kept = firstTokens(pieces, cap - reasoningTokens, tokenizer);
  return { reasoningTokens, pieces: kept, outputTokens: cap, cut: true };
}

function reasoningFor({ effort, random }: GenerationRequest): number {
  const least = effort === null ? 0 : leastReasoning[effort];
  return least + reasoningStep * Math.floor((random() * least) / reasoningStep);
}

/** The pieces that fit whole into this many tokens. */
function firstTokens(pieces: readonly string[], tokens: number, tokenizer: Tokenizer): string[] {
  const kept: string[] = [];
  let left = tokens;
  for (const piece of pieces) {
    left -= tokenizer.count(piece);
    if (left < 0) break;
    kept.push(piece);
  }
  return kept;
}
