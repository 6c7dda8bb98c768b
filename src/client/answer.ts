import type { StreamEvent } from './exchange.ts';
import { asObject } from './json.ts';
import { type Frame, frameJson, isDone } from './sse.ts';

/** The events that end a stream of the Responses API; each carries the whole response, usage included. */
const terminalTypes: ReadonlySet<unknown> = new Set([
  'response.completed',
  'response.incomplete',
  'response.failed',
]);

/** How a stream ended, read from its last frames. */
export interface StreamEnd {
  /** The response of the terminal event, or the last chunk of a completion, which has its usage; null if neither came. */
  readonly body: unknown;
  readonly isComplete: boolean;
  /** The `error` object of an error event; null without one. */
  readonly error: unknown;
}

/** A chat completion ends with its usage and `[DONE]`; without the latter its finish reason tells, before its usage. */
const framesThatTell = 2;

/** @param framesFromEnd the frames of a stream, the last one first; no more are taken than tell */
export function readStreamEnd(framesFromEnd: Iterable<Frame>): StreamEnd {
  let framesRead = 0;
  let isComplete = false;
  let chunk: Record<string, unknown> | null = null;
  for (const frame of framesFromEnd) {
    const data = asObject(frameJson(frame));
    if (terminalTypes.has(data?.type)) {
      return { body: data?.response ?? null, isComplete: true, error: null };
    }
    if (data?.type === 'error' || data?.error) {
      return { body: null, isComplete: false, error: data.error ?? data };
    }
    if (isDone(frame) || finishReason(data)) isComplete = true;
    // Events of the Responses API have a type, chunks of completions have none.
    if (data && data.type === undefined) chunk ??= data;
    framesRead += 1;
    if (framesRead === framesThatTell) break;
  }
  return { body: chunk, isComplete: isComplete && chunk !== null, error: null };
}

function finishReason(chunk: Record<string, unknown> | null): unknown {
  return asObject(asList(chunk?.choices)[0])?.finish_reason;
}

/** True for the frames that carry a piece of output: text, refusal, arguments, a reasoning summary. */
export function carriesOutput(frame: Frame): boolean {
  // The Responses API names its events twice. The name alone decides: two whole responses come before the first token.
  if (frame.event?.startsWith('response.')) return frame.event.endsWith('.delta');
  const event = asObject(frameJson(frame));
  if (typeof event?.type === 'string') return event.type.endsWith('.delta');
  const delta = asObject(asObject(asList(event?.choices)[0])?.delta);
  return Boolean(delta?.content || delta?.refusal) || asList(delta?.tool_calls).length > 0;
}

/** The text a person would read: of a response, a chat completion, or the events of either; null when there is none. */
export function outputTextOf(body: unknown, events: Iterable<StreamEvent>): string | null {
  const text = bodyText(asObject(body)) ?? '';
  if (text !== '') return text;
  let streamed = '';
  for (const { data } of events) streamed += deltaText(asObject(data));
  return streamed === '' ? null : streamed;
}

function bodyText(body: Record<string, unknown> | null): string | null {
  if (!body) return null;
  if (Array.isArray(body.output)) {
    return asList(body.output)
      .flatMap((item) => asList(asObject(item)?.content))
      .map((part) => asObject(part))
      .filter((part) => part?.type === 'output_text')
      .map((part) => asString(part?.text))
      .join('');
  }
  return asString(asObject(asObject(asList(body.choices)[0])?.message)?.content);
}

function deltaText(data: Record<string, unknown> | null): string {
  if (data?.type === 'response.output_text.delta') return asString(data.delta);
  const choice = asObject(asList(data?.choices)[0]);
  // Of several choices the first is the answer, as in a plain body.
  return choice?.index ? '' : asString(asObject(choice?.delta)?.content);
}

/** The `status` a body reports of itself; `completed` for kinds of bodies that have none. */
export function statusOf(body: unknown): string {
  return asString(asObject(body)?.status) || 'completed';
}

/** The model that a body names, of a request or an answer; null when it names none. */
export function modelOf(body: unknown): string | null {
  return asString(asObject(body)?.model) || null;
}

/** The code, else the type, of an API error body; null when it is none. */
export function errorCodeOf(body: unknown): string | null {
  const error = asObject(asObject(body)?.error);
  return asString(error?.code) || asString(error?.type) || null;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asString(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
