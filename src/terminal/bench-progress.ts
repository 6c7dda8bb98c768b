import type { Hold } from '../bench/pacer.ts';
import { formatMs, plural } from './format.ts';

/** How far a run of a bench is. */
export interface RunProgress {
  readonly done: number;
  readonly calls: number;
  readonly inFlight: number;
  /** Waiting before they are tried again. */
  readonly retrying: number;
  /** What keeps the next call back; null when nothing does. */
  readonly hold: Hold | null;
}

/** One line. @param now Unix milliseconds @param elapsedMs since the run began */
export function describeProgress(
  { done, calls, inFlight, retrying, hold }: RunProgress,
  now: number,
  elapsedMs: number,
): string {
  const pausing = retrying > 0 ? `, ${retrying} waiting to try again` : '';
  const held = hold ? `; ${describeHold(hold, now)}` : '';
  return `${done} of ${calls} done, ${inFlight} in flight${pausing}, ${formatMs(elapsedMs)}${held}`;
}

function describeHold({ kind, limit, windowMs, until }: Hold, now: number): string {
  const unit = kind === 'requests' ? 'request' : 'token';
  const next =
    until === Infinity ? 'after an answer' : `in ${Math.max(1, Math.ceil((until - now) / 1000))} s`;
  return `waiting for the limit of ${plural(limit, unit)} ${windows[windowMs] ?? `in ${formatMs(windowMs)}`}, next call ${next}`;
}

const windows: Readonly<Record<number, string>> = {
  1000: 'a second',
  60000: 'a minute',
  3600000: 'an hour',
  86400000: 'a day',
};
