import type { Cost } from '../usage/cost.ts';
import { readUsage, type Usage } from '../usage/usage.ts';
import {
  asObject,
  carriesOutput,
  errorCodeOf,
  modelOf,
  outputTextOf,
  readStreamEnd,
  statusOf,
} from './answer.ts';
import { BodyLog } from './body-log.ts';
import type {
  AnswerProblem,
  Attempt,
  Exchange,
  ProviderName,
  RecordedRequest,
  StreamEvent,
  Timing,
} from './exchange.ts';
import { readRetryAfter } from './retry-after.ts';
import { FrameReader, frameJson } from './sse.ts';

/** What every recording of one client shares. */
export interface RecordingSetup {
  /** Unix time in milliseconds with a fraction. */
  readonly now: () => number;
  readonly provider: ProviderName;
  readonly baseUrl: string | null;
  /** List price of `usage` on `model` (as the API named it); null when unknown. */
  readonly costOf: (usage: Usage, model: string) => Cost | null;
  /** Bytes kept of one body. */
  readonly bodyLimit: number;
  readonly onEvent: (event: CallEvent) => void;
}

/** What happens during one call, as it happens. `call` numbers the calls of a client from 1. */
export type CallEvent = { readonly call: number } & (
  | {
      readonly type: 'attempt_started';
      readonly attempt: number;
      readonly attempts: number;
    }
  | {
      readonly type: 'attempt_ended';
      readonly attempt: number;
      readonly attempts: number;
      readonly result: Attempt;
    }
  | { readonly type: 'first_token'; readonly ms: number }
  | { readonly type: 'finished'; readonly exchange: Exchange }
);

/** Grows while a call runs, then becomes its Exchange. The first ending wins; later ones are ignored. */
export class Recording {
  readonly call: number;
  readonly #setup: RecordingSetup;
  readonly #request: RecordedRequest;
  readonly #startedAt: number;
  readonly #attempts: AttemptRecord[] = [];
  readonly #maxAttempts: number;
  #body: BodyLog;
  /** Looks for the first token; null once it was found, and for plain answers. */
  #firstTokenReader: FrameReader | null = null;
  #firstTokenMs: number | null = null;
  #isStream = false;
  #isFinished = false;

  constructor(call: number, setup: RecordingSetup, request: RecordedRequest, maxAttempts: number) {
    this.call = call;
    this.#setup = setup;
    this.#request = request;
    this.#maxAttempts = maxAttempts;
    this.#startedAt = setup.now();
    this.#body = new BodyLog(setup.bodyLimit);
  }

  startAttempt(): void {
    const now = this.#setup.now();
    this.#attempts.at(-1)?.waitedUntil(now);
    this.#attempts.push(new AttemptRecord(now));
    this.#body = new BodyLog(this.#setup.bodyLimit);
    const attempt = this.#attempts.length;
    this.#emit({
      type: 'attempt_started',
      call: this.call,
      attempt,
      attempts: this.#maxAttempts,
    });
  }

  /** The headers of the current attempt arrived. */
  answered(response: Response, isStream: boolean): void {
    this.#isStream = isStream;
    this.#firstTokenReader = isStream ? new FrameReader() : null;
    this.#attempts.at(-1)?.answered(response, this.#setup.now());
    if (response.ok) this.#attemptEnded();
  }

  /** The current attempt ended with an error answer, whose body has been read. */
  refused(body: string): void {
    this.#body.add(new TextEncoder().encode(body), this.#elapsed());
    const attempt = this.#attempts.at(-1);
    if (attempt) attempt.error = errorCodeOf(parseJson(body)) ?? `http_${attempt.status}`;
    this.#attemptEnded();
  }

  /** The current attempt got no answer. @param error a network code such as ECONNRESET, or `timeout` */
  attemptFailed(error: string): void {
    this.#attempts.at(-1)?.failed(error, this.#setup.now());
    this.#attemptEnded();
  }

  chunk(bytes: Uint8Array): void {
    const atMs = this.#elapsed();
    this.#body.add(bytes, atMs);
    if (!this.#firstTokenReader) return;
    const frames = this.#firstTokenReader.push(bytes);
    if (!frames.some((frame) => carriesOutput(frameJson(frame)))) return;
    this.#firstTokenReader = null;
    this.#firstTokenMs = atMs;
    this.#emit({ type: 'first_token', call: this.call, ms: atMs });
  }

  /** The last byte arrived at a reader that takes chunks: of a stream, or of a file. */
  bodyEnded(): void {
    if (this.#isStream) this.#endStream('stream_cut');
    else this.plainEnded(null);
  }

  /**
   * The last byte of a plain answer arrived.
   * @param body the JSON that its reader made of it, so that it is parsed once; null when it need not
   *   be JSON; undefined when it should have been
   */
  plainEnded(body: unknown): void {
    if (body === undefined) this.#finish({ status: 'failed', problem: 'not_json', body: null });
    else this.#finish({ status: statusOf(body), problem: null, body });
  }

  /** The caller walked away, or the connection broke, before the end. */
  stopped(problem: AnswerProblem | 'aborted'): void {
    if (this.#isStream) this.#endStream(problem);
    else
      this.#finish({
        status: problem === 'aborted' ? 'aborted' : 'failed',
        problem,
        body: null,
      });
  }

  /** The call failed for good: no answer, or only refusals. */
  failed(status: 'failed' | 'aborted'): void {
    this.#finish({
      status,
      problem: null,
      body: parseJson(this.#body.text() ?? ''),
    });
  }

  /** @param otherwise what it means if no final event came */
  #endStream(otherwise: AnswerProblem | 'aborted'): void {
    const { body, isComplete, error } = readStreamEnd(this.#body.lastFrames());
    if (isComplete) this.#finish({ status: statusOf(body), problem: null, body });
    else if (error)
      this.#finish({
        status: 'failed',
        problem: 'stream_error',
        body: { error },
      });
    else {
      const status = otherwise === 'aborted' ? 'aborted' : 'failed';
      this.#finish({ status, problem: otherwise, body: null });
    }
  }

  #finish(end: { status: string; problem: AnswerProblem | 'aborted' | null; body: unknown }): void {
    if (this.#isFinished) return;
    this.#isFinished = true;
    const usage = readUsage(end.body);
    const model = usage && (modelOf(end.body) ?? modelOf(this.#request.body));
    const cost = usage && model ? this.#setup.costOf(usage, model) : null;
    const exchange = new RecordedExchange({
      provider: this.#setup.provider,
      baseUrl: this.#setup.baseUrl,
      request: this.#request,
      attempts: this.#attempts,
      // The SDK adds to the object that it got from a plain answer: only the bytes tell what was on the wire.
      response: this.#isStream ? () => end.body : () => parseJson(this.#body.text() ?? ''),
      status: end.status,
      problem: end.problem === 'aborted' ? null : end.problem,
      usage,
      cost,
      billed: this.#setup.provider === 'openai' && cost !== null,
      timing: {
        startedAt: this.#startedAt,
        firstTokenMs: this.#firstTokenMs,
        totalMs: this.#elapsed(),
      },
      streamLog: this.#isStream ? this.#body : null,
    });
    this.#emit({ type: 'finished', call: this.call, exchange });
  }

  #attemptEnded(): void {
    const attempt = this.#attempts.length;
    const result = this.#attempts.at(-1);
    const attempts = this.#maxAttempts;
    if (result) this.#emit({ type: 'attempt_ended', call: this.call, attempt, attempts, result });
  }

  #elapsed(): number {
    return this.#setup.now() - this.#startedAt;
  }

  #emit(event: CallEvent): void {
    this.#setup.onEvent(event);
  }
}

