import type { Finding } from '../doctor/finding.ts';
import { sanitize } from './sanitize.ts';
import { pad, wrap } from './text.ts';
import type { Layout, Theme } from './theme.ts';

const styles: Readonly<Record<Finding['verdict'], keyof Theme>> = {
  ok: 'good',
  note: 'warn',
  failed: 'bad',
};

const verdictWidth = 8;
const titleWidth = 10;

/** One check of `doctor`: verdict, title and detail, with what to do on lines of its own. */
export function renderFinding(
  title: string,
  { verdict, detail, advice }: Finding,
  { theme, width }: Layout,
): string[] {
  const margin = ' '.repeat(verdictWidth + titleWidth);
  const start = theme[styles[verdict]](pad(verdict, verdictWidth)) + pad(title, titleWidth);
  return [
    ...wrap(sanitize(detail), width, { indent: start, hanging: margin }),
    ...(advice === null
      ? []
      : wrap(sanitize(advice), width, { indent: `${margin}→ `, hanging: `${margin}  ` })),
  ];
}
