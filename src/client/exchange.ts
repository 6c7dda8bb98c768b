import type { Cost } from '../usage/cost.ts';
import type { Usage } from '../usage/usage.ts';

export type ProviderName = 'openai' | 'sandbox';

/**
 * One call, from the request to the last byte of its answer, retries inside. It is the one thing that
 * flows through the program: the client records it, the terminal draws it, `--json` prints it.
 */
export interface Exchange {
  readonly provider: ProviderName;
  /** null on the sandbox: there is no address. */
  readonly baseUrl: string | null;
  readonly request: RecordedRequest;
  readonly attempts: readonly Attempt[];
  /** The final JSON body, an error's too; null when there was none or it was not JSON. */
  readonly response: unknown;
  /** What a stream carried, each event with its arrival; [] for a plain answer. The middle of a very long stream is dropped. */
  readonly events: readonly StreamEvent[];
  /** The text of the answer, reasoning aside; null when there was none. */
  readonly outputText: string | null;
  /** The body's own status (`completed`, `incomplete`, …); `completed` for bodies without one; else `failed` or `aborted`. */
  readonly status: string;
  /** What is wrong with an answer that arrived with a 2xx, if anything. */
  readonly problem: AnswerProblem | null;
  /** null when the API did not say, as for an aborted stream. */
  readonly usage: Usage | null;
  /** List price; null when usage or price is unknown. Also set when simulated: see `billed`. */
  readonly cost: Cost | null;
  /** True only for a real call whose price is known. */
  readonly billed: boolean;
  readonly timing: Timing;
}

export interface RecordedRequest {
  readonly method: string;
  /** As on the wire: `/v1/responses`. */
  readonly path: string;
  /** The JSON body that was sent; null when there was none or it was not JSON (a file upload). */
  readonly body: unknown;
}

/** One HTTP request of a call. */
export interface Attempt {
  /** null when no answer arrived. */
  readonly status: number | null;
  /** Until the headers arrived, or the attempt failed. */
  readonly ms: number;
  /** What the server asked for in retry-after-ms or retry-after; null when it did not ask. */
  readonly retryAfterMs: number | null;
  /** What was waited before the next attempt; null for the last. */
  readonly waitMs: number | null;
  readonly requestId: string | null;
  /** The API's error code or type, or a network code such as ECONNRESET, or `timeout`; null when the attempt succeeded. */
  readonly error: string | null;
  /** x-ratelimit-* headers as they came, without the prefix: `remaining-requests` → `9999`. */
  readonly rateLimits: Readonly<Record<string, string>>;
}

export interface StreamEvent {
  /** Milliseconds after the call started. */
  readonly atMs: number;
  /** The event's `type` (Responses) or `object` (Chat Completions). */
  readonly type: string;
  readonly data: unknown;
}

export interface Timing {
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  /** Until the first piece of output arrived; null unless streamed. */
  readonly firstTokenMs: number | null;
  /** Until the last byte, the failure or the abort. */
  readonly totalMs: number;
}

/** Ways in which a 2xx is not a complete API answer. */
export type AnswerProblem =
  | 'not_json' // HTML, or JSON that does not parse
  | 'stream_cut' // it ended without a final event
  | 'stream_error' // an error event in the stream
  | 'stalled'; // it fell silent for longer than the idle timeout
