import type { Clock } from '../context.ts';
import { maskKey, maskKeysIn } from '../secret.ts';
import type { RecordedRequest } from './exchange.ts';
import { asObject, parseJson } from './json.ts';
import type { Recorder } from './recorder.ts';
import type { Recording } from './recording.ts';
import { boundRetryAfter } from './retry-after.ts';
import { watchAnswer } from './watch-answer.ts';
import { type Patience, WatchedReader } from './watch-body.ts';

/** The key under which the SDK client hands the recording of a call to `fetch`, through the request's init. */
export const recordingKey: unique symbol = Symbol('recording');

export interface RecordedInit extends RequestInit {
  [recordingKey]?: CallInProgress;
}

interface CallInProgress {
  readonly recording: Recording;
  /** The caller's own signal: tells an abort from a timeout, which the SDK makes of the same AbortError. */
  readonly callerSignal: AbortSignal | null;
}

export interface RecordingFetchOptions {
  readonly recorder: Recorder;
  readonly clock: Clock;
  /** Longest silence between two chunks of a body, in milliseconds. */
  readonly idleTimeoutMs: number;
}

/** Bytes of an error body that are read; the API's are below one kilobyte. */
const errorBodyLimit = 256 * 1024;

/**
 * A `fetch` that records each request as one attempt: of the SDK's call when its init carries one, else of a
 * call of its own (a plain `fetch` has no retries).
 */
export function recordingFetch(inner: typeof fetch, options: RecordingFetchOptions): typeof fetch {
  return async (input, init?: RecordedInit) => {
    const sdkCall = init?.[recordingKey];
    const signal = init?.signal ?? null;
    const { recording, callerSignal } = sdkCall ?? {
      recording: await options.recorder.begin(new SentRequest(String(input), init), 1),
      callerSignal: signal,
    };
    recording.startAttempt();
    let response: Response;
    try {
      response = await inner(input, init);
    } catch (error) {
      const code = networkCode(error, callerSignal);
      recording.attemptFailed(code);
      if (!sdkCall) recording.failed(code === 'aborted' ? 'aborted' : 'failed');
      throw error;
    }
    recording.answered(response, asksForStream(init));
    if (response.ok) return watchAnswer(response, recording, { ...options, signal });

    const body = withoutSentKey(await readErrorBody(response, { ...options, signal }), init);
    recording.refused(body);
    if (!sdkCall) recording.failed('failed');
    return new Response(body || null, {
      status: response.status,
      statusText: response.statusText,
      headers: retryHeaders(response.headers, body, options.clock.now()),
    });
  };
}

/**
 * The request as it is recorded: its path and JSON body, no header, so never a key. Parsed when somebody looks: by the getters
 * of a class, since one in a literal makes V8 keep each object, and all it holds, until the next full collection.
 */
export class SentRequest implements RecordedRequest {
  readonly method: string;
  readonly #url: string;
  readonly #body: unknown;

  constructor(url: string, init: RequestInit | undefined) {
    this.method = (init?.method ?? 'GET').toUpperCase();
    this.#url = url;
    this.#body = init?.body;
  }

  get path(): string {
    const { pathname, search } = new URL(this.#url);
    return pathname + search;
  }

  get body(): unknown {
    return readJsonBody(this.#body);
  }
}

function readJsonBody(body: unknown): unknown {
  return typeof body === 'string' ? (parseJson(body) ?? null) : null;
}

function asksForStream(init: RequestInit | undefined): boolean {
  return typeof init?.body === 'string' && init.body.includes('"stream":true');
}

/** A short code for an attempt that got no answer. */
function networkCode(error: unknown, callerSignal: AbortSignal | null): string {
  const { name, cause } = asObject(error) ?? {};
  if (name === 'TimeoutError') return 'timeout';
  if (callerSignal?.aborted) return 'aborted';
  if (name === 'AbortError') return 'timeout';
  const code = asObject(cause)?.code;
  return typeof code === 'string' ? code : 'connection_failed';
}

/** The beginning of an error's body, or as much of it as arrived; keys in it are masked for every reader. */
async function readErrorBody(response: Response, patience: Patience): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  const watcher = { chunk: () => {}, ended: () => {}, stopped: () => {} };
  const reader = new WatchedReader(response.body.getReader(), watcher, patience);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      text += decoder.decode(next.value, { stream: true });
      if (text.length > errorBodyLimit) {
        await reader.cancel();
        break;
      }
    }
  } catch {
    // The status says enough; what arrived of the body is kept.
  }
  return maskKeysIn(text);
}

/** Shorter than any key: replacing it would garble the message. */
const shortestKey = 6;

/** Masks the key of the request itself, which need not look like one of OpenAI's: a gateway's may be anything. */
function withoutSentKey(text: string, init: RequestInit | undefined): string {
  const sent = new Headers(init?.headers).get('authorization')?.replace(/^Bearer /i, '') ?? '';
  return sent.length < shortestKey ? text : text.replaceAll(sent, maskKey(sent));
}

/** Headers for the SDK's retry logic: an exhausted quota is final, whatever its code; waits are bounded. */
function retryHeaders(headers: Headers, body: string, now: number): Headers {
  const changed = boundRetryAfter(headers, now);
  // The body was decoded on the way.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) {
    changed.delete(name);
  }
  if (asObject(asObject(readJsonBody(body))?.error)?.type === 'insufficient_quota') {
    changed.set('x-should-retry', 'false');
  }
  return changed;
}
