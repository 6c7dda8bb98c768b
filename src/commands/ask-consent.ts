import { CourseError } from '../errors.ts';
import { plural } from '../terminal/format.ts';
import { wrap } from '../terminal/text.ts';
import { formatUsd, type PicoUsd } from '../usage/cost.ts';
import type { Screen } from './screen.ts';

export interface Expense {
  readonly requests: number;
  /** What all of them can cost at most; null where that is not known. */
  readonly most: PicoUsd | null;
}

/**
 * Says what a run can cost at most, and asks. Consent is never implied: without a terminal a flag must give it.
 * @returns whether to go on
 * @throws CourseError consent_required when there is nobody to ask
 */
export async function askConsent(
  screen: Screen,
  { requests, most }: Expense,
  flags: { readonly yes?: boolean; readonly budget?: PicoUsd },
): Promise<boolean> {
  const cost =
    most === null
      ? 'what they cost is not known here'
      : `at list price they cost ${formatUsd(most)} at most, as a rule far less`;
  const told = `This run sends ${plural(requests, 'request')} with your key; ${cost}.`;
  if (!screen.isInteractive && !flags.yes && flags.budget === undefined) {
    throw new CourseError(
      'consent_required',
      `${told} Nobody is there to agree to that.`,
      'Add --yes, or a limit such as --budget 0.05. Without a key: --provider sandbox',
    );
  }
  screen.note(wrap(told, screen.err.width));
  if (flags.yes || !screen.isInteractive) return true;
  const prompts = await screen.prompts();
  return prompts.confirm({ message: 'Send them?', default: false });
}
