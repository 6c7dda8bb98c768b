import type { Tokenizer } from '../usage/tokens.ts';
import { type Outcome, respond, type Task } from './standin/respond.ts';
import type { StandinRequest } from './standin/standin.ts';
import type { Effort } from './wire/create-response.ts';

/** What the stand-in says, as the API would count and cut it. */
export interface Generation {
  /** Thought before the first word; 0 for models that do not reason. */
  readonly reasoningTokens: number;
  /** A message or the calls of functions; nothing when reasoning used up the whole cap. */
  readonly output: readonly Spoken[];
  /** Reasoning included. */
  readonly outputTokens: number;
  /** Whether `max_output_tokens` cut it off. */
  readonly cut: boolean;
}

/** One thing that comes out, with its text (for a call: its arguments), also in pieces that end where tokens end. */
type Spoken =
  | { readonly kind: 'message'; readonly text: string; readonly pieces: readonly string[] }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly text: string;
      readonly pieces: readonly string[];
    };

export interface GenerationRequest extends Task {
  /** How hard the model thinks; null when it cannot. */
  readonly effort: Effort | null;
  /** `max_output_tokens`. */
  readonly cap: number | null;
  /** Texts at which the answer stops; they are no part of it. */
  readonly stop: readonly string[];
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
  output: [],
  outputTokens: 0,
  cut: false,
};

/**
 * What a call costs beside its name and its arguments: 23 tokens in all are billed for a call that has 15 of them
 * (the example of function calling in OpenAI's API reference), one of which ends the answer.
 */
const tokensPerCall = 7;

export function generate(
  request: GenerationRequest,
  answer: (request: StandinRequest) => string,
  tokenizer: Tokenizer,
): Generation {
  const cap = request.cap ?? Number.POSITIVE_INFINITY;
  const reasoningTokens = reasoningFor(request);
  if (reasoningTokens >= cap) {
    return { reasoningTokens: cap, output: [], outputTokens: cap, cut: true };
  }
  const whole = spokenIn(untilStop(respond(request, answer), request.stop), tokenizer);
  const visible = whole.reduce((sum, each) => sum + tokensOf(each, tokenizer), 0);
  const outputTokens = reasoningTokens + visible + endToken;
  if (outputTokens <= cap) return { reasoningTokens, output: whole, outputTokens, cut: false };
  const output = firstTokens(whole, cap - reasoningTokens, tokenizer);
  return { reasoningTokens, output, outputTokens: cap, cut: true };
}

function untilStop(outcome: Outcome, stop: readonly string[]): Outcome {
  if (outcome.kind === 'calls') return outcome;
  const { text } = outcome;
  const found = stop.map((each) => text.indexOf(each)).filter((index) => index >= 0);
  return { kind: 'text', text: text.slice(0, Math.min(text.length, ...found)) };
}

function spokenIn(outcome: Outcome, tokenizer: Tokenizer): Spoken[] {
  if (outcome.kind === 'text') {
    const { text } = outcome;
    return [{ kind: 'message', text, pieces: tokenizer.split(text) }];
  }
  return outcome.calls.map((call) => ({
    kind: 'call',
    name: call.name,
    text: call.arguments,
    pieces: tokenizer.split(call.arguments),
  }));
}

function tokensOf(spoken: Spoken, tokenizer: Tokenizer): number {
  return tokenizer.count(spoken.text) + overheadOf(spoken, tokenizer);
}

function overheadOf(spoken: Spoken, tokenizer: Tokenizer): number {
  return spoken.kind === 'call' ? tokensPerCall + tokenizer.count(spoken.name) : 0;
}

function reasoningFor({ effort, random }: GenerationRequest): number {
  const least = effort === null ? 0 : leastReasoning[effort];
  return least + reasoningStep * Math.floor((random() * least) / reasoningStep);
}

/** What fits into this many tokens: the last of it is cut off between two pieces. */
function firstTokens(whole: readonly Spoken[], tokens: number, tokenizer: Tokenizer): Spoken[] {
  const kept: Spoken[] = [];
  let left = tokens;
  for (const spoken of whole) {
    left -= overheadOf(spoken, tokenizer);
    if (left < 0) break;
    const pieces: string[] = [];
    for (const piece of spoken.pieces) {
      left -= tokenizer.count(piece);
      if (left < 0) break;
      pieces.push(piece);
    }
    kept.push({ ...spoken, text: pieces.join(''), pieces });
  }
  return kept;
}
