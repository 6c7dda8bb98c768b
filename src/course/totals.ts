import type { Exchange } from '../client/exchange.ts';
import type { PicoUsd } from '../usage/cost.ts';
import { addUsage, type Usage, zeroUsage } from '../usage/usage.ts';

/** What several exchanges come to. */
export interface Totals {
  readonly calls: number;
  /** Attempts of all calls. */
  readonly requests: number;
  /** Sum of the usages that are known. */
  readonly usage: Usage;
  /** List price of the calls whose cost is known. */
  readonly cost: PicoUsd;
  /** Calls that may have cost something unknown. */
  readonly unpriced: number;
  /** True when at least one of them is billed. */
  readonly billed: boolean;
}

export const zeroTotals: Totals = {
  calls: 0,
  requests: 0,
  usage: zeroUsage,
  cost: 0n,
  unpriced: 0,
  billed: false,
};

export function totalsOf(exchanges: readonly Exchange[]): Totals {
  return exchanges.reduce(addExchange, zeroTotals);
}

export function addExchange(totals: Totals, exchange: Exchange): Totals {
  const { attempts, usage, billed } = exchange;
  const cost = costOrNothing(exchange);
  return {
    calls: totals.calls + 1,
    requests: totals.requests + attempts.length,
    usage: usage ? addUsage(totals.usage, usage) : totals.usage,
    cost: totals.cost + (cost ?? 0n),
    unpriced: totals.unpriced + (cost === null ? 1 : 0),
    billed: totals.billed || billed,
  };
}

/** Counting tokens writes no answer, and has no price. */
const countingPath = /\/responses\/input_tokens$/;

/** A refused or unanswered call costs nothing; an answer without a price, or one that was cut short or called off, an unknown sum. */
export function costOrNothing({
  cost,
  attempts,
  request,
  status: ending,
}: Exchange): PicoUsd | null {
  if (cost) return cost.total;
  // Only what writes is billed: looking something up, or deleting it, is not.
  if (request.method !== 'POST' || countingPath.test(request.path)) return 0n;
  if (ending === 'aborted') return null;
  const status = attempts.at(-1)?.status ?? null;
  return status !== null && status < 400 ? null : 0n;
}
