import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget, worstCase } from '../../src/usage/budget.ts';

const rates = { input: 150n, cachedInput: 75n, cacheWrite: 150n, output: 600n };

describe('A budget', () => {
  it('lets a call through whose worst case just reaches the limit, and none beyond it', () => {
    const budget = new Budget(100n);
    expect(budget.reserve(100n)).toBe(true);
    expect(budget.reserve(1n)).toBe(false);
  });

  it('gives back what a call did not cost', () => {
    const budget = new Budget(100n);
    budget.reserve(60n);
    expect([budget.reserve(60n), budget.mayGrow]).toEqual([false, true]);
    budget.settle(60n, 10n);
    expect([budget.spent, budget.mayGrow, budget.reserve(60n)]).toEqual([10n, false, true]);
  });

  it('takes a call whose cost nobody knows for as dear as it can be', () => {
    const budget = new Budget(100n);
    budget.reserve(60n);
    budget.settle(60n, null);
    expect(budget.spent).toBe(60n);
  });

  it('is never passed, whatever is under way at the same time', () => {
    const call = fc.record({ worst: fc.bigInt(0n, 50n), share: fc.nat(100), isLast: fc.boolean() });
    fc.assert(
      fc.property(fc.bigInt(0n, 300n), fc.array(call), (limit, calls) => {
        const budget = new Budget(limit);
        const open: (typeof calls)[number][] = [];
        for (const next of calls) {
          if (budget.reserve(next.worst)) open.push(next);
          const ended = next.isLast ? open.pop() : open.shift();
          if (ended) budget.settle(ended.worst, (ended.worst * BigInt(ended.share)) / 100n);
          expect(budget.spent <= limit).toBe(true);
        }
      }),
    );
  });
});

describe('The worst case of a call', () => {
  it('is all input at full price and the longest answer', () => {
    expect(worstCase({ inputTokens: 10, maxOutputTokens: 100 }, rates)).toBe(61_500n);
  });

  it('counts the input as written to the cache where that is dearer', () => {
    const dear = { ...rates, cacheWrite: 200n };
    expect(worstCase({ inputTokens: 10, maxOutputTokens: 0 }, dear)).toBe(2_000n);
  });
});
