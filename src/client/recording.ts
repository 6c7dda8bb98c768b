import type { Cost } from '../usage/cost.ts';
import { readUsage, type Usage } from '../usage/usage.ts';
import { carriesOutput, errorCodeOf, modelOf, readStreamEnd, statusOf } from './answer.ts';
import { AttemptRecord } from './attempt-record.ts';
import { BodyLog } from './body-log.ts';
import { decodeText } from './decode.ts';
import type {
  AnswerProblem,
  Attempt,
  Exchange,
  ProviderName,
  RecordedRequest,
} from './exchange.ts';
import { parseJson } from './json.ts';
import { mediaTypeOf, mediaTypes } from './media-type.ts';
import { RecordedExchange } from './recorded-exchange.ts';
import { type Frame, FrameReader, frameJson, isDone } from './sse.ts';

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
  #isPage = false;
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
    if (this.#isFinished) return;
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

  /**
   * The headers of the current attempt arrived.
   * @param wantsStream whether the request asked for a stream
   */
  answered(response: Response, wantsStream: boolean): void {
    if (this.#isFinished) return;
    const type = mediaTypeOf(response);
    this.#isPage = type === mediaTypes.page;
    this.#isStream = wantsStream || type === mediaTypes.events;
    this.#firstTokenReader = this.#isStream ? new FrameReader() : null;
    this.#attempts.at(-1)?.answered(response, this.#setup.now());
    if (response.ok) this.#attemptEnded();
  }

  /** The current attempt ended with an error answer, whose body has been read. */
  refused(body: string): void {
    if (this.#isFinished) return;
    this.#body.add(new TextEncoder().encode(body), this.#elapsed());
    const attempt = this.#attempts.at(-1);
    if (attempt) attempt.error = errorCodeOf(parseJson(body)) ?? `http_${attempt.status}`;
    this.#attemptEnded();
  }

  /** The current attempt got no answer. @param error a network code such as ECONNRESET, `timeout` or `aborted` */
  attemptFailed(error: string): void {
    if (this.#isFinished) return;
    this.#attempts.at(-1)?.failed(error, this.#setup.now());
    this.#attemptEnded();
  }

  chunk(bytes: Uint8Array): void {
    if (this.#isFinished) return;
    const atMs = this.#elapsed();
    this.#body.add(bytes, atMs);
    if (!this.#firstTokenReader) return;
    // A character cut in two becomes a strange one, which this search does not mind.
    if (hasOutput(this.#firstTokenReader.push(decodeText([bytes])))) {
      this.#firstTokenReader = null;
      this.#firstTokenMs = atMs;
      this.#emit({ type: 'first_token', call: this.call, ms: atMs });
    } else if (!this.#body.isWhole) {
      // So much does not come before a token; a reader that meets no line end would keep it all.
      this.#firstTokenReader = null;
    }
  }

  /** The last byte arrived, or there was no body. */
  bodyEnded(): void {
    if (this.#isPage) this.plainEnded(undefined);
    else if (this.#isStream) this.#endStream('stream_cut');
    else this.plainEnded(this.#bodyJson() ?? null);
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
  stopped(how: 'stalled' | 'stream_cut' | 'aborted'): void {
    if (this.#attempts.at(-1)?.isOpen) this.attemptFailed(how);
    if (this.#isStream) this.#endStream(how);
    else this.#endEarly(how);
  }

  /** The call failed for good: no answer, or only refusals. */
  failed(status: 'failed' | 'aborted'): void {
    this.#finish({ status, problem: null, body: this.#bodyJson() ?? null });
  }

  /** @param otherwise what it means if no final event came */
  #endStream(otherwise: 'stalled' | 'stream_cut' | 'aborted'): void {
    const { body, isComplete, error } = readStreamEnd(this.#body.framesFromEnd());
    if (isComplete) this.#finish({ status: statusOf(body), problem: null, body });
    else if (error) this.#finish({ status: 'failed', problem: 'stream_error', body: { error } });
    else this.#endEarly(this.#hasBrokenFrame() ? 'not_json' : otherwise);
  }

  #endEarly(how: AnswerProblem | 'aborted'): void {
    if (how === 'aborted') this.#finish({ status: 'aborted', problem: null, body: null });
    else this.#finish({ status: 'failed', problem: how, body: null });
  }

  /** The SDK throws at a frame that is not JSON and walks away from the rest. */
  #hasBrokenFrame(): boolean {
    for (const frame of this.#body.frames()) {
      if (!isDone(frame) && frameJson(frame) === undefined) return true;
    }
    return false;
  }

  /** The JSON of the bytes kept; undefined when they are none, or not all. */
  #bodyJson(): unknown {
    return parseJson(this.#body.text() ?? '');
  }

  #finish(end: {
    readonly status: string;
    readonly problem: AnswerProblem | null;
    readonly body: unknown;
  }): void {
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
      response: this.#isStream ? () => end.body : () => this.#bodyJson() ?? null,
      status: end.status,
      problem: end.problem,
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

function hasOutput(frames: Iterable<Frame>): boolean {
  for (const frame of frames) {
    if (carriesOutput(frame)) return true;
  }
  return false;
}
