import type { Bound } from '../bench/bound.ts';
import type { ModeSummary } from '../bench/summary.ts';
import { atOnce } from './bench-tables.ts';
import { formatMs, plural } from './format.ts';

/** Below this a speed-up is none. */
const noticeable = 1.05;

/** Two sentences on what running calls together brought, and what kept it from bringing more. */
export function explainParallel(
  summary: ModeSummary,
  bound: Bound,
  sequentialMs: number | null,
): [string, string] {
  return [whatItBrought(summary, sequentialMs), whatKeptIt(summary, bound)];
}

function whatItBrought(summary: ModeSummary, sequentialMs: number | null): string {
  const { mode, wallMs, speedup, typical } = summary;
  const calls = callsOf(summary);
  const count = typical.calls.length;
  if (mode.name === 'sequential') {
    return `${calls} took ${formatMs(wallMs)} one after another.`;
  }
  const together = `${formatMs(wallMs)} with ${atOnce(mode.concurrency, count)}`;
  if (sequentialMs === null || speedup === null) {
    const added = typical.calls.reduce((ms, { trace }) => ms + trace.endedMs - trace.startedMs, 0);
    return `${calls} took ${together}; one after another, calls as long as these take ${formatMs(added)}.`;
  }
  const most = Math.min(mode.concurrency, count);
  return `${calls} took ${formatMs(sequentialMs)} one after another and ${together}: ${gainOf(speedup, most)}.`;
}

/** @param most how many times as fast so many calls at once can be at best, each taking the same time in every mode */
function gainOf(speedup: number, most: number): string {
  if (speedup < noticeable) return 'which is no faster';
  const gain = `${times(speedup)} as fast`;
  return Number(speedup.toFixed(1)) > most
    ? `${gain}, which is more than ${most} at once can bring: these calls also happened to be answered sooner`
    : gain;
}

function callsOf({ typical: { calls } }: ModeSummary): string {
  const failed = calls.filter(({ failure }) => failure !== null).length;
  const all = plural(calls.length, 'call');
  return failed === 0 ? all : `${all}, ${failed} of which failed,`;
}

function whatKeptIt({ mode, p50Ms, typical, rateLimited }: ModeSummary, bound: Bound): string {
  switch (bound.kind) {
    case 'failures':
      return 'No call was answered, so these times say nothing about concurrency.';
    case 'limit':
      return `The rate limit held calls back: without it, the same calls would have been done in ${formatMs(bound.withoutMs)}.`;
    case 'retries': {
      const refused = rateLimited > 0 ? 'Refusals for too many requests' : 'Attempts that failed';
      return `${refused}, and the waits before trying again, made it ${formatMs(bound.lostMs)} longer.`;
    }
    case 'overhead':
      return `Calls as long as these could be done in ${formatMs(bound.idealMs)}; the other ${formatMs(bound.lostMs)} are the work of this program, which starts the calls and reads the answers.`;
    case 'slowest':
      return typical.calls.length === 1 || p50Ms === null
        ? `It cannot end before its one call does, which took ${formatMs(bound.slowestMs)}.`
        : `It cannot end before its slowest call, which alone took ${formatMs(bound.slowestMs)}; half of the calls took no longer than ${formatMs(p50Ms)}.`;
    case 'concurrency':
      return mode.concurrency === 1
        ? 'Each call waits for the one before it, so the times of all add up.'
        : `With no more than ${atOnce(mode.concurrency, typical.calls.length)} the best possible is ${formatMs(bound.idealMs)}, since calls wait for a free place.`;
  }
}

/** Which of several runs the wall times and what follows from them are of; null where there was but one. */
export function explainRuns(runs: number): string | null {
  if (runs === 1) return null;
  const which =
    runs === 2
      ? 'the faster'
      : runs % 2
        ? 'the one in the middle'
        : 'the faster of the two in the middle';
  return `Wall times, and what follows from them, are of one run of each mode: of ${runs}, ${which}. Latencies are of all runs.`;
}

/** Two sentences on what streaming changes. */
export function explainStreaming(whole: ModeSummary, streamed: ModeSummary): [string, string] {
  const { firstTokenP50Ms, p50Ms } = streamed;
  if (whole.p50Ms === null || p50Ms === null || firstTokenP50Ms === null) {
    return ['At least one way to ask got no answer with text.', 'So there is nothing to compare.'];
  }
  const ratio = whole.p50Ms / firstTokenP50Ms;
  const gain =
    ratio >= noticeable
      ? `a reader who does not get the stream waits ${times(ratio)} as long`
      : 'so here a stream brings nothing';
  return [
    `The first words of a stream were there after ${formatMs(firstTokenP50Ms)}, a whole answer after ${formatMs(whole.p50Ms)}: ${gain}.`,
    `The last words of the stream came after ${formatMs(p50Ms)}: streaming changes when reading can begin, not how fast the model writes.`,
  ];
}

function times(factor: number): string {
  return `${factor.toFixed(1)} times`;
}
