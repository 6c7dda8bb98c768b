import { type CourseOptions, runCourse } from '../helpers/course.ts';

/** The smallest run that sends a request. */
export const oneStep = ['lesson', '01', '--step', '2'];

type Line = Readonly<Record<string, unknown>> | undefined;

/** That run with `--json`, and what its lines say. */
export async function runStep(flags: readonly string[], options?: CourseOptions) {
  const result = await runCourse([...oneStep, '--json', ...flags], options);
  const lines = result.json();
  const exchange: Line = lines.find(({ type }) => type === 'exchange');
  const error: Line = lines.find(({ type }) => type === 'error');
  return {
    ...result,
    exchange,
    error,
    attempts: (exchange?.attempts ?? []) as NonNullable<Line>[],
    timing: exchange?.timing as Line,
    usage: exchange?.usage as Line,
  };
}
