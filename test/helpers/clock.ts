import type { Clock, Timer } from '../../src/context.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves the time on and fires what falls due, in order of time. @param ms milliseconds */
  readonly advance: (ms: number) => void;
  /** How many timers and sleeps are waiting. */
  readonly waiting: () => number;
}

interface Alarm {
  dueAt: number;
  readonly callback: () => void;
}

/** @param startsAt Unix time in milliseconds */
export function manualClock(startsAt = Date.UTC(2026, 10, 20, 12)): ManualClock {
  let now = startsAt;
  const alarms = new Set<Alarm>();

  const timer = (ms: number, callback: () => void): Timer => {
    const alarm: Alarm = { dueAt: now + ms, callback };
    alarms.add(alarm);
    return {
      refresh: () => {
        alarm.dueAt = now + ms;
        alarms.add(alarm);
      },
      clear: () => void alarms.delete(alarm),
    };
  };

  const nextDue = (end: number): Alarm | undefined =>
    [...alarms].filter(({ dueAt }) => dueAt <= end).sort((a, b) => a.dueAt - b.dueAt)[0];

  return {
    now: () => now,
    timer,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const { clear } = timer(ms, () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        });
        const stop = () => {
          clear();
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', stop, { once: true });
      }),
    advance: (ms) => {
      const end = now + ms;
      for (let alarm = nextDue(end); alarm; alarm = nextDue(end)) {
        now = alarm.dueAt;
        alarms.delete(alarm);
        alarm.callback();
      }
      now = end;
    },
    waiting: () => alarms.size,
  };
}
