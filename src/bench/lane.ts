import type { Exchange } from '../client/exchange.ts';
import type { CallEvent } from '../client/recording.ts';
import type { Clock } from '../context.ts';
import type { SpendingOfClient } from '../course/spending.ts';
import type { CourseError } from '../errors.ts';
import type { Provider } from '../provider.ts';
import type { Cost } from '../usage/cost.ts';
import type { Usage } from '../usage/usage.ts';

/** The body of a Responses request: what is asked in every mode. */
export interface AskedBody {
  readonly model: string;
  readonly input: string;
  readonly [field: string]: unknown;
}

export interface LaneSetup {
  readonly client: typeof import('../client/index.ts');
  readonly provider: Provider;
  readonly clock: Clock;
  readonly costOf: (usage: Usage, model: string) => Cost | null;
  /** To the headers of an attempt, and between two chunks of a body, in milliseconds. */
  readonly timeoutMs: number;
  /** Kept with `--budget`; null: spend what it takes. */
  readonly spending: { readonly ofClient: () => SpendingOfClient } | null;
  readonly signal: AbortSignal;
}

/** How one request ended. */
interface Sent {
  readonly exchange: Exchange | null;
  /** What was thrown; null when nothing was. */
  readonly error: unknown;
  /** Why it was not sent at all; null when it was. */
  readonly refusal: CourseError | null;
}

/**
 * A client for one request at a time, so that whatever its recorder tells is about that one. A client for each call would do
 * too, but making one takes a tenth of the call's own work.
 */
export class Lane {
  readonly #client: ReturnType<LaneSetup['client']['createClient']>;
  readonly #recorder: InstanceType<LaneSetup['client']['Recorder']>;
  readonly #spending: SpendingOfClient | undefined;
  #onEvent: (event: CallEvent) => void = () => {};
  #exchange: Exchange | null = null;
  #abort = new AbortController();

  constructor({ client, provider, clock, costOf, timeoutMs, spending, signal }: LaneSetup) {
    const ofClient = spending?.ofClient();
    this.#spending = ofClient;
    this.#recorder = new client.Recorder({
      now: clock.now,
      provider: provider.name,
      baseUrl: provider.baseUrl,
      costOf,
      ...(ofClient && { admit: ofClient.admit }),
      onEvent: (event) => {
        if (event.type === 'finished') ofClient?.ended(event.call, event.exchange);
        this.#onEvent(event);
      },
      onExchange: (exchange) => {
        this.#exchange = exchange;
      },
    });
    this.#client = client.createClient({
      baseUrl: provider.address,
      apiKey: provider.key.reveal(),
      organization: provider.organization,
      project: provider.project,
      fetch: provider.fetch,
      recorder: this.#recorder,
      clock,
      timeoutMs,
      maxRetries: 0,
    });
    signal.addEventListener('abort', () => this.#abort.abort(signal.reason), { once: true });
  }

  /** Sends one request and reads its answer to the end. Never throws. */
  async send(
    body: AskedBody,
    isStream: boolean,
    onEvent: (event: CallEvent) => void,
  ): Promise<Sent> {
    this.#onEvent = onEvent;
    this.#exchange = null;
    let error: unknown = null;
    try {
      await this.#ask(body, isStream);
    } catch (thrown) {
      error = thrown;
    }
    this.#recorder.settle();
    return { exchange: this.#exchange, error, refusal: this.#spending?.refusal() ?? null };
  }

  /** Reads the body without making events of it: the recording sees the bytes, and a thousand calls cost half as much. */
  async #ask(body: AskedBody, isStream: boolean): Promise<void> {
    // The SDK leaves its listener on the signal that it is given: that one lives no longer than the request.
    if (!this.#abort.signal.aborted) this.#abort = new AbortController();
    const { signal } = this.#abort;
    const response = await this.#client.responses
      .create({ ...body, stream: isStream }, { signal })
      .asResponse();
    if (isStream) for await (const chunk of response.body ?? []) void chunk;
    else await response.json();
  }
}
