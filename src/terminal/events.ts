import type { Exchange, StreamEvent } from '../client/exchange.ts';
import { formatMs } from './format.ts';
import { sanitize } from './sanitize.ts';
import { renderTable } from './table.ts';
import { truncate, widest } from './text.ts';
import type { Layout } from './theme.ts';

/** The events of a stream in order, runs of the same kind in one row. */
export function renderEvents(exchange: Exchange | undefined, layout: Layout): string[] {
  if (!exchange) return [layout.theme.dim('Nothing was streamed.')];
  const runs = runsOf(exchange.events);
  const times = runs.map((run) => formatMs(run[0]?.atMs ?? 0));
  const names = runs.map(
    (run) => sanitize(run[0]?.type ?? '') + (run.length > 1 ? ` × ${run.length}` : ''),
  );
  const room = Math.max(narrowestText, layout.width - widest(times) - widest(names) - 2 * gap);
  const rows = runs.map((run, index) => [
    times[index] ?? '',
    names[index] ?? '',
    truncate(sanitize(run.map(carriedText).join('')), room),
  ]);
  return renderTable({ head: ['after', 'event', 'carries'], rows, align: ['right'] }, layout);
}

/** Columns between two columns of a table. */
const gap = 2;
const narrowestText = 16;

function runsOf(events: readonly StreamEvent[]): StreamEvent[][] {
  const runs: StreamEvent[][] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last?.[0]?.type === event.type) last.push(event);
    else runs.push([event]);
  }
  return runs;
}

/** What of an event a program would look at. */
function carriedText({ data }: StreamEvent): string {
  const { delta, response } = data as {
    delta?: unknown;
    response?: { status?: string; usage?: { total_tokens?: number } | null };
  };
  if (typeof delta === 'string') return delta;
  if (!response) return '';
  const usage = response.usage
    ? `, usage of ${response.usage.total_tokens} tokens`
    : ', no usage yet';
  return `status ${response.status}${usage}`;
}
