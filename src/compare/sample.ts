import type { Exchange } from '../client/exchange.ts';
import type { CourseError } from '../errors.ts';

/** What one run gave: its calls, and why it failed if it did. */
export interface Sample {
  readonly exchanges: readonly Exchange[];
  readonly printed: string;
  readonly failure: CourseError | null;
}

/** What a run answered: the text of its last call that has one, else what it printed. */
export function textOf({ exchanges, printed }: Sample): string {
  return exchanges.findLast(({ outputText }) => outputText !== null)?.outputText ?? printed;
}
