import type { Exchange } from '../client/exchange.ts';

/** When the parts of one call happened; times in milliseconds after a common beginning. */
export interface Trace {
  readonly startedMs: number;
  /** null unless streamed. */
  readonly firstTokenMs: number | null;
  readonly endedMs: number;
  /** The requests it took, in order; between them it waited. */
  readonly attempts: readonly TracedAttempt[];
  readonly isFailed: boolean;
}

interface TracedAttempt {
  readonly startedMs: number;
  readonly endedMs: number;
  readonly status: number | null;
}

/** @param beginning Unix milliseconds from which the trace counts */
export function traceOf(exchange: Exchange, beginning: number): Trace {
  const { startedAt, firstTokenMs, totalMs } = exchange.timing;
  const startedMs = startedAt - beginning;
  const endedMs = startedMs + totalMs;
  let nextMs = startedMs;
  const attempts = exchange.attempts.map(({ status, ms, waitMs }) => {
    const attempt = {
      startedMs: nextMs,
      // The last one goes on until its body has arrived.
      endedMs: waitMs === null ? endedMs : nextMs + ms,
      status,
    };
    nextMs += ms + (waitMs ?? 0);
    return attempt;
  });
  return {
    startedMs,
    firstTokenMs: firstTokenMs === null ? null : startedMs + firstTokenMs,
    endedMs,
    attempts,
    isFailed: exchange.status === 'failed' || exchange.status === 'aborted',
  };
}
