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

  it('gives these numbers, on which every seeded answer hangs', () => {
    const draws = Array.from({ length: 3 }, createRandom('seed'));
    expect(draws).toEqual([0.24098467966541648, 0.5757633149623871, 0.85871835751459]);
  });
});

describe('The randomness of requests', () => {
  it('repeats itself where it is to, with numbers that no asking of the same thing has', () => {
    const randomness = new RequestRandomness(1);
    const draws = (random: () => number) => Array.from({ length: 5 }, random);
    const repeated = draws(randomness.repeatable('a'));
    const asked = [randomness.next('a'), randomness.next('a')].flatMap(draws);
    expect(draws(randomness.repeatable('a'))).toEqual(repeated);
    expect(repeated.filter((number) => asked.includes(number))).toEqual([]);
  });

  it('tells apart what is asked and how often, and nothing else', () => {
    const first = new RequestRandomness(1);
    const [a, aAgain, b] = [first.next('a')(), first.next('a')(), first.next('b')()];
    const second = new RequestRandomness(1);
    expect([second.next('b')(), second.next('a')(), second.next('a')()]).toEqual([b, a, aAgain]);
    expect(new Set([a, aAgain, b, new RequestRandomness(2).next('a')()]).size).toBe(4);
  });

  it('forgets how often a request was asked once 10,000 others have been', () => {
    const randomness = new RequestRandomness(1);
    const [first, second] = [randomness.next('a')(), randomness.next('a')()];
    const askOthers = (count: number) => {
      for (let other = 0; other < count; other += 1) randomness.next(`other ${other}`);
    };
    askOthers(9_999);
    const third = randomness.next('a')();
    expect(new Set([first, second, third]).size).toBe(3);
    askOthers(10_000);
    expect(randomness.next('a')()).toBe(first);
  });
});
