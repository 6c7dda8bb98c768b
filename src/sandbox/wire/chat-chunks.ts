import {
  type Call,
  type ChatUsage,
  type Choice,
  type Heading,
  wireLogprobs,
} from './chat-completion.ts';
import { createObfuscation } from './ids.ts';

/** A choice as one chunk has it. */
export interface ChunkChoice {
  readonly choice: object;
  /** Whether it brings a token: of the text, or of the arguments of a call. */
  readonly isToken: boolean;
}

/** A choice bit by bit, as recorded: who speaks, each token, why it ended. */
export function* chunkChoices({
  index,
  text,
  calls,
  logprobs,
  finishReason,
}: Choice): Generator<ChunkChoice> {
  const bit = (
    delta: object,
    isToken = false,
    ofDelta: Choice['logprobs'] = logprobs && [],
  ): ChunkChoice => ({
    choice: { index, delta, ...wireLogprobs(ofDelta), finish_reason: null },
    isToken,
  });
  const [first, ...others] = calls;
  const opening = first
    ? { content: null, tool_calls: [callHead(first, 0)], refusal: null }
    : { content: '', refusal: null };
  yield bit({ role: 'assistant', ...opening });
  for (const [place, content] of (text ?? []).entries()) {
    yield bit({ content }, true, logprobs?.slice(place, place + 1) ?? logprobs);
  }
  for (const delta of first ? argumentDeltas(first, 0) : []) yield bit(delta, true);
  for (const [place, call] of others.entries()) {
    yield bit({ tool_calls: [callHead(call, place + 1)] });
    for (const delta of argumentDeltas(call, place + 1)) yield bit(delta, true);
  }
  const ended = { ...wireLogprobs(logprobs && null), finish_reason: finishReason };
  yield { choice: { index, delta: {}, ...ended }, isToken: false };
}

function callHead({ id, name }: Call, index: number) {
  return { index, id, type: 'function', function: { name, arguments: '' } };
}

function argumentDeltas({ pieces }: Call, index: number) {
  return pieces.map((piece) => ({ tool_calls: [{ index, function: { arguments: piece } }] }));
}

export interface ChunkOptions {
  /** Whether a last chunk tells the usage; all others then have it as null. */
  readonly includesUsage: boolean;
  /** Uniform in [0, 1), for the padding; null leaves it out. */
  readonly padding: (() => number) | null;
}

/** Makes the chunks of one stream, their keys in the recorded order. */
export function chunksOf(
  { id, created, model, service_tier, system_fingerprint }: Heading,
  { includesUsage, padding }: ChunkOptions,
) {
  const head = { id, object: 'chat.completion.chunk', created, model };
  return (choices: readonly object[], usage: ChatUsage | null = null): object => {
    const told = includesUsage ? { usage } : {};
    const chunk = { ...head, service_tier, system_fingerprint, choices, ...told };
    if (padding === null) return chunk;
    // The chunk is padded as a whole, not only what it brings (recorded November 2025 to April 2026).
    return { ...chunk, obfuscation: createObfuscation(JSON.stringify(chunk), padding) };
  };
}
