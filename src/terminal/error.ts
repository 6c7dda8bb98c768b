import type { CourseError } from '../errors.ts';
import { sanitize } from './sanitize.ts';
import { prefix, wrap } from './text.ts';
import type { Layout } from './theme.ts';

const margin = ' '.repeat('Error: '.length);

/**
 * A failure as a person reads it: what happened, under it the code, HTTP status and request id as far as known,
 * then what to type next, a line for each line of the advice.
 */
export function renderError(
  error: Pick<CourseError, 'message' | 'advice' | 'code' | 'status' | 'requestId'>,
  { theme, width }: Layout,
): string[] {
  const room = width - margin.length;
  const facts = [
    error.code,
    error.status === null ? [] : `HTTP status ${error.status}`,
    error.requestId === null ? [] : `request id ${error.requestId}`,
  ].flat();
  const advice = error.advice === '' ? [] : wrap(sanitize(error.advice), room);
  return [
    ...prefix(wrap(sanitize(error.message), room), `${theme.bad('Error:')} `, margin),
    ...wrap(theme.dim(sanitize(facts.join(' · '))), width, { indent: margin }),
    ...prefix(advice, `${theme.strong('Next:')}  `, margin),
  ];
}
