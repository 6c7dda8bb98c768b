import { describe, expect, it } from 'vitest';
import { createRandom, RequestRandomness } from '../../src/sandbox/random.ts';

describe('The generator', () => {
  it('is uniform in [0, 1)', () => {
    const random = createRandom('seed');
    const tenths = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const index = Math.floor(random() * 10);
      tenths[index] = (tenths[index] ?? Number.NaN) + 1;
    }
    expect(tenths).toHaveLength(10);
    // Four standard deviations of a binomial with n = 100,000 and p = 0.1.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(380);
  });

  it('gives the same numbers for the same seed and others for another', () => {
    const draws = (seed: string) => Array.from({ length: 5 }, createRandom(seed));
    expect(draws('a')).toEqual(draws('a'));
    expect(draws('a')).not.toEqual(draws('b'));
  });
});

describe('The randomness of requests', () => {
  it('tells apart what is asked and how often, and nothing else', () => {
    const first = new RequestRandomness(1);
    const [a, aAgain, b] = [first.next('a')(), first.next('a')(), first.next('b')()];
    const second = new RequestRandomness(1);
    expect([second.next('b')(), second.next('a')(), second.next('a')()]).toEqual([b, a, aAgain]);
    expect(new Set([a, aAgain, b, new RequestRandomness(2).next('a')()]).size).toBe(4);
  });
});
