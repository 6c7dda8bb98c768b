import type { Totals } from '../course/totals.ts';
import { summaryJson } from '../terminal/json.ts';
import { renderTotals } from '../terminal/lesson.ts';
import type { Screen } from './screen.ts';

/** What a run sent and cost in all, as its last line; `wallMs` in milliseconds. */
export function tellTotals(
  screen: Screen,
  totals: Totals & { readonly wallMs: number },
  json: boolean,
): void {
  if (json) screen.printJson(summaryJson(totals));
  else if (totals.requests > 0) screen.note(['', ...renderTotals(totals, screen.err)]);
}
