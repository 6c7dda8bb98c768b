import type { Trace } from '../bench/trace.ts';
import { formatMs } from './format.ts';
import { fillLines, pad } from './text.ts';
import type { Layout } from './theme.ts';

const timeWidth = 9;
const widest = 100;

const marks = {
  queued: '·',
  waiting: '░',
  writing: '█',
  refused: '!',
  pausing: '-',
  failed: '×',
} as const;
type Mark = keyof typeof marks;
type Cell = Mark | null;

const meanings: Readonly<Record<Mark, string>> = {
  queued: 'queued',
  waiting: 'waiting for the answer',
  writing: 'streaming it',
  refused: 'an attempt that failed',
  pausing: 'waiting to try again',
  failed: 'failed',
};

/** A call and the name of its row. */
export interface WaterfallRow {
  readonly name: string;
  readonly trace: Trace;
  /** It stood in a queue from the beginning until it was sent. */
  readonly isQueued: boolean;
}

/**
 * One row a call, all on one scale from the beginning to `wallMs`: `░` until the first token (for a plain answer: until it is
 * there), `█` while it is streamed; attempts that failed, waits between attempts and failures have marks of their own.
 */
export function renderWaterfall(
  rows: readonly WaterfallRow[],
  wallMs: number,
  { theme, width }: Layout,
): string[] {
  const nameWidth = Math.max(3, ...rows.map(({ name }) => name.length));
  const columns = Math.max(10, Math.min(width, widest) - nameWidth - 1 - timeWidth);
  const drawn = rows.map((row) => ({ row, cells: drawRow(row, columns, wallMs) }));
  const lines = drawn.map(({ row: { name, trace }, cells }) => {
    const bar = cells.map((mark) => (mark ? marks[mark] : ' ')).join('');
    const time = pad(formatMs(trace.endedMs - trace.startedMs), timeWidth, 'right');
    return `${pad(name, nameWidth, 'right')} ${theme.accent(pad(bar, columns))}${time}`;
  });
  const indent = ' '.repeat(nameWidth + 1);
  const seen = new Set(drawn.flatMap(({ cells }) => cells));
  const legend = (Object.keys(marks) as Mark[])
    .filter((mark) => seen.has(mark))
    .map((mark) => `${marks[mark]} ${meanings[mark]}`);
  return [
    ...lines,
    theme.dim(`${indent}0${pad(formatMs(wallMs), columns - 1, 'right')}`),
    ...fillLines(legend, width, { indent, gap: '   ' }).map((line) => theme.dim(line)),
  ];
}

/** What each column shows; every part of a call is at least one column wide. */
function drawRow({ trace, isQueued }: WaterfallRow, columns: number, wallMs: number): Cell[] {
  const cells = new Array<Cell>(columns).fill(null);
  const columnAt = (ms: number) => Math.round((ms * columns) / Math.max(1, wallMs));
  const paint = (fromMs: number, toMs: number, mark: Mark) => {
    const from = Math.min(columnAt(fromMs), columns - 1);
    cells.fill(mark, from, Math.max(from + 1, columnAt(toMs)));
  };
  const { attempts, startedMs, firstTokenMs, endedMs, isFailed } = trace;
  if (isQueued && columnAt(startedMs) > 0) paint(0, startedMs, 'queued');
  for (const [index, attempt] of attempts.slice(0, -1).entries()) {
    paint(attempt.startedMs, attempts[index + 1]?.startedMs ?? attempt.endedMs, 'pausing');
    paint(attempt.startedMs, attempt.endedMs, 'refused');
  }
  const sentMs = attempts.at(-1)?.startedMs ?? startedMs;
  paint(sentMs, endedMs, firstTokenMs === null ? 'waiting' : 'writing');
  if (firstTokenMs !== null && columnAt(firstTokenMs) > columnAt(sentMs)) {
    paint(sentMs, firstTokenMs, 'waiting');
  }
  if (isFailed) paint(endedMs - wallMs / columns, endedMs, 'failed');
  return cells;
}
