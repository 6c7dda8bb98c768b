import { describe, expect, it } from 'vitest';
import { boundOf } from '../../src/bench/bound.ts';
import type { BenchMode, CallRecord, RunRecord } from '../../src/bench/run-bench.ts';
import { summarize } from '../../src/bench/summary.ts';
import { renderCurve, renderModes } from '../../src/terminal/bench-tables.ts';
import { explainParallel, explainRuns, explainStreaming } from '../../src/terminal/bench-words.ts';
import { createTheme } from '../../src/terminal/theme.ts';
import { renderWaterfall } from '../../src/terminal/waterfall.ts';
import { waterfallSvg } from '../../src/terminal/waterfall-svg.ts';

const theme = createTheme({ color: false });
const layout = { theme, width: 80 };

interface Timing {
  readonly from: number;
  readonly first?: number;
  readonly to: number;
  readonly heldBack?: number;
  readonly failed?: boolean;
  /** When its last attempt started, after one that was refused with 429. */
  readonly retriedAt?: number;
}

function call({ from, first, to, heldBack = 0, failed = false, retriedAt }: Timing): CallRecord {
  const answered = { startedMs: retriedAt ?? from, endedMs: to, status: failed ? 500 : 200 };
  const refused = { startedMs: from, endedMs: from + 20, status: 429 };
  return {
    trace: {
      startedMs: from,
      firstTokenMs: first ?? null,
      endedMs: to,
      attempts: retriedAt === undefined ? [answered] : [refused, answered],
      isFailed: failed,
    },
    heldBackMs: heldBack,
    usage: null,
    cost: 0n,
    failure: failed ? 'server_error' : null,
  };
}

function run(mode: BenchMode, timings: readonly Timing[]): RunRecord {
  const wallMs = Math.max(...timings.map(({ to }) => to));
  return { mode, wallMs, calls: timings.map(call) };
}

const sequential: BenchMode = { name: 'sequential', concurrency: 1, stream: true };
const together = (concurrency: number): BenchMode => ({
  name: 'parallel',
  concurrency,
  stream: true,
});

const oneByOne = run(sequential, [
  { from: 0, first: 400, to: 1000 },
  { from: 1000, first: 1400, to: 2000 },
  { from: 2000, first: 2400, to: 3000 },
  { from: 3000, first: 3400, to: 4000 },
]);

function explained(parallel: RunRecord): string {
  const [, summary] = summarize([oneByOne, parallel]);
  if (!summary) throw new Error('There is no second mode.');
  return explainParallel(summary, boundOf(summary.typical), oneByOne.wallMs).join(' ');
}

