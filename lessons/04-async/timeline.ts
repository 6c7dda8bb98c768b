import type { Exchange } from '../../src/client/exchange.ts';

/** How calls lay in time; durations in milliseconds. */
interface Timeline {
  /** From the start of the first to the end of the last. */
  readonly wallMs: number;
  /** All durations added up. */
  readonly sumMs: number;
  readonly slowestMs: number;
  readonly averageMs: number;
  /** The most calls that were under way at one moment. */
  readonly mostAtOnce: number;
}

/** null when there were no calls. */
export function timelineOf(exchanges: readonly Exchange[]): Timeline | null {
  if (exchanges.length === 0) return null;
  const spans = exchanges.map(({ timing: { startedAt, totalMs } }) => ({
    start: startedAt,
    end: startedAt + totalMs,
  }));
  const durations = exchanges.map(({ timing }) => timing.totalMs);
  const sumMs = durations.reduce((sum, ms) => sum + ms, 0);
  const atOnce = spans.map(
    ({ start }) =>
      spans.filter((other) => other.start <= start && start < other.end)
        .length,
  );
  return {
    wallMs:
      Math.max(...spans.map(({ end }) => end)) -
      Math.min(...spans.map(({ start }) => start)),
    sumMs,
    slowestMs: Math.max(...durations),
    averageMs: sumMs / durations.length,
    mostAtOnce: Math.max(...atOnce),
  };
}

/** HTTP requests that the calls took, retries included. */
export function requestsOf(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((sum, { attempts }) => sum + attempts.length, 0);
}
