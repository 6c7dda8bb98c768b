import { randomInt } from 'node:crypto';
import type { CallSetup } from '../bench/call.ts';
import type { AskedBody } from '../bench/lane.ts';
import { Pacer } from '../bench/pacer.ts';
import { type BenchMode, warmUp } from '../bench/run-bench.ts';
import type { BenchFlags } from '../flags.ts';
import type { Provider } from '../provider.ts';
import { costOf, type Rates } from '../usage/cost.ts';
import { loadPrices } from '../usage/prices.ts';
import type { OpenedRun } from './open-run.ts';

/** What the calls of a bench need, the run's provider opened. */
export async function openCalls(
  { runner, circumstances }: OpenedRun,
  { rpm, tpm }: Pick<BenchFlags, 'rpm' | 'tpm'>,
): Promise<CallSetup> {
  const [client, prices, provider] = await Promise.all([
    import('../client/index.ts'),
    loadPrices(),
    runner.openProvider(),
  ]);
  const { clock, today, timeoutMs, maxRetries, spending, signal } = runner.setup;
  const ratesOf = remembered((model, inputTokens) =>
    prices.rates(model, { at: today, inputTokens }),
  );
  return {
    client,
    provider,
    clock,
    random,
    timeoutMs,
    maxRetries,
    spending,
    signal,
    costOf: (usage, model) => {
      const rates = ratesOf(model, usage.inputTokens);
      return rates && costOf(usage, rates);
    },
    pacer: new Pacer({
      clock,
      signal,
      limits: { requests: rpm ?? null, tokens: tpm ?? null },
      isUnused: circumstances.isSimulated,
    }),
  };
}

/**
 * Makes one call that is not counted. In this process there is no connection to pay for, only code that runs for the first time:
 * a sandbox of its own will do, which leaves fail script and limits alone.
 * @throws CourseError when the call failed in a way that all others will fail in too
 */
export async function warmUpCalls(
  setup: CallSetup,
  { runner, circumstances }: OpenedRun,
  [body]: readonly AskedBody[],
  [mode]: readonly BenchMode[],
): Promise<void> {
  if (!body || !mode) return;
  const own = circumstances.isSimulated ? await elsewhere(setup, runner.openSandbox) : setup;
  const { failure } = await warmUp(body, own, mode);
  if (failure?.call && !failure.call.retryHelps) throw failure;
}

async function elsewhere(
  setup: CallSetup,
  openSandbox: (failScript: undefined) => Promise<Provider>,
): Promise<CallSetup> {
  const { clock, signal } = setup;
  const limits = { requests: null, tokens: null };
  return {
    ...setup,
    provider: await openSandbox(undefined),
    pacer: new Pacer({ clock, signal, limits, isUnused: true }),
    spending: null,
  };
}

type RatesOf = (model: string, inputTokens: number) => Rates | null;

/** The same few prices are asked for with every call, and looking one up takes a tenth of a call's own work. */
function remembered(ratesOf: RatesOf): RatesOf {
  const known = new Map<string, Rates | null>();
  return (model, inputTokens) => {
    const key = `${model} ${inputTokens}`;
    const rates = known.get(key);
    if (rates !== undefined) return rates;
    const found = ratesOf(model, inputTokens);
    known.set(key, found);
    return found;
  };
}

/** Uniform in [0, 1). */
function random(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
