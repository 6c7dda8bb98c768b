import type { CheckResult, CriterionResult } from '../practice/check.ts';
import type { DiffLine } from '../practice/difference.ts';
import type { Exercise } from '../practice/exercise.ts';
import { renderMarkdown } from './markdown.ts';
import { sanitize } from './sanitize.ts';
import { pad, wrap } from './text.ts';
import type { Layout } from './theme.ts';

export function renderTask({ id, title, task }: Exercise, layout: Layout): string[] {
  return [
    '',
    ...wrap(layout.theme.title(`Exercise ${id} · ${title}`), layout.width),
    '',
    ...renderMarkdown(task, layout),
  ];
}

/** Each criterion with its verdict; of one that was not met, what was expected and what was seen. */
export function renderCheck({ criteria }: CheckResult, layout: Layout): string[] {
  return criteria.flatMap((criterion) => renderCriterion(criterion, layout));
}

const verdictWidth = 8;
const labelWidth = 10;
const margin = ' '.repeat(verdictWidth);

function renderCriterion(
  { passed, name, expected, actual }: CriterionResult,
  { theme, width }: Layout,
): string[] {
  const verdict = passed
    ? theme.good(pad('passed', verdictWidth))
    : theme.bad(pad('FAILED', verdictWidth));
  const detail = (label: string, text: string) =>
    wrap(sanitize(text), width, {
      indent: margin + theme.dim(pad(label, labelWidth)),
      hanging: margin + ' '.repeat(labelWidth),
    });
  return [
    ...wrap(name, width, { indent: verdict, hanging: margin }),
    ...(passed ? [] : [...detail('expected', expected), ...detail('seen', actual)]),
  ];
}

const marks = { same: ' ', added: '+', removed: '-' } as const;
const styles = { same: 'dim', added: 'good', removed: 'bad' } as const;

/** Lines are not wrapped, so that they can be copied. */
export function renderDifference(lines: readonly DiffLine[], { theme }: Layout): string[] {
  return lines.map(({ kind, text }) =>
    theme[styles[kind]](`${marks[kind]} ${sanitize(text)}`.trimEnd()),
  );
}
