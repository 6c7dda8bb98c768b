import type { Changes, DemoSource } from '../course/demo-source.ts';
import type { Lesson, Prediction } from '../course/lesson.ts';
import type { DemoPlan } from '../course/plan.ts';
import type { Totals } from '../course/totals.ts';
import { formatUsd } from '../usage/cost.ts';
import { renderCode } from './code.ts';
import { formatMs, plural } from './format.ts';
import { renderMarkdown } from './markdown.ts';
import { sanitize } from './sanitize.ts';
import { wrap } from './text.ts';
import type { Layout } from './theme.ts';

export function renderLessonStart(lesson: Lesson, minutes: number, layout: Layout): string[] {
  const { theme, width } = layout;
  return [
    '',
    ...wrap(theme.title(`Lesson ${lesson.id} · ${lesson.title}`), width),
    theme.dim(`about ${plural(minutes, 'minute')}, ${plural(lesson.steps.length, 'step')}`),
    '',
    'Afterwards you can',
    ...lesson.goals.flatMap((goal) => renderMarkdown(`- ${goal}`, layout)),
  ];
}

/** A rule with the step's place and title: easy to find when scrolling back. */
export function renderStepHeading(
  { number, total, title }: { number: number; total: number; title: string },
  { theme, width }: Layout,
): string[] {
  const heading = `Step ${number} of ${total} · ${title}`;
  const rule = '─'.repeat(Math.max(2, width - heading.length - 4));
  return ['', theme.heading(`── ${heading} ${rule}`), ''];
}

export function renderDemoSource({ setup, body }: DemoSource, layout: Layout): string[] {
  const code = (source: string) => renderCode(source, { ...layout, language: 'ts' });
  return ['', ...(setup === '' ? [] : [...code(setup), '']), ...code(body)];
}

/** Where a demo's request differs from its code, and where it runs when that is not where the lesson runs. */
export function renderChanges(
  { changed, added }: Changes,
  { onSandboxBecause, isUnstreamed }: Pick<DemoPlan, 'onSandboxBecause' | 'isUnstreamed'>,
  { theme, width }: Layout,
): string[] {
  const lines = [
    changed.length > 0 && theme.changed(`Changed in the request: ${listed(changed)}`),
    added.length > 0 && theme.changed(`Added to the request: ${listed(added)}`),
    isUnstreamed &&
      theme.changed('--no-stream: this code waits for whole answers, so no stream will be seen.'),
    onSandboxBecause !== null &&
      theme.dim(`Runs on the sandbox with every provider: ${onSandboxBecause}.`),
  ];
  return lines.flatMap((line) => (line ? ['', ...wrap(line, width)] : []));
}

function listed(fields: Changes['added']): string {
  return sanitize(fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', '));
}

/** What to guess before the demo runs. */
export function renderPrediction(prediction: Prediction, layout: Layout): string[] {
  const question = renderMarkdown(`**Before it runs, guess:** ${prediction.question}`, layout);
  if (prediction.kind === 'number') return ['', ...question];
  return ['', ...question, ...numbered(prediction.choices, layout)];
}

export function renderRecap({ recap }: Lesson, layout: Layout): string[] {
  return [
    '',
    layout.theme.heading('To keep in mind'),
    ...recap.flatMap((sentence) => renderMarkdown(`- ${sentence}`, layout)),
  ];
}

/** One line about everything a run sent; `wallMs` in milliseconds. */
export function renderTotals(
  totals: Totals & { readonly wallMs: number },
  { theme, width }: Layout,
): string[] {
  const { calls, requests, usage, billed, wallMs } = totals;
  const amount = amountOf(totals);
  const line = [
    // A call that was tried again is several requests.
    requests > calls && plural(calls, 'call'),
    plural(Math.max(requests, calls), 'request'),
    `${plural(usage.inputTokens, 'token')} in, ${usage.outputTokens} out`,
    billed ? amount : `${amount} at list price, nothing billed`,
    formatMs(wallMs),
  ]
    .filter(Boolean)
    .join(' · ');
  return wrap(theme.dim(line), width);
}

function amountOf({ cost, unpriced }: Totals): string {
  if (unpriced === 0) return formatUsd(cost);
  if (cost === 0n) return 'cost unknown';
  return `at least ${formatUsd(cost)} (of ${plural(unpriced, 'call')} it is unknown)`;
}

/** Items with numbers before them, as one answers with. */
export function numbered(items: readonly string[], layout: Layout): string[] {
  return renderMarkdown(items.map((item, index) => `${index + 1}. ${item}`).join('\n'), layout);
}
