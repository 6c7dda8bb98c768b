import { format } from 'node:util';
import type { Exchange } from '../client/exchange.ts';
import type { RequestOverrides } from '../client/overrides.ts';
import type { CallEvent } from '../client/recording.ts';
import type { Clock } from '../context.ts';
import type { CourseError } from '../errors.ts';
import type { Provider } from '../provider.ts';
import { type Cost, costOf } from '../usage/cost.ts';
import { loadPrices, type PriceList } from '../usage/prices.ts';
import type { Usage } from '../usage/usage.ts';
import { type DemoInputs, demoInputs } from './demo-inputs.ts';
import { explainForeignAnswer, foreignAnswer, isAnswered } from './foreign-answer.ts';
import { withHeaderTimeout } from './header-timeout.ts';
import type { DemoDeclaration, DemoSurroundings, StepOutcome } from './lesson.ts';
import type { Spending } from './spending.ts';

/** What a demo runs with, the same for every demo of a run. */
export interface DemoSetup {
  readonly clock: Clock;
  /** The day by which prices are looked up. */
  readonly today: Date;
  /** To the headers of an attempt, and between two chunks of a body, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxRetries: number;
  /** Kept with `--budget`; null: spend what it takes. */
  readonly spending: Spending | null;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
}

/** What changes from demo to demo. */
export interface DemoRun {
  readonly demo: DemoDeclaration;
  readonly provider: Provider;
  readonly model: string;
  readonly question: string;
  readonly overrides: RequestOverrides;
  readonly onEvent: (event: DemoEvent) => void;
}

/** What happens while a demo runs. */
export type DemoEvent =
  | { readonly type: 'printed'; readonly text: string }
  | { readonly type: 'call'; readonly event: CallEvent };

export interface DemoResult extends StepOutcome {
  /** Why it did not work; null when it did, or when it is there to provoke a failure and has dealt with it. */
  readonly failure: CourseError | null;
}

/**
 * Runs one demo with a client of its own.
 * @throws Interrupted on Ctrl-C, and whatever is our own mistake
 */
export async function runDemo(setup: DemoSetup, run: DemoRun): Promise<DemoResult> {
  const [client, prices] = await Promise.all([import('../client/index.ts'), loadPrices()]);
  const { provider, demo } = run;
  const { clock, today, timeoutMs } = setup;
  const exchanges: Exchange[] = [];
  const spending = setup.spending?.ofClient();
  const recorder = new client.Recorder({
    now: clock.now,
    provider: provider.name,
    baseUrl: provider.baseUrl,
    costOf: (usage, model) => callCost(prices, usage, model, today),
    ...(spending && { admit: spending.admit }),
    onEvent: (event) => {
      if (event.type === 'finished') spending?.ended(event.call, event.exchange);
      run.onEvent({ type: 'call', event });
    },
    onExchange: (exchange) => exchanges.push(exchange),
  });
  const sdk = client.createClient({
    baseUrl: provider.address,
    apiKey: provider.key.reveal(),
    organization: provider.organization,
    project: provider.project,
    fetch: provider.fetch,
    recorder,
    clock,
    timeoutMs,
    maxRetries: setup.maxRetries,
    overrides: run.overrides,
  });
  const recordedFetch = client.recordingFetch(withHeaderTimeout(provider.fetch, clock, timeoutMs), {
    recorder,
    clock,
    idleTimeoutMs: timeoutMs,
  });
  const surroundings = surroundingsOf(run, {
    inputs: demoInputs(run, prices, today),
    fetch: client.overridingFetch(recordedFetch, run.overrides),
  });

  const thrown = await outcomeOf(demo.run(sdk, surroundings.given), setup.signal);
  recorder.settle();
  setup.signal.throwIfAborted();
  const outcome = { exchanges, printed: surroundings.printed() };
  // A demo may have caught it like any other error of a call.
  const refusal = spending?.refusal();
  if (refusal) return { ...outcome, failure: refusal };
  if (thrown) return { ...outcome, failure: failureOf(client, thrown.error, exchanges) };
  // A stream that was cut ends a loop like any other: only the exchange knows.
  const explain = (exchange: Exchange) =>
    client.explainExchange(exchange) ?? explainForeignAnswer(exchange);
  const silent = demo.onSandbox ? undefined : exchanges.map(explain).find(Boolean);
  return { ...outcome, failure: silent ?? null };
}

function surroundingsOf(
  run: DemoRun,
  { inputs, fetch }: { readonly inputs: DemoInputs; readonly fetch: typeof globalThis.fetch },
) {
  let printed = '';
  const write = (text: string) => {
    printed += text;
    run.onEvent({ type: 'printed', text });
  };
  const given: DemoSurroundings = {
    ...inputs,
    // Demos read the JSON they expect, as any program does; what is not there shows as a TypeError.
    fetch: fetch as DemoSurroundings['fetch'],
    console: { log: (...values) => write(`${format(...values)}\n`) },
    process: {
      env: { OPENAI_API_KEY: run.provider.key.reveal(), OPENAI_BASE_URL: run.provider.address },
      stdout: { write },
    },
  };
  return { given, printed: () => printed };
}

/** What the demo threw, if it did; gives up waiting when the signal aborts, since the SDK's sleep before a retry cannot. */
async function outcomeOf(
  demo: Promise<void>,
  signal: AbortSignal,
): Promise<{ error: unknown } | undefined> {
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
  try {
    await Promise.race([demo, aborted]);
    return undefined;
  } catch (error) {
    return { error };
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

type ClientRoom = typeof import('../client/index.ts');

function failureOf(
  client: ClientRoom,
  error: unknown,
  exchanges: readonly Exchange[],
): CourseError {
  const last = exchanges.at(-1);
  // A demo that calls `fetch` by itself throws an error of its own: then the exchange tells what went wrong.
  const explained = client.explainError(error, last) ?? (last && client.explainExchange(last));
  if (explained) return explained;
  // Demos read the documented fields: when those are missing, the answer was somebody else's.
  if (last && isAnswered(last) && error instanceof TypeError) return foreignAnswer(last, error);
  throw error;
}

function callCost(prices: PriceList, usage: Usage, model: string, at: Date): Cost | null {
  const rates = prices.rates(model, { at, inputTokens: usage.inputTokens });
  return rates && costOf(usage, rates);
}
