import type { Exchange } from '../client/exchange.ts';
import { formatMs } from './format.ts';
import { pad } from './text.ts';
import type { Layout } from './theme.ts';

const labelWidth = 4;
const timeWidth = 9;
const marks = { waiting: '░', writing: '█', failed: '×' } as const;

/**
 * One row a call, in the order in which they started, all on one scale from the first start to the last end: `░` until the first token (for a plain
 * answer: until it is there), `█` while it is streamed, `×` at the end of one that failed.
 */
export function renderWaterfall(recorded: readonly Exchange[], { theme, width }: Layout): string[] {
  // They were recorded in the order in which they ended.
  const exchanges = recorded.toSorted((a, b) => a.timing.startedAt - b.timing.startedAt);
  const start = Math.min(...exchanges.map(({ timing }) => timing.startedAt));
  const end = Math.max(...exchanges.map(({ timing }) => timing.startedAt + timing.totalMs));
  const columns = Math.max(10, Math.min(width, 100) - labelWidth - timeWidth);
  const scale = columns / Math.max(1, end - start);
  const rows = exchanges.map(({ timing, status }, index) => {
    const from = Math.round((timing.startedAt - start) * scale);
    const to = Math.max(from + 1, Math.round((timing.startedAt + timing.totalMs - start) * scale));
    const first = timing.firstTokenMs ?? timing.totalMs;
    const middle = Math.min(to, Math.round((timing.startedAt + first - start) * scale));
    const isFailed = status === 'failed' || status === 'aborted';
    const bar =
      ' '.repeat(from) +
      marks.waiting.repeat(Math.max(0, middle - from)) +
      marks.writing.repeat(Math.max(0, to - Math.max(from, middle)));
    const drawn = isFailed ? bar.slice(0, -1) + marks.failed : bar;
    return `${pad(String(index + 1), labelWidth - 1, 'right')} ${theme.accent(pad(drawn, columns))}${pad(formatMs(timing.totalMs), timeWidth, 'right')}`;
  });
  const scaleLine = `${' '.repeat(labelWidth)}0${pad(formatMs(end - start), columns - 1, 'right')}`;
  const legend = `${marks.waiting} waiting for the answer   ${marks.writing} streaming it   ${marks.failed} failed`;
  return [...rows, theme.dim(scaleLine), theme.dim(`${' '.repeat(labelWidth)}${legend}`)];
}
