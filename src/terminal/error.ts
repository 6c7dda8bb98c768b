import type { CourseError } from '../errors.ts';
import { sanitize } from './sanitize.ts';
import { prefix, wrap } from './text.ts';
import type { Layout } from './theme.ts';

const margin = ' '.repeat('Error: '.length);

/**
 * A failure as a person reads it: what happened, under it what the server said, the code, HTTP status and request id as
 * far as known, whether a retry helps, then what to type next, a line for each line of the advice.
 */
export function renderError(
  error: Pick<CourseError, 'message' | 'advice' | 'code' | 'status' | 'requestId' | 'call'>,
  { theme, width }: Layout,
): string[] {
  const room = width - margin.length;
  const { status, requestId, call } = error;
  const facts = [
    error.code,
    status === null ? null : `HTTP status ${status}`,
    call?.apiCode ? `API code ${call.apiCode}` : null,
    requestId === null ? null : `request id ${requestId}`,
  ].filter((fact) => fact !== null);
  const paragraph = (text: string | null | undefined) => {
    const shown = sanitize(text ?? '').trim();
    return shown === '' ? [] : wrap(shown, room);
  };
  return [
    ...prefix(paragraph(error.message), `${theme.bad('Error:')} `, margin),
    ...prefix(paragraph(call?.serverMessage && `It said: ${call.serverMessage}`), margin, margin),
    ...prefix(paragraph(call?.retry), margin, margin),
    ...wrap(theme.dim(sanitize(facts.join(' · '))), width, { indent: margin }),
    ...prefix(paragraph(error.advice), `${theme.strong('Next:')}  `, margin),
  ];
}
