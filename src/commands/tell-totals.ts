import type { Context } from '../context.ts';
import type { Totals } from '../course/totals.ts';
import { Interrupted } from '../errors.ts';
import { errorJson, summaryJson } from '../terminal/json.ts';
import { renderTotals } from '../terminal/lesson.ts';
import type { Screen } from './screen.ts';

/**
 * Does a run's work and tells, as its last line, what it sent and cost in all: also when Ctrl-C ends it, since
 * what was sent until then may be billed.
 * @returns the exit code
 */
export async function withTotals(
  { clock }: Context,
  screen: Screen,
  { json = false, totals }: { readonly json?: boolean; readonly totals: () => Totals },
  work: () => Promise<number>,
): Promise<number> {
  const startedAt = clock.now();
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    if (json) screen.printJson(errorJson(error));
    return error.exitCode;
  } finally {
    tellTotals(screen, { ...totals(), wallMs: clock.now() - startedAt }, json);
  }
}

function tellTotals(
  screen: Screen,
  totals: Totals & { readonly wallMs: number },
  json: boolean,
): void {
  if (json) screen.printJson(summaryJson(totals));
  else if (totals.calls > 0) screen.note(['', ...renderTotals(totals, screen.err)]);
}
