import type { CheckResult, JudgedCriterion } from '../practice/check.ts';
import { sanitize } from './sanitize.ts';
import { wrap } from './text.ts';
import type { Layout } from './theme.ts';

/** Each criterion under the circumstances it was judged in; of one that failed, what was expected and what was seen. */
export function renderCheck({ criteria, remarks }: CheckResult, layout: Layout): string[] {
  const runs = [...new Set(criteria.map(({ when }) => when))];
  return [
    ...runs.flatMap((run) => [
      '',
      ...wrap(layout.theme.heading(`The program ${run}`), layout.width),
      ...criteria
        .filter(({ when }) => when === run)
        .flatMap((criterion) => renderCriterion(criterion, layout)),
    ]),
    ...(remarks.length > 0 ? [''] : []),
    ...remarks.flatMap((remark) => wrap(layout.theme.warn(remark), layout.width)),
  ];
}

function renderCriterion(
  { name, passed, expected, actual }: JudgedCriterion,
  { theme, width }: Layout,
): string[] {
  const mark = passed ? theme.good('passed') : theme.bad('failed');
  const lines = wrap(`${mark}  ${name}`, width, { indent: '  ', hanging: '          ' });
  if (passed) return lines;
  const detail = (label: string, text: string) =>
    wrap(`${theme.dim(label)} ${sanitize(text)}`, width, {
      indent: '          ',
      hanging: `          ${' '.repeat(label.length + 1)}`,
    });
  return [...lines, ...detail('expected:', expected), ...detail('saw:     ', actual)];
}
