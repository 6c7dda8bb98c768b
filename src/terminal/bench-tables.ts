import type { BenchMode } from '../bench/run-bench.ts';
import type { ModeSummary } from '../bench/summary.ts';
import { formatUsd } from '../usage/cost.ts';
import { formatMs } from './format.ts';
import { renderTable } from './table.ts';
import { pad, wrap } from './text.ts';
import type { Layout } from './theme.ts';

/** Two tables with a row for each mode: how long it took, and what went through; and what one of the columns means. */
export function renderModes(summaries: readonly ModeSummary[], layout: Layout): string[] {
  return [
    ...tableOf(summaries, timeColumns, layout),
    '',
    ...tableOf(summaries, workColumns, layout),
    '',
    ...wrap(layout.theme.dim(idealNote), layout.width),
  ];
}

const idealNote =
  'of ideal: the shortest time for calls as long as these, with their retries and the waits before them, as a share of the wall time';

const none = '–';

/** A column: what it is called and what it shows of a mode. */
type Column = readonly [name: string, cell: (summary: ModeSummary) => string];

const modeColumn: Column = ['mode', ({ mode, typical }) => nameOfMode(mode, typical.calls.length)];

const timeColumns: readonly Column[] = [
  modeColumn,
  ['wall time', ({ wallMs }) => formatMs(wallMs)],
  ['speed-up', ({ speedup }) => factor(speedup)],
  ['of ideal', ({ efficiency }) => `${Math.round(efficiency * 100)} %`],
  ['first token', ({ firstTokenP50Ms }) => msOrNone(firstTokenP50Ms)],
  ['median', ({ p50Ms }) => msOrNone(p50Ms)],
  ['95 %', ({ p95Ms }) => msOrNone(p95Ms)],
  ['slowest', ({ maxMs }) => msOrNone(maxMs)],
];

const workColumns: readonly Column[] = [
  modeColumn,
  ['failed', ({ failed, requests }) => `${failed} of ${requests}`],
  ['retries', ({ retries }) => String(retries)],
  ['429s', ({ rateLimited }) => String(rateLimited)],
  ['at once', ({ maxInFlight }) => String(maxInFlight)],
  ['calls/s', ({ requestsPerSecond }) => requestsPerSecond.toFixed(1)],
  ['tokens/s', ({ outputTokensPerSecond }) => outputTokensPerSecond.toFixed(0)],
  ['cost', ({ cost }) => (cost === null ? 'unknown' : formatUsd(cost))],
];

function tableOf(
  summaries: readonly ModeSummary[],
  columns: readonly Column[],
  layout: Layout,
): string[] {
  // A column without a value in it only takes room.
  const told = columns.filter(([, cell]) => summaries.some((summary) => cell(summary) !== none));
  const head = told.map(([name]) => name);
  const rows = summaries.map((summary) => told.map(([, cell]) => cell(summary)));
  const align = head.map((name) => (name === 'mode' ? 'left' : 'right'));
  return renderTable({ head, rows, align }, layout);
}

/** `sequential`, `8 at once`, `streamed`. */
export function nameOfMode({ name, concurrency }: BenchMode, calls: number): string {
  return name === 'parallel' ? atOnce(concurrency, calls) : name;
}

/** `8 at once`: never more than there are calls. */
export function atOnce(concurrency: number, calls: number): string {
  const most = Math.min(concurrency, calls);
  return most === 1 ? 'one at a time' : `${most.toLocaleString('en')} at once`;
}

const widestBar = 50;

/** Speed-up over concurrency as bars, and beside each what the same calls allow at best. */
export function renderCurve(summaries: readonly ModeSummary[], { theme, width }: Layout): string[] {
  const sequentialMs = summaries.find(({ mode }) => mode.name === 'sequential')?.wallMs ?? null;
  const points = summaries
    .toSorted((a, b) => a.mode.concurrency - b.mode.concurrency)
    .map((summary) => ({
      name: nameOfMode(summary.mode, summary.typical.calls.length),
      value: summary.speedup ?? summary.requestsPerSecond,
      best: sequentialMs === null || summary.idealMs === 0 ? null : sequentialMs / summary.idealMs,
    }));
  const nameWidth = Math.max(...points.map(({ name }) => name.length));
  const most = Math.max(...points.map(({ value }) => value), Number.EPSILON);
  const columns = Math.max(5, Math.min(widestBar, width - nameWidth - 30));
  const unit = sequentialMs === null ? ' calls/s' : ' times';
  return points.map(({ name, value, best }) => {
    const bar = theme.accent('█'.repeat(Math.max(1, Math.round((value / most) * columns))));
    const told = `${value.toFixed(1)}${unit}`;
    const ideal = best === null ? '' : theme.dim(` (ideal ${best.toFixed(1)})`);
    return `${pad(name, nameWidth)} ${bar} ${told}${ideal}`;
  });
}

function factor(value: number | null): string {
  return value === null ? none : `${value.toFixed(1)} ×`;
}

function msOrNone(ms: number | null): string {
  return ms === null ? none : formatMs(ms);
}
