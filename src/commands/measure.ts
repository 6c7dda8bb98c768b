import type { AskedBody } from '../bench/lane.ts';
import { type BenchEvent, type BenchMode, runBench } from '../bench/run-bench.ts';
import { keepHeapSmall } from '../bench/small-heap.ts';
import { summarize } from '../bench/summary.ts';
import { asking } from '../compare/ask.ts';
import type { Context } from '../context.ts';
import { planDemo } from '../course/plan.ts';
import { addExchange, zeroTotals } from '../course/totals.ts';
import { CourseError, Interrupted } from '../errors.ts';
import type { BenchFlags } from '../flags.ts';
import { askConsent } from './ask-consent.ts';
import { openCalls, warmUpCalls } from './bench-setup.ts';
import { createBenchView } from './bench-view.ts';
import { costOfAll, printDryRun } from './dry-run.ts';
import type { OpenedRun } from './open-run.ts';
import { reportBench } from './report-bench.ts';
import type { Screen } from './screen.ts';
import { tellFailure } from './tell-failure.ts';
import { withTotals } from './tell-totals.ts';
import { warnOfShutdown } from './warn-of-shutdown.ts';

/** What is measured. */
export interface Measurement {
  readonly modes: readonly BenchMode[];
  /** Calls in each run of a mode. */
  readonly requests: number;
  /** Of each mode. */
  readonly runs: number;
}

/** Runs a bench and reports it. A file of its own since it loads all that draws and runs: by then the first line is on the screen. */
export async function measure(
  context: Context,
  screen: Screen,
  opened: OpenedRun,
  measurement: Measurement,
  flags: BenchFlags,
): Promise<number> {
  const { settings, circumstances, target } = opened;
  const plans = planDemo(asking, '', settings, circumstances);
  const variants = plans.map(
    // Nobody reads these answers again, so the server need not keep them.
    ({ model, question, overrides }): AskedBody => ({
      model,
      input: question,
      store: false,
      ...overrides,
    }),
  );
  const { modes, requests, runs } = measurement;
  const bodies = repeated(variants, requests);
  const sent = [...variants.slice(0, 1), ...repeated(bodies, bodies.length * modes.length * runs)];
  if (flags.dryRun) {
    const shown = { ...variants[0], stream: modes.at(-1)?.stream };
    return printDryRun(context, screen, shown, flags, sent);
  }
  warnOfShutdown(plans, { settings, now: circumstances.today }, screen);
  if (target.key !== null) {
    const cost = await costOfAll(context, sent);
    const expense = { requests: sent.length, most: cost?.most ?? null };
    if (!(await askConsent(screen, expense, flags))) return 0;
  }
  keepHeapSmall(sent.length);
  return run(context, screen, opened, { ...measurement, bodies }, flags);
}

async function run(
  context: Context,
  screen: Screen,
  opened: OpenedRun,
  { modes, bodies, runs }: Measurement & { readonly bodies: readonly AskedBody[] },
  flags: BenchFlags,
): Promise<number> {
  let totals = zeroTotals;
  const failures: CourseError[] = [];
  const view = await createBenchView(context, screen, { calls: bodies.length, runs }, flags);
  const onEvent = (event: BenchEvent) => {
    if (event.type === 'call') {
      const { step } = event;
      if (step.type === 'failed') failures.push(step.failure);
      if (step.type === 'failed' || step.type === 'done')
        totals = addExchange(totals, step.exchange);
    }
    view.show(event);
  };
  const told = { json: flags.json ?? false, totals: () => totals };
  return withTotals(context, screen, told, async () => {
    try {
      const setup = await openCalls(opened, flags);
      await warmUpCalls(setup, opened, bodies, modes);
      const summaries = summarize(await runBench({ modes, bodies, runs }, setup, onEvent));
      view.end();
      await reportBench(context, screen, summaries, bodies[0]?.input ?? '', flags);
      const [failure] = failures;
      if (failure && summaries.every(({ succeeded }) => succeeded === 0)) throw failure;
      return 0;
    } catch (error) {
      view.end();
      if (!(error instanceof CourseError) || error instanceof Interrupted) throw error;
      return tellFailure(screen, error, flags);
    }
  });
}

/** The items in turn, so many of them. */
function repeated<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, index) => items[index % items.length]).filter(
    (item) => item !== undefined,
  );
}
