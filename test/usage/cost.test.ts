import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCosts,
  costOf,
  formatUsd,
  type Rates,
  usdNumber,
  zeroCost,
} from '../../src/usage/cost.ts';
import { zeroUsage } from '../../src/usage/usage.ts';

const rates: Rates = { input: 1_000n, cachedInput: 100n, cacheWrite: 10n, output: 1n };

function usage(inputTokens: number, cachedInputTokens = 0, cacheWriteTokens = 0, outputTokens = 0) {
  return { ...zeroUsage, inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens };
}

describe('costOf', () => {
  it('bills cached and written tokens at their own rates, the rest of the input at the input rate', () => {
    expect(costOf(usage(100, 60, 30, 7), rates)).toEqual({
      input: 10_000n,
      cachedInput: 6_000n,
      cacheWrite: 300n,
      output: 7n,
      total: 16_307n,
    });
  });

  it('does not bill reasoning tokens again: they are part of the output', () => {
    expect(costOf({ ...usage(0, 0, 0, 7), reasoningTokens: 6 }, rates).total).toBe(7n);
  });

  it('costs nothing without tokens', () => {
    expect(costOf(zeroUsage, rates)).toEqual(zeroCost);
  });

  it.each([
    ['more cached than input', usage(10, 12), [0n, 1_000n, 0n]],
    ['more written than input', usage(10, 0, 12), [0n, 0n, 100n]],
    ['more cached and written than input', usage(10, 8, 5), [0n, 800n, 20n]],
  ])('cuts down a report of %s', (_, reported, [input, cachedInput, cacheWrite]) => {
    expect(costOf(reported, rates)).toMatchObject({ input, cachedInput, cacheWrite });
  });

  it('bills every input token once and has the sum of its parts as total', () => {
    const even: Rates = { input: 1n, cachedInput: 1n, cacheWrite: 1n, output: 0n };
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (input, cached, written, output) => {
        const reported = usage(input, cached, written, output);
        expect(costOf(reported, even).total).toBe(BigInt(input));
        const { total, ...parts } = costOf(reported, rates);
        expect(Object.values(parts).every((part) => part >= 0n)).toBe(true);
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0n)).toBe(total);
      }),
    );
  });
});

describe('addCosts', () => {
  it('adds a million small costs without drift', () => {
    // One token in, one cached, one written, one out of the cheapest kind: 0.005 to 0.4 USD per million.
    const small = costOf(usage(3, 1, 1, 1), {
      input: 50_000n,
      cachedInput: 5_000n,
      cacheWrite: 62_500n,
      output: 400_000n,
    });
    let sum = zeroCost;
    for (let i = 0; i < 1_000_000; i++) sum = addCosts(sum, small);
    expect(sum).toEqual({
      input: 50_000_000_000n,
      cachedInput: 5_000_000_000n,
      cacheWrite: 62_500_000_000n,
      output: 400_000_000_000n,
      total: 517_500_000_000n,
    });
    expect(formatUsd(sum.total)).toBe('$0.5175');
  });
});

describe('formatUsd', () => {
  it.each([
    [0n, '$0'],
    [1n, '$0.000000000001'],
    [30_600_000n, '$0.0000306'],
    [336_900_000n, '$0.0003369'],
    [5_000_000_000n, '$0.005'],
    [9_999_999_999n, '$0.009999999999'],
    [10_000_000_000n, '$0.01'],
    [12_300_000_000n, '$0.0123'],
    [100_000_000_000n, '$0.10'],
    [1_000_000_000_000n, '$1.00'],
    [1_250_000_000_000n, '$1.25'],
    [1_000_000_000_001n, '$1.000000000001'],
    [123_456_789_500_000_000_000n, '$123456789.50'],
    [-1_500_000_000_000n, '-$1.50'],
  ])('writes %d pico-dollars as %s', (pico, text) => {
    expect(formatUsd(pico)).toBe(text);
  });

  it('loses nothing: the text reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (pico) => {
        const [, sign, dollars, decimals] =
          /^(-?)\$(\d+)(?:\.(\d{1,12}))?$/.exec(formatUsd(pico)) ?? [];
        expect(BigInt(`${sign}${dollars}${(decimals ?? '').padEnd(12, '0')}`)).toBe(pico);
      }),
    );
  });

  it('shows two decimals or more from one cent up', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 10n, max: 10n ** 15n }), (pico) => {
        expect(formatUsd(pico)).toMatch(/\.\d{2,12}$/);
      }),
    );
  });
});

describe('usdNumber', () => {
  it.each([
    [0n, 0],
    [30_600_000n, 0.0000306],
    [336_900_000n, 0.0003369],
    [1_250_000_000_000n, 1.25],
  ])('gives %d pico-dollars as %d', (pico, usd) => {
    expect(usdNumber(pico)).toBe(usd);
  });
});
