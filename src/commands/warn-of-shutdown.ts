import type { DemoPlan, RequestSettings } from '../course/plan.ts';
import { wrap } from '../terminal/text.ts';
import { findModel } from '../usage/models.ts';
import { shutdownNotice } from '../usage/roles.ts';
import type { Screen } from './screen.ts';

/** Of a model that nobody asked for: its successor is in the registry. */
const byItself = ' The course changes over by itself.';

/** One line for each model of a run that is about to be shut down, or has been. */
export function warnOfShutdown(
  plans: readonly DemoPlan[],
  { settings, now }: { readonly settings: RequestSettings; readonly now: Date },
  { note, err, prose }: Screen,
): void {
  const isChosen = new Map(
    plans.map(({ model, variant }) => [model, [variant.model, settings.model].includes(model)]),
  );
  for (const [name, chosen] of isChosen) {
    const model = findModel(name);
    const notice = model && shutdownNotice(model, now);
    if (notice) note(wrap(err.theme.warn(`${notice}${chosen ? '' : byItself}`), prose.width));
  }
}
