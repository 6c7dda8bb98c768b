import type { RunRecord } from './run-bench.ts';
import { idealMs, largest } from './statistics.ts';

/** What kept a run from being shorter; times in milliseconds. */
export type Bound =
  /** No call was answered. */
  | { readonly kind: 'failures' }
  /** Rate limits let calls go only one by one. */
  | { readonly kind: 'limit'; readonly withoutMs: number }
  /** Calls were refused and had to wait. */
  | { readonly kind: 'retries'; readonly lostMs: number }
  /** Starting calls and reading answers, in this program. */
  | { readonly kind: 'overhead'; readonly idealMs: number; readonly lostMs: number }
  /** One call took nearly as long as the whole. */
  | { readonly kind: 'slowest'; readonly slowestMs: number }
  /** More calls than could be under way at once. */
  | { readonly kind: 'concurrency'; readonly idealMs: number };

/** A cause is named when it makes up so much of the wall time. */
const notable = 0.15;
/** A call decides alone when it takes this share of what all take at best. */
const decisive = 0.8;

/**
 * Takes the causes out of the schedule one after another, and sees what each cost: first the program's own work, then the
 * limits, then the retries. What is left are the calls themselves.
 */
export function boundOf({ mode, wallMs, calls }: RunRecord): Bound {
  if (calls.every(({ failure }) => failure !== null)) return { kind: 'failures' };
  const ideal = (times: readonly number[]) => idealMs(times, mode.concurrency);
  const lengths = calls.map(({ trace }) => trace.endedMs - trace.startedMs);
  const allowed = ideal(calls.map(({ heldBackMs }, call) => (lengths[call] ?? 0) + heldBackMs));
  const unlimited = ideal(lengths);
  const answered = calls.map(({ trace }) => trace.endedMs - lastAttempt(trace).startedMs);
  const unrefused = ideal(answered);

  const lostMs = {
    overhead: wallMs - allowed,
    limit: allowed - unlimited,
    retries: unlimited - unrefused,
  };
  const [worst = 'overhead'] = (['overhead', 'limit', 'retries'] as const).toSorted(
    (a, b) => lostMs[b] - lostMs[a],
  );
  if (lostMs[worst] > notable * wallMs) {
    if (worst === 'limit') return { kind: worst, withoutMs: unlimited };
    if (worst === 'retries') return { kind: worst, lostMs: lostMs.retries };
    return { kind: worst, idealMs: allowed, lostMs: lostMs.overhead };
  }
  const slowestMs = largest(answered);
  return slowestMs >= decisive * unrefused
    ? { kind: 'slowest', slowestMs }
    : { kind: 'concurrency', idealMs: unlimited };
}

function lastAttempt(trace: RunRecord['calls'][number]['trace']) {
  return trace.attempts.at(-1) ?? trace;
}
