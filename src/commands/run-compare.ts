import { asking } from '../compare/ask.ts';
import type { Context } from '../context.ts';
import { DemoRunner, type RunEvent } from '../course/demo-runner.ts';
import { planDemo } from '../course/plan.ts';
import type { CompareFlags } from './compare.ts';
import { printDryRun } from './dry-run.ts';
import { printRunEvent } from './lesson-json.ts';
import type { OpenedRun } from './open-run.ts';
import { createRunView } from './run-view.ts';
import type { Screen } from './screen.ts';
import { tellFailure } from './tell-failure.ts';
import { withTotals } from './tell-totals.ts';
import { warnOfShutdown } from './warn-of-shutdown.ts';

/** Asks and compares. A file of its own since it loads all that draws and runs: by then the first line is on the screen. */
export async function runCompare(
  context: Context,
  screen: Screen,
  { settings, circumstances, runner }: OpenedRun,
  flags: CompareFlags,
): Promise<number> {
  const plans = planDemo(asking, '', settings, circumstances);
  const demos = new DemoRunner({ ...runner, onEvent: await createReader(context, screen, flags) });

  const [first] = plans;
  if (flags.dryRun && first) {
    const { body } = await demos.capture(first);
    return printDryRun(context, screen, body, flags);
  }
  warnOfShutdown(plans, { settings, now: circumstances.today }, screen);
  const told = { json: flags.json ?? false, totals: () => demos.totals() };
  return withTotals(context, screen, told, async () => {
    const { failure } = await demos.perform(plans, settings.samples ?? 1);
    return failure ? tellFailure(screen, failure, flags) : 0;
  });
}

async function createReader(
  context: Context,
  screen: Screen,
  flags: CompareFlags,
): Promise<(event: RunEvent) => void> {
  const isVerbose = flags.verbose ?? false;
  if (flags.json) {
    return (event) => printRunEvent(event, { lesson: null, step: null }, { screen, isVerbose });
  }
  const progress = await screen.progress();
  const { write } = context.out;
  return createRunView({ screen, progress, isVerbose, write });
}
