import type { CourseError } from '../../src/errors.ts';

/** Everything that an explanation tells, side by side. */
export function told(explanation: CourseError | undefined) {
  if (!explanation?.call) return undefined;
  const { code, message, advice, status, requestId, call } = explanation;
  return { code, message, advice, status, requestId, ...call };
}
