import { describe, expect, it } from 'vitest';
import type { Hold } from '../../src/bench/pacer.ts';
import type { BenchMode } from '../../src/bench/run-bench.ts';
import { createBenchView } from '../../src/commands/bench-view.ts';
import type { Screen } from '../../src/commands/screen.ts';
import { createTheme } from '../../src/terminal/theme.ts';
import { manualClock } from '../helpers/clock.ts';

const mode: BenchMode = { name: 'parallel', concurrency: 12, stream: true };

/** A view of a run of three calls that has begun, what it writes, and its clock. */
async function begun({ width = 160 } = {}) {
  const clock = manualClock();
  const live: string[] = [];
  const noted: string[] = [];
  const layout = { theme: createTheme({ color: false }), width };
  const screen: Screen = {
    out: layout,
    err: layout,
    prose: layout,
    isInteractive: true,
    hasColor: false,
    print: () => {},
    printJson: () => {},
    note: (lines) => noted.push(...lines),
    prompts: () => Promise.reject(new Error('A bench that runs asks nothing.')),
    progress: async () => ({ start: () => {}, update: (text) => live.push(text), stop: () => {} }),
  };
  const start = async (flags: { plain?: boolean }) => {
    const view = await createBenchView({ clock }, screen, { calls: 3, runs: 1 }, flags);
    view.show({ type: 'run_started', mode, run: 1 });
    return view;
  };
  return { clock, live, noted, start };
}

const hold = (clock: { now: () => number }): Hold => ({
  kind: 'requests',
  limit: 10,
  windowMs: 60_000,
  until: clock.now() + 6000,
});

describe('The view of a bench that runs', () => {
  it('shows each second that passes while calls are held back, and what they wait for', async () => {
    const { clock, live, start } = await begun();
    const view = await start({});
    view.show({ type: 'call', call: 0, step: { type: 'sent', attempt: 1 } });
    view.show({ type: 'call', call: 1, step: { type: 'held_back', hold: hold(clock) } });
    clock.advance(2000);
    const waiting = 'waiting for the limit of 10 requests a minute, next call in';
    expect(live).toEqual([
      `3 at once: 0 of 3 done, 1 in flight, 1.0 s; ${waiting} 5 s`,
      `3 at once: 0 of 3 done, 1 in flight, 2.0 s; ${waiting} 4 s`,
    ]);
    view.show({ type: 'call', call: 1, step: { type: 'sent', attempt: 1 } });
    clock.advance(1000);
    expect(live.at(-1)).toBe('3 at once: 0 of 3 done, 2 in flight, 3.0 s');
    view.end();
  });

  it('breaks its line between words where there is little room', async () => {
    const { clock, live, start } = await begun({ width: 80 });
    const view = await start({});
    view.show({ type: 'call', call: 0, step: { type: 'held_back', hold: hold(clock) } });
    clock.advance(1000);
    expect(live).toEqual([
      '3 at once: 0 of 3 done, 0 in flight, 1.0 s; waiting for the limit of 10\nrequests a minute, next call in 5 s',
    ]);
    view.end();
  });

  it('does not count a call in flight that waits to try again', async () => {
    const { clock, live, start } = await begun();
    const view = await start({});
    view.show({ type: 'call', call: 0, step: { type: 'sent', attempt: 1 } });
    view.show({ type: 'call', call: 0, step: { type: 'retry', waitMs: 9000, error: null } });
    clock.advance(1000);
    expect(live.at(-1)).toContain('0 in flight, 1 waiting to try again');
    view.show({ type: 'call', call: 0, step: { type: 'sent', attempt: 2 } });
    clock.advance(1000);
    expect(live.at(-1)).toBe('3 at once: 0 of 3 done, 1 in flight, 2.0 s');
    view.end();
  });

  it('appends a line every five seconds where no line can be drawn again', async () => {
    const { clock, noted, start } = await begun();
    const view = await start({ plain: true });
    clock.advance(11_000);
    expect(noted.map((line) => line.split(', ').at(-1))).toEqual(['5.0 s', '10.0 s']);
    view.end();
  });

  it('leaves no timer behind at the end of a run, nor when it is taken away', async () => {
    const { clock, start } = await begun();
    const view = await start({});
    view.show({ type: 'run_ended', record: { mode, wallMs: 5, calls: [] } });
    expect(clock.waiting()).toBe(0);
    view.show({ type: 'run_started', mode, run: 2 });
    expect(clock.waiting()).toBe(1);
    view.end();
    expect(clock.waiting()).toBe(0);
  });
});
