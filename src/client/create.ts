import OpenAI, { type APIPromise, APIUserAbortError, type ClientOptions } from 'openai';
import type { Clock } from '../context.ts';
import { overrideBody, type RequestOverrides } from './overrides.ts';
import type { Recorder } from './recorder.ts';
import type { Recording } from './recording.ts';
import { type RecordedInit, recordingFetch, recordingKey, SentRequest } from './recording-fetch.ts';

export interface CreateClientOptions {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly organization?: string | null;
  readonly project?: string | null;
  /** Where requests go: the network, or the sandbox in this process. */
  readonly fetch: typeof fetch;
  readonly recorder: Recorder;
  readonly clock: Clock;
  /** To the headers of an attempt, and between two chunks of a body, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly overrides?: RequestOverrides;
}

/** The official client, recorded. The only place where one is made. */
export function createClient(options: CreateClientOptions): OpenAI {
  const { recorder, clock, timeoutMs } = options;
  return new RecordingOpenAI({
    // Everything the SDK would read from the environment is said here, so that config.ts alone decides.
    apiKey: options.apiKey,
    adminAPIKey: null,
    organization: options.organization ?? null,
    project: options.project ?? null,
    webhookSecret: null,
    baseURL: options.baseUrl,
    logLevel: 'off',
    timeout: timeoutMs,
    maxRetries: options.maxRetries,
    fetch: recordingFetch(options.fetch, {
      recorder,
      clock,
      idleTimeoutMs: timeoutMs,
    }),
    recorder,
    overrides: options.overrides ?? {},
  });
}

interface RecordingClientOptions extends ClientOptions {
  readonly recorder: Recorder;
  readonly overrides: RequestOverrides;
}

type MaybePromise<T> = T | Promise<T>;
/** The SDK does not export the name. */
type FinalRequestOptions = Awaited<Parameters<OpenAI['request']>[0]>;

/**
 * The SDK tells a wrapped `fetch` about attempts, not about calls. `prepareRequest` sees the same options object on every
 * attempt of a call, which makes one recording of them; the call's promise tells when it failed for good.
 */
class RecordingOpenAI extends OpenAI {
  readonly #recordings = new WeakMap<object, Recording>();
  readonly #recorder: Recorder;
  readonly #overrides: RequestOverrides;

  constructor(options: RecordingClientOptions) {
    super(options);
    this.#recorder = options.recorder;
    this.#overrides = options.overrides;
  }

  protected override async prepareOptions(options: FinalRequestOptions): Promise<void> {
    await super.prepareOptions(options);
    if (options.method === 'post') {
      options.body = overrideBody(options.path, options.body, this.#overrides);
    }
  }

  protected override async prepareRequest(
    request: RecordedInit,
    { url, options }: { url: string; options: FinalRequestOptions },
  ): Promise<void> {
    let recording = this.#recordings.get(options);
    if (!recording) {
      const maxAttempts = 1 + (options.maxRetries ?? this.maxRetries);
      recording = await this.#recorder.begin(new SentRequest(url, request), maxAttempts);
      this.#recordings.set(options, recording);
    }
    request[recordingKey] = { recording, callerSignal: options.signal ?? null };
  }

  override request<Result>(
    options: MaybePromise<FinalRequestOptions>,
    remainingRetries: number | null = null,
  ): APIPromise<Result> {
    const own = copyOf(options);
    const call = super.request<Result>(own, remainingRetries);
    this.#recordFailure(call, own);
    return call;
  }

  // The cast: the SDK's own signature is not assignable to itself, its `Item` cannot be inferred.
  override requestAPIList = ((page, options) => {
    const own = copyOf(options);
    const call = super.requestAPIList(page, own);
    this.#recordFailure(call, own);
    return call;
  }) as OpenAI['requestAPIList'];

  /** `asResponse` settles with the last attempt and leaves the body alone. */
  #recordFailure(call: APIPromise<unknown>, options: Promise<FinalRequestOptions>): void {
    call
      .asResponse()
      .catch(async (error: unknown) => {
        const status = error instanceof APIUserAbortError ? 'aborted' : 'failed';
        this.#recordings.get(await options)?.failed(status);
      })
      // Options that could not be made, of a file that cannot be read, say: the caller is told by the call.
      .catch(() => {});
  }
}

/** Options of its own for each call: they tell calls apart, and the overrides are written into them. */
async function copyOf(options: MaybePromise<FinalRequestOptions>): Promise<FinalRequestOptions> {
  return { ...(await options) };
}
