import type { CheckResult, CriterionResult, Run, Trouble } from '../practice/check.ts';
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

/** What a check is waiting for. */
export function runText(title: string, { number, of, scenario }: Run): string {
  const which = of > 1 ? ` · run ${number} of ${of}: ${scenario}` : '';
  return `Running ${title}${which}`;
}

/**
 * What a program said when it broke down, then each criterion with its verdict; of one that was not met, what was expected
 * and what was seen. Of a program that asked nothing, there is nothing to judge.
 */
export function renderCheck({ criteria, trouble }: CheckResult, layout: Layout): string[] {
  const verdicts = criteria.flatMap((criterion) => renderCriterion(criterion, layout));
  if (!trouble) return verdicts;
  const told = renderTrouble(trouble, layout);
  return trouble.kind === 'crashed' ? [...told, '', ...verdicts] : told;
}

const troubles: Readonly<Record<Trouble['kind'], string>> = {
  crashed: 'Your program ended with an error.',
  crashed_unasked:
    'Your program ended with an error before it sent a request, so there is nothing to judge yet.',
  never_asked: 'Your program ended without sending a request, so there is nothing to judge yet.',
};

function renderTrouble({ kind, advice, lastLines }: Trouble, { theme, width }: Layout): string[] {
  return [
    ...wrap(theme.bad(troubles[kind]), width),
    ...(advice === null ? [] : wrap(`${advice}.`, width)),
    ...(lastLines.length > 0 ? [theme.dim('It wrote on standard error:')] : []),
    ...lastLines.flatMap((line) => wrap(sanitize(line), width, { indent: '  ' })),
  ];
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
