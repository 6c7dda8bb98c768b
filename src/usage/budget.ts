import { costOf, type PicoUsd, type Rates } from './cost.ts';
import { zeroUsage } from './usage.ts';

/**
 * What a run may spend. Before each call its worst case is set aside, so that calls under way at the same time cannot pass
 * the limit together; when it ends, what it cost takes the place of what was set aside.
 */
export class Budget {
  readonly limit: PicoUsd;
  #spent: PicoUsd = 0n;
  #setAside: PicoUsd = 0n;

  constructor(limit: PicoUsd) {
    this.limit = limit;
  }

  /** What the calls that have ended cost. */
  get spent(): PicoUsd {
    return this.#spent;
  }

  /** Calls that are under way have money set aside, some of which may come back. */
  get mayGrow(): boolean {
    return this.#setAside > 0n;
  }

  /** Sets aside what a call can cost at most; false, and nothing is set aside, where that could pass the limit. */
  reserve(worst: PicoUsd): boolean {
    if (this.#spent + this.#setAside + worst > this.limit) return false;
    this.#setAside += worst;
    return true;
  }

  /**
   * The call for which `reserved` was set aside has ended.
   * @param actual null when nobody knows, as for an aborted stream: it counts with all that was set aside
   */
  settle(reserved: PicoUsd, actual: PicoUsd | null): void {
    this.#setAside -= reserved;
    this.#spent += actual ?? reserved;
  }
}

/** The most that one call can cost: nothing read from the cache, everything written to it, the longest answer. */
export function worstCase(
  tokens: { readonly inputTokens: number; readonly maxOutputTokens: number },
  rates: Rates,
): PicoUsd {
  const dearest = rates.cacheWrite > rates.input ? rates.cacheWrite : rates.input;
  const { inputTokens, maxOutputTokens: outputTokens } = tokens;
  return costOf({ ...zeroUsage, inputTokens, outputTokens }, { ...rates, input: dearest }).total;
}

/** The longest answer, in tokens, with which a call costs no more than `left`; below 0 where its input alone does; null where output is free. */
export function longestAnswerFor(left: PicoUsd, inputTokens: number, rates: Rates): number | null {
  if (rates.output === 0n) return null;
  return Number((left - worstCase({ inputTokens, maxOutputTokens: 0 }, rates)) / rates.output);
}