describe('The explanation of a run', () => {
  it('names the slowest call where all ran at once', () => {
    const all = [1000, 600, 500, 900].map((to) => ({ from: 0, to }));
    expect(explained(run(together(4), all))).toBe(
      '4 calls took 4.0 s one after another and 1.0 s with 4 at once: 4.0 times as fast. ' +
        'It cannot end before its slowest call, which alone took 1.0 s; half of the calls took no longer than 750 ms.',
    );
  });

  it('names the number of places where calls had to wait for one', () => {
    const pairs = [0, 0, 1000, 1000].map((from) => ({ from, to: from + 1000 }));
    expect(explained(run(together(2), pairs))).toBe(
      '4 calls took 4.0 s one after another and 2.0 s with 2 at once: 2.0 times as fast. ' +
        'With no more than 2 at once the best possible is 2.0 s, since calls wait for a free place.',
    );
  });

  it('names the rate limit where it held calls back', () => {
    const paced = [0, 1000, 2000, 3000].map((from) => ({ from, to: from + 500, heldBack: from }));
    expect(explained(run(together(4), paced))).toBe(
      '4 calls took 4.0 s one after another and 3.5 s with 4 at once: 1.1 times as fast. ' +
        'The rate limit held calls back: without it, the same calls would have been done in 500 ms.',
    );
  });

  it('names refusals and their waits', () => {
    const one = { from: 0, to: 500 };
    const retried = run(together(4), [one, one, one, { from: 0, to: 2500, retriedAt: 2000 }]);
    expect(explained(retried)).toContain(
      'Refusals for too many requests, and the waits before trying again, made it 2.0 s longer.',
    );
  });

  it('names the work of the program itself', () => {
    const late = [0, 300, 600, 900].map((from) => ({ from, to: from + 200 }));
    expect(explained(run(together(4), late))).toContain(
      'Calls as long as these could be done in 200 ms; the other 900 ms are the work of this program',
    );
  });

  it('names no more at once than there were calls', () => {
    const all = [1000, 600].map((to) => ({ from: 0, to }));
    expect(explained(run(together(12), all))).toContain('and 1.0 s with 2 at once');
  });

  it('says how it can be that two at once were more than twice as fast', () => {
    const pairs = [0, 0, 900, 900].map((from) => ({ from, to: from + 900 }));
    expect(explained(run(together(2), pairs))).toContain(
      '2.2 times as fast, which is more than 2 at once can bring: these calls also happened to be answered sooner.',
    );
  });

  it('does not call it faster when it is not', () => {
    const slow = [0, 1000, 2000, 3000].map((from) => ({ from, to: from + 1000, heldBack: from }));
    expect(explained(run(together(4), slow))).toContain(
      '4.0 s with 4 at once: which is no faster.',
    );
  });

  it('says how many calls failed, and nothing of speed when all did', () => {
    const failed = [400, 500, 300, 200].map((to) => ({ from: 0, to, failed: true }));
    expect(explained(run(together(4), failed))).toMatch(
      /^4 calls, 4 of which failed, took .* No call was answered/,
    );
  });

  it('adds up the calls where nothing was measured one after another', () => {
    const record = run(together(2), [
      { from: 0, to: 1000 },
      { from: 0, to: 900 },
    ]);
    const [summary] = summarize([record]);
    const told = summary && explainParallel(summary, boundOf(record), null);
    expect(told?.[0]).toBe(
      '2 calls took 1.0 s with 2 at once; one after another, calls as long as these take 1.9 s.',
    );
  });

  it('tells of a stream when reading can begin', () => {
    const whole = run({ name: 'whole', concurrency: 1, stream: false }, [{ from: 0, to: 1600 }]);
    const mode: BenchMode = { name: 'streamed', concurrency: 1, stream: true };
    const [a, b] = summarize([whole, run(mode, [{ from: 0, first: 400, to: 1500 }])]);
    expect(a && b && explainStreaming(a, b).join(' ')).toBe(
      'The first words of a stream were there after 400 ms, a whole answer after 1.6 s: a reader who does not get the stream waits 4.0 times as long. ' +
        'The last words of the stream came after 1.5 s: streaming changes when reading can begin, not how fast the model writes.',
    );
  });
});

describe('The word for the run that is shown', () => {
  it.each([
    [2, 'of 2, the faster.'],
    [3, 'of 3, the one in the middle.'],
    [4, 'of 4, the faster of the two in the middle.'],
  ])('names of %i runs a real one', (runs, told) => {
    expect(explainRuns(runs)).toContain(told);
  });

  it('is not needed for the only one', () => {
    expect(explainRuns(1)).toBeNull();
  });
});

describe('A summary', () => {
  it('is of the faster of two runs, as it was', () => {
    const runs = [900, 300].map((to) => run(sequential, [{ from: 0, to }]));
    const [summary] = summarize(runs);
    expect(summary).toMatchObject({ runs: 2, wallMs: 300, typical: runs[1], p50Ms: 600 });
  });

  it('is of the run in the middle by wall time, and counts the calls of all', () => {
    const mode = together(2);
    const runs = [900, 300, 500].map((to) =>
      run(mode, [
        { from: 0, to },
        { from: 0, to: 100 },
      ]),
    );
    const [summary] = summarize(runs);
    expect(summary).toMatchObject({ wallMs: 500, requests: 6, maxMs: 900, maxInFlight: 2 });
  });

  it('has no latencies when nothing was answered', () => {
    const [summary] = summarize([run(sequential, [{ from: 0, to: 100, failed: true }])]);
    expect(summary).toMatchObject({ failed: 1, p50Ms: null, maxMs: null, firstTokenP50Ms: null });
  });
});

