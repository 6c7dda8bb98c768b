import type { PicoUsd } from '../usage/cost.ts';
import { addUsage, type Usage, zeroUsage } from '../usage/usage.ts';
import type { BenchMode, CallRecord, RunRecord } from './run-bench.ts';
import { idealMs, median, mostAtOnce, quantile, sum } from './statistics.ts';

/** What the runs of one mode come to. Times in milliseconds, null where there is nothing to tell. */
export interface ModeSummary {
  readonly mode: BenchMode;
  /** The run in the middle by wall time (of two in the middle, the faster): what `wallMs` and all that follows from it is of. */
  readonly typical: RunRecord;
  readonly runs: number;
  /** Of all runs, as are the latencies. */
  readonly requests: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly wallMs: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly maxMs: number | null;
  readonly firstTokenP50Ms: number | null;
  readonly requestsPerSecond: number;
  readonly outputTokensPerSecond: number;
  readonly maxInFlight: number;
  /** Wall time of the sequential mode over this one's; null without a sequential mode. */
  readonly speedup: number | null;
  /** What the calls, as long as they were, take at best at this concurrency. */
  readonly idealMs: number;
  /** `idealMs` over `wallMs`. */
  readonly efficiency: number;
  readonly retries: number;
  readonly rateLimited: number;
  readonly usage: Usage;
  /** null when some call may have cost something unknown. */
  readonly cost: PicoUsd | null;
}

/** One summary for each mode, in their order. */
export function summarize(records: readonly RunRecord[]): ModeSummary[] {
  const modes = [...new Set(records.map(({ mode }) => mode))];
  const runsOf = (mode: BenchMode) => records.filter((record) => record.mode === mode);
  const sequential = modes.find(({ name }) => name === 'sequential');
  const sequentialMs = sequential ? (typicalOf(runsOf(sequential))?.wallMs ?? null) : null;
  return modes.flatMap((mode) => {
    const runs = runsOf(mode);
    const typical = typicalOf(runs);
    return typical ? [summaryOf(typical, runs, sequentialMs)] : [];
  });
}

function typicalOf(runs: readonly RunRecord[]): RunRecord | undefined {
  return runs.toSorted((a, b) => a.wallMs - b.wallMs)[Math.ceil(runs.length / 2) - 1];
}

function summaryOf(
  typical: RunRecord,
  runs: readonly RunRecord[],
  sequentialMs: number | null,
): ModeSummary {
  const { mode, wallMs } = typical;
  const calls = runs.flatMap((run) => run.calls);
  const succeeded = calls.filter(isAnswered);
  const latencies = succeeded.map(({ trace }) => trace.endedMs - trace.startedMs);
  const firstTokens = succeeded.flatMap(({ trace: { firstTokenMs, startedMs } }) =>
    firstTokenMs === null ? [] : [firstTokenMs - startedMs],
  );
  const attempts = calls.flatMap(({ trace }) => trace.attempts);
  const typicallyAnswered = typical.calls.filter(isAnswered);
  const perSecond = (count: number) => (wallMs > 0 ? (count / wallMs) * 1000 : 0);
  const ideal = idealMs(durationsOf(typical), mode.concurrency);
  return {
    mode,
    typical,
    runs: runs.length,
    requests: calls.length,
    succeeded: succeeded.length,
    failed: calls.length - succeeded.length,
    wallMs,
    p50Ms: median(latencies),
    p95Ms: quantile(latencies, 0.95),
    maxMs: quantile(latencies, 1),
    firstTokenP50Ms: median(firstTokens),
    requestsPerSecond: perSecond(typicallyAnswered.length),
    outputTokensPerSecond: perSecond(
      sum(typicallyAnswered.map(({ usage }) => usage?.outputTokens ?? 0)),
    ),
    maxInFlight: Math.max(...runs.map(mostInFlight)),
    speedup: sequentialMs === null || wallMs === 0 ? null : sequentialMs / wallMs,
    idealMs: ideal,
    efficiency: wallMs > 0 ? ideal / wallMs : 1,
    retries: attempts.length - calls.length,
    rateLimited: attempts.filter(({ status }) => status === 429).length,
    usage: calls.reduce((all, { usage }) => (usage ? addUsage(all, usage) : all), zeroUsage),
    cost: costOf(calls),
  };
}

function durationsOf({ calls }: RunRecord): number[] {
  return calls.map(({ trace }) => trace.endedMs - trace.startedMs);
}

function mostInFlight({ calls }: RunRecord): number {
  return mostAtOnce(calls.flatMap(({ trace }) => trace.attempts));
}

function isAnswered({ failure }: CallRecord): boolean {
  return failure === null;
}

function costOf(calls: readonly CallRecord[]): PicoUsd | null {
  return calls.reduce<PicoUsd | null>(
    (total, { cost }) => (total === null || cost === null ? null : total + cost),
    0n,
  );
}
