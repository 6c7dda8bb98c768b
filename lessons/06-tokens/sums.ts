import type { Exchange } from '../../src/client/exchange.ts';
import {
  costOf,
  formatUsd,
  type PicoUsd,
  type Rates,
} from '../../src/usage/cost.ts';
import { isShutDown, type Model, models } from '../../src/usage/models.ts';
import type { PriceList } from '../../src/usage/prices.ts';
import type { Usage } from '../../src/usage/usage.ts';

/** A call whose tokens the server counted. */
type CountedCall = Exchange & { readonly usage: Usage };

export function countedCalls(exchanges: readonly Exchange[]): CountedCall[] {
  return exchanges.filter(
    (exchange): exchange is CountedCall => exchange.usage !== null,
  );
}

/** What a model costs on the day and at the size of a call; null when its price is unknown. */
export function ratesAt(
  { usage, timing }: CountedCall,
  model: string,
  prices: PriceList,
): Rates | null {
  return prices.rates(model, {
    at: new Date(timing.startedAt),
    inputTokens: usage.inputTokens,
  });
}

/** A price per token as prices are listed, per million tokens: `$0.15`. */
export function perMillion(rate: PicoUsd): string {
  return formatUsd(rate * 1_000_000n);
}

/** How often one amount is in another, in two digits: `4`, `0.67`. */
export function times(amount: PicoUsd, other: PicoUsd): number {
  return Number((Number(amount) / Number(other)).toPrecision(2));
}

interface PricedModel {
  readonly model: Model;
  /** What a million calls cost. */
  readonly million: PicoUsd;
}

/** The text models that are not shut down, with what the tokens of a call cost on them, cheapest first. */
export function pricedModels(
  call: CountedCall,
  prices: PriceList,
): PricedModel[] {
  const day = new Date(call.timing.startedAt);
  const usage = { ...call.usage, cachedInputTokens: 0, cacheWriteTokens: 0 };
  return models
    .filter((model) => model.kind === 'text' && !isShutDown(model, day))
    .flatMap((model) => {
      const rates = ratesAt(call, model.id, prices);
      return rates
        ? [{ model, million: costOf(usage, rates).total * 1_000_000n }]
        : [];
    })
    .sort((a, b) => Number(a.million - b.million));
}

interface Counts {
  readonly estimate: number;
  readonly count: number;
  readonly bill: number;
}

/** The three numbers that a demo printed as estimate, count and bill; null when one is missing. */
export function readCounts(printed: string): Counts | null {
  const match = /^estimate: ~(\d+)\ncount: +(\d+)\nbill: +(\d+)$/m.exec(
    printed,
  );
  if (!match) return null;
  const [estimate = 0, count = 0, bill = 0] = match.slice(1).map(Number);
  return { estimate, count, bill };
}

/** The counts that a demo printed, text by text; what follows a count is its text. */
export function readTokens(printed: string): number[] {
  return [...printed.matchAll(/^tokens: (\d+) /gm)].map(([, tokens]) =>
    Number(tokens),
  );
}
