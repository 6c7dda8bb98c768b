import { traceOf } from '../bench/trace.ts';
import type { Exchange } from '../client/exchange.ts';
import type { Layout } from '../terminal/theme.ts';
import { renderWaterfall } from '../terminal/waterfall.ts';

/** Draws calls in the order in which they were started, from the start of the first to the end of the last. */
export function drawCalls(exchanges: readonly Exchange[], layout: Layout): string[] {
  const beginning = Math.min(...exchanges.map(({ timing }) => timing.startedAt));
  const rows = exchanges
    .map((exchange) => traceOf(exchange, beginning))
    // They were recorded in the order in which they ended.
    .toSorted((a, b) => a.startedMs - b.startedMs)
    .map((trace, index) => ({ name: String(index + 1), trace, isQueued: false }));
  const wallMs = Math.max(0, ...rows.map(({ trace }) => trace.endedMs));
  return renderWaterfall(rows, wallMs, layout);
}
