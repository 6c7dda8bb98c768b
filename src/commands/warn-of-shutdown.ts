import type { DemoPlan } from '../course/plan.ts';
import { wrap } from '../terminal/text.ts';
import { findModel } from '../usage/models.ts';
import { shutdownNotice } from '../usage/roles.ts';
import type { Screen } from './screen.ts';

/** One line for each model of a run that is about to be shut down, or has been. */
export function warnOfShutdown(plans: readonly DemoPlan[], now: Date, { note, err }: Screen): void {
  for (const name of new Set(plans.map(({ model }) => model))) {
    const model = findModel(name);
    const notice = model && shutdownNotice(model, now);
    if (notice) note(wrap(err.theme.warn(notice), err.width));
  }
}
