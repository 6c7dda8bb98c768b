import type { Usage } from './usage.ts';

/** Whole pico-dollars (10⁻¹² USD): every list price per token is a whole number of them, so sums never drift. */
export type PicoUsd = bigint;

/** List price of one call, split as it is billed. `total` is the sum of the other four. */
export interface Cost {
  /** Input tokens that were neither read from nor written to the cache. */
  readonly input: PicoUsd;
  readonly cachedInput: PicoUsd;
  readonly cacheWrite: PicoUsd;
  readonly output: PicoUsd;
  readonly total: PicoUsd;
}

/** What one token costs, by the way it is billed. */
export interface Rates {
  readonly input: PicoUsd;
  readonly cachedInput: PicoUsd;
  readonly cacheWrite: PicoUsd;
  readonly output: PicoUsd;
}

export const zeroCost: Cost = { input: 0n, cachedInput: 0n, cacheWrite: 0n, output: 0n, total: 0n };

/**
 * The list price of one call. Cached and cache-write tokens are part of the input tokens; should a server
 * report more of them than there was input, they are cut down to it, cached ones kept first, so that no
 * token is billed twice and no part is negative.
 */
export function costOf(usage: Usage, rates: Rates): Cost {
  const cached = Math.min(usage.cachedInputTokens, usage.inputTokens);
  const written = Math.min(usage.cacheWriteTokens, usage.inputTokens - cached);
  const parts: Rates = {
    input: BigInt(usage.inputTokens - cached - written) * rates.input,
    cachedInput: BigInt(cached) * rates.cachedInput,
    cacheWrite: BigInt(written) * rates.cacheWrite,
    output: BigInt(usage.outputTokens) * rates.output,
  };
  return {
    ...parts,
    total: parts.input + parts.cachedInput + parts.cacheWrite + parts.output,
  };
}

export function addCosts(a: Cost, b: Cost): Cost {
  return {
    input: a.input + b.input,
    cachedInput: a.cachedInput + b.cachedInput,
    cacheWrite: a.cacheWrite + b.cacheWrite,
    output: a.output + b.output,
    total: a.total + b.total,
  };
}

const picoPerUsd = 10n ** 12n;
const picoPerCent = picoPerUsd / 100n;

/** Reads an amount as people type it, `0.05`; null for anything else, and for more than 12 decimals. */
export function parseUsd(text: string): PicoUsd | null {
  const [, dollars, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,12}))?$/.exec(text) ?? [];
  return dollars === undefined ? null : BigInt(dollars + decimals.padEnd(12, '0'));
}

/** US dollars as the nearest JSON number: for `cost_usd`, never to be calculated with. */
export function usdNumber(pico: PicoUsd): number {
  return Number(pico) / Number(picoPerUsd);
}

/** The exact amount: `$0`, `$0.0000306`, and from one cent up with two decimals or more, `$1.50`. */
export function formatUsd(pico: PicoUsd): string {
  if (pico < 0n) return `-${formatUsd(-pico)}`;
  const decimals = (pico % picoPerUsd).toString().padStart(12, '0').replace(/0+$/, '');
  const shown = pico >= picoPerCent ? decimals.padEnd(2, '0') : decimals;
  return `$${pico / picoPerUsd}${shown && `.${shown}`}`;
}
