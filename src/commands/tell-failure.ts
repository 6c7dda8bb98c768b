import type { CourseError } from '../errors.ts';
import { renderError } from '../terminal/error.ts';
import { errorJson } from '../terminal/json.ts';
import type { Screen } from './screen.ts';

/** Tells why a run failed, before its totals. @returns the exit code */
export function tellFailure(
  screen: Screen,
  failure: CourseError,
  { json = false }: { readonly json?: boolean },
): number {
  if (json) screen.printJson(errorJson(failure));
  else screen.note(['', ...renderError(failure, screen.err)]);
  return failure.exitCode;
}