const mixed = run(together(2), [
  { from: 0, first: 250, to: 1000 },
  { from: 0, first: 700, to: 1200, retriedAt: 600 },
  { from: 1000, to: 1500, failed: true },
  { from: 1200, first: 1500, to: 2000 },
]);
const rows = mixed.calls.map(({ trace }, index) => ({
  name: `${index + 1}`,
  trace,
  isQueued: true,
}));

describe('A waterfall', () => {
  it('shows every part of every call on one scale, the last ending at the wall time', () => {
    expect(renderWaterfall(rows, 2000, { theme, width: 53 })).toEqual([
      '  1 ░░░░░███████████████                        1.0 s',
      '  2 !-----------░░██████████                    1.2 s',
      '  3 ····················░░░░░░░░░×             500 ms',
      '  4 ························░░░░░░██████████   800 ms',
      '    0                                  2.0 s',
      '    · queued   ░ waiting for the answer',
      '    █ streaming it   ! an attempt that failed',
      '    - waiting to try again   × failed',
    ]);
  });

  it.each([20, 40, 60, 80, 160])('fits into %i columns', (width) => {
    const drawn = renderWaterfall(rows, 2000, { theme, width });
    const fits = Math.max(width, 23);
    for (const line of drawn) expect(line.length).toBeLessThanOrEqual(fits);
  });

  it('draws a call that took no time', () => {
    const [{ trace } = { trace: null }] = [call({ from: 0, to: 0 })];
    expect(
      trace && renderWaterfall([{ name: '1', trace, isQueued: true }], 0, layout)[0],
    ).toContain('░');
  });
});

describe('The picture', () => {
  const svg = waterfallSvg({
    title: '4 calls <2 at once>',
    description: ['It took 2 s & no more.', 'Why?'],
    rows,
    wallMs: 2000,
  });

  it('is drawn as it was when somebody last looked at it', async () => {
    await expect(svg).toMatchFileSnapshot('waterfall.svg');
  });

  it('has a title, a description and a sentence for each call, for those who do not see it', () => {
    expect(svg).toContain('<title id="title">4 calls &lt;2 at once&gt;</title>');
    expect(svg).toContain('<desc id="description">It took 2 s &amp; no more. Why?</desc>');
    expect(svg).toContain(
      '<title>Call 2: sent after 0 ms, first token after 700 ms, answered after 1.2 s, 1 retry</title>',
    );
    expect(svg).toContain('<title>Call 3: sent after 1.0 s, failed after 1.5 s</title>');
  });

  it('needs nothing from elsewhere', () => {
    expect(svg.match(/(href|src|url\()/g)).toBeNull();
    expect(svg).toContain('prefers-color-scheme:dark');
  });
});

describe('The tables', () => {
  const summaries = summarize([
    oneByOne,
    run(
      together(2),
      [0, 0, 1000, 1000].map((from) => ({ from, first: from + 400, to: from + 1000 })),
    ),
    mixed,
  ]);

  it('have a row for each mode, and fit into 80 columns', () => {
    const lines = renderModes(summaries, layout);
    expect(lines.filter((line) => line.startsWith('sequential'))).toHaveLength(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('leave out what no mode has', () => {
    const [head] = renderModes(summarize([mixed]), layout);
    expect(head).not.toContain('speed-up');
  });

  it('draw speed-up over concurrency, with what is possible at best', () => {
    expect(renderCurve(summaries.slice(0, 2), { theme, width: 60 })).toEqual([
      'sequential ██████████ 1.0 times (ideal 1.0)',
      '2 at once  ████████████████████ 2.0 times (ideal 2.0)',
    ]);
  });
});