class AttemptRecord implements Attempt {
  status: number | null = null;
  ms = 0;
  retryAfterMs: number | null = null;
  waitMs: number | null = null;
  requestId: string | null = null;
  error: string | null = null;
  readonly #startedAt: number;
  #headers: Headers | null = null;

  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  answered(response: Response, now: number): void {
    this.ms = now - this.#startedAt;
    this.status = response.status;
    this.requestId = response.headers.get('x-request-id');
    this.retryAfterMs = readRetryAfter(response.headers, now);
    this.#headers = response.headers;
  }

  failed(error: string, now: number): void {
    this.ms = now - this.#startedAt;
    this.error = error;
  }

  waitedUntil(now: number): void {
    this.waitMs = now - this.#startedAt - this.ms;
  }

  get rateLimits(): Readonly<Record<string, string>> {
    const limits: Record<string, string> = {};
    for (const [name, value] of this.#headers ?? []) {
      if (name.startsWith('x-ratelimit-')) limits[name.slice('x-ratelimit-'.length)] = value;
    }
    return limits;
  }
}

type RecordedParts = Omit<Exchange, 'events' | 'outputText' | 'response'> & {
  readonly response: () => unknown;
  readonly streamLog: BodyLog | null;
};

/** An Exchange whose body and events are parsed from the recorded bytes only when somebody looks at them. */
class RecordedExchange implements Exchange {
  readonly provider: ProviderName;
  readonly baseUrl: string | null;
  readonly request: RecordedRequest;
  readonly attempts: readonly Attempt[];
  readonly status: string;
  readonly problem: AnswerProblem | null;
  readonly usage: Usage | null;
  readonly cost: Cost | null;
  readonly billed: boolean;
  readonly timing: Timing;
  readonly #readResponse: () => unknown;
  #response: { readonly body: unknown } | null = null;
  readonly #streamLog: BodyLog | null;
  #events: readonly StreamEvent[] | null = null;

  constructor(parts: RecordedParts) {
    this.provider = parts.provider;
    this.baseUrl = parts.baseUrl;
    this.request = parts.request;
    this.attempts = parts.attempts;
    this.#readResponse = parts.response;
    this.status = parts.status;
    this.problem = parts.problem;
    this.usage = parts.usage;
    this.cost = parts.cost;
    this.billed = parts.billed;
    this.timing = parts.timing;
    this.#streamLog = parts.streamLog;
  }

  get response(): unknown {
    this.#response ??= { body: this.#readResponse() };
    return this.#response.body;
  }

  get events(): readonly StreamEvent[] {
    this.#events ??= this.#streamLog ? readEvents(this.#streamLog) : [];
    return this.#events;
  }

  get outputText(): string | null {
    return outputTextOf(this.response, this.events);
  }
}

function readEvents(log: BodyLog): StreamEvent[] {
  const events: StreamEvent[] = [];
  for (const frame of log.frames()) {
    const data = frameJson(frame);
    const object = asObject(data);
    if (object) {
      events.push({
        atMs: frame.atMs,
        type: String(object.type ?? object.object ?? ''),
        data,
      });
    }
  }
  return events;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
