import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idealMs, median, mostAtOnce, quantile } from '../../src/bench/statistics.ts';

const durations = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 });

describe('A median', () => {
  it.each([
    ['the value in the middle', [9, 1, 5], 5],
    ['the mean of the two in the middle', [2.3, 1.9], 2.1],
    ['the same for four', [8, 1, 4, 2], 3],
    ['the only value', [7], 7],
    ['nothing of nothing', [], null],
  ])('is %s', (_, values, expected) => {
    const found = median(values);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 9);
  });
});

describe('A quantile', () => {
  it.each([
    [[10, 20, 30, 40], 0.5, 20],
    [[10, 20, 30], 0.5, 20],
    [[5, 1, 4, 2, 3], 0.95, 5],
    [Array.from({ length: 100 }, (_, n) => n + 1), 0.95, 95],
    [[7], 0.01, 7],
  ])('of %j at %d is the value of the nearest rank', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });

  it('of nothing is unknown', () => {
    expect(quantile([], 0.5)).toBeNull();
  });

  it('is one of the values, and at most the quantile of a larger share', () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(durations, share, share, (values, a, b) => {
        const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))];
        expect(values).toContain(low);
        expect(low ?? 0).toBeLessThanOrEqual(high ?? 0);
      }),
    );
  });
});

describe('What is under way at once', () => {
  const span = (startedMs: number, endedMs: number) => ({ startedMs, endedMs });

  it('is the most at any moment', () => {
    expect(mostAtOnce([span(0, 10), span(5, 15), span(8, 9), span(12, 20)])).toBe(3);
  });

  it('does not count one that starts as another ends', () => {
    expect(mostAtOnce([span(0, 10), span(10, 20), span(20, 30)])).toBe(1);
  });

  it('is nothing of nothing', () => {
    expect(mostAtOnce([])).toBe(0);
  });
});

describe('The ideal schedule', () => {
  it.each([
    // 3 then 1 on the lane that is free first, and so on.
    [[3, 1, 2, 2], 2, 5],
    [[3, 1, 2, 2], 1, 8],
    [[3, 1, 2, 2], 4, 3],
    [[1, 1, 1, 6], 2, 7],
    [[], 3, 0],
  ])('of %j with %i at once takes %i', (times, concurrency, expected) => {
    expect(idealMs(times, concurrency)).toBe(expected);
  });

  it('starts each call where a place is free soonest', () => {
    fc.assert(
      fc.property(durations, fc.integer({ min: 1, max: 50 }), (times, concurrency) => {
        const places = new Array<number>(concurrency).fill(0);
        for (const ms of times) {
          places.sort((a, b) => a - b);
          places[0] = (places[0] ?? 0) + ms;
        }
        expect(idealMs(times, concurrency)).toBe(Math.max(...places));
      }),
    );
  });

  it.each([100_000, 50_000])('of 100,000 calls with %i at once is known', (concurrency) => {
    const times = Array.from({ length: 100_000 }, () => 1);
    expect(idealMs(times, concurrency)).toBe(100_000 / concurrency);
  });

  it('is no shorter than the slowest and than an even share of all, and no longer than all in a row', () => {
    fc.assert(
      fc.property(durations, fc.integer({ min: 1, max: 50 }), (times, concurrency) => {
        const all = times.reduce((sum, ms) => sum + ms, 0);
        const ideal = idealMs(times, concurrency);
        expect(ideal).toBeGreaterThanOrEqual(Math.max(...times));
        expect(ideal).toBeGreaterThanOrEqual(all / concurrency);
        expect(ideal).toBeLessThanOrEqual(all);
      }),
    );
  });
});
