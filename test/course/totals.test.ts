import { describe, expect, it } from 'vitest';
import { totalsOf, zeroTotals } from '../../src/course/totals.ts';
import { zeroCost } from '../../src/usage/cost.ts';
import { zeroUsage } from '../../src/usage/usage.ts';
import { attempt, exchangeWith } from '../helpers/exchange.ts';

const paid = (pico: bigint) =>
  exchangeWith({
    usage: { ...zeroUsage, inputTokens: 10, outputTokens: 5, totalTokens: 15 },
    cost: { ...zeroCost, total: pico },
    billed: true,
  });
const refused = exchangeWith({ attempts: [{ ...attempt, status: 401 }], status: 'failed' });
const unanswered = exchangeWith({ attempts: [{ ...attempt, status: null }], status: 'failed' });
const cut = exchangeWith({ status: 'failed', problem: 'stream_cut' });
const calledOff = exchangeWith({ attempts: [{ ...attempt, status: null }], status: 'aborted' });
const counted = exchangeWith({
  request: { method: 'POST', path: '/v1/responses/input_tokens', body: {} },
});

const looked = exchangeWith({ request: { method: 'GET', path: '/v1/models', body: null } });

describe('Totals', () => {
  it('of nothing are nothing', () => {
    expect(totalsOf([])).toEqual(zeroTotals);
  });

  it('add up without drift', () => {
    // A tenth of a cent, a thousand times.
    const totals = totalsOf(Array.from({ length: 1000 }, () => paid(1_000_000_000n)));
    expect(totals).toMatchObject({ calls: 1000, cost: 1_000_000_000_000n, billed: true });
    expect(totals.usage).toMatchObject({
      inputTokens: 10_000,
      outputTokens: 5000,
      totalTokens: 15_000,
    });
  });

  it.each([
    ['was refused', refused],
    ['got no answer', unanswered],
    ['counted tokens', counted],
    ['looked something up', looked],
  ])('take a call that %s for free', (_, exchange) => {
    expect(totalsOf([paid(7n), exchange])).toMatchObject({ calls: 2, cost: 7n, unpriced: 0 });
  });

  it('count every attempt as a request', () => {
    const retried = exchangeWith({ attempts: [{ ...attempt, status: 429 }, attempt] });
    expect(totalsOf([retried, paid(7n)])).toMatchObject({ calls: 2, requests: 3 });
  });

  it('say of how many calls the cost is unknown: those that were cut, called off or have no price', () => {
    const totals = totalsOf([paid(7n), cut, calledOff]);
    expect(totals).toMatchObject({ cost: 7n, unpriced: 2, billed: true });
  });
});
