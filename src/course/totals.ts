import type { Exchange } from '../client/exchange.ts';
import type { PicoUsd } from '../usage/cost.ts';
import { addUsage, type Usage, zeroUsage } from '../usage/usage.ts';

/** What several exchanges come to. */
export interface Totals {
  readonly requests: number;
  /** Sum of the usages that are known. */
  readonly usage: Usage;
  /** List price; null when some exchange may have cost something unknown. */
  readonly cost: PicoUsd | null;
  /** True when at least one of them is billed. */
  readonly billed: boolean;
}

export const zeroTotals: Totals = { requests: 0, usage: zeroUsage, cost: 0n, billed: false };

export function totalsOf(exchanges: readonly Exchange[]): Totals {
  return exchanges.reduce(addExchange, zeroTotals);
}

export function addExchange(totals: Totals, exchange: Exchange): Totals {
  const { usage, billed } = exchange;
  const cost = costOrNothing(exchange);
  return {
    requests: totals.requests + 1,
    usage: usage ? addUsage(totals.usage, usage) : totals.usage,
    cost: totals.cost === null || cost === null ? null : totals.cost + cost,
    billed: totals.billed || billed,
  };
}

/** Counting tokens writes no answer, and has no price. */
const countingPath = /\/responses\/input_tokens$/;

/** A refused or unanswered call costs nothing; an answer without a price, or one cut short, an unknown sum. */
export function costOrNothing({ cost, attempts, request }: Exchange): PicoUsd | null {
  if (cost) return cost.total;
  // Only what writes is billed: looking something up, or deleting it, is not.
  if (request.method !== 'POST' || countingPath.test(request.path)) return 0n;
  const status = attempts.at(-1)?.status ?? null;
  return status !== null && status < 400 ? null : 0n;
}
