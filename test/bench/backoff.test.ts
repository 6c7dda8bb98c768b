import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../src/bench/backoff.ts';

describe('The wait before a retry', () => {
  it.each([
    ['what the server asks for', 1500, 1500],
    ['nothing, if that is what it asks for', 0, 0],
    ['never more than a minute', 3_000_000, 60_000],
  ])('is %s', (_, asked, expected) => {
    expect(backoffMs(asked, 0, () => 0.5)).toBe(expected);
  });

  it('doubles from half a second to eight when the server does not ask', () => {
    const waits = [0, 1, 2, 3, 4, 5, 60].map((retries) => backoffMs(null, retries, () => 0));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });

  it('is shorter by chance, by a quarter at most', () => {
    expect(backoffMs(null, 1, () => 0.5)).toBe(875);
    expect(backoffMs(null, 1, () => 0.999)).toBeGreaterThan(750);
  });
});
