import type { ModelPrice } from '@pydantic/genai-prices';
import type { PicoUsd, Rates } from './cost.ts';
import { findModel } from './models.ts';

/** What decides the price of a call, besides its model. */
interface Occasion {
  /** When the call was made: list prices change. */
  readonly at: Date;
  /** All input tokens of the call, cached ones included: very long inputs cost more per token. */
  readonly inputTokens: number;
}

export interface PriceList {
  /**
   * List prices of the standard tier for an id, a dated snapshot or an alias; null when unknown.
   * Where a model has no price of its own for cached input or for cache writes, they cost what other
   * input does. Batch, Flex and priority prices and 12-hour cache lifetimes are not known.
   */
  readonly rates: (modelId: string, occasion: Occasion) => Rates | null;
}

/** Loads the bundled prices of @pydantic/genai-prices, about 50 ms; it makes no request. */
export async function loadPrices(): Promise<PriceList> {
  const { calcPrice } = await import('@pydantic/genai-prices');
  return {
    rates: (modelId, { at, inputTokens }) => {
      // Only the rates are taken: the package calculates in floating point.
      const listed = calcPrice({ input_tokens: 0 }, modelId, {
        providerId: 'openai',
        timestamp: at,
      });
      const prices = listed?.model_price ?? ownPrices.get(findModel(modelId)?.id ?? modelId);
      return prices ? ratesIn(prices, inputTokens) : null;
    },
  };
}

/** USD per million tokens, of one kind, as genai-prices writes it. */
type Price = ModelPrice[string];

/**
 * Models that genai-prices 0.1.8 lacks, in its own form; where it comes to know one, its row wins.
 * Source: OpenAI's pages for the two models, as docs.litellm.ai/blog/gpt-6-1-terra quotes them; a cache
 * write costs 1.25 times the input, as for every model since gpt-5.6.
 */
const ownPrices: ReadonlyMap<string, ModelPrice> = new Map([
  [
    'gpt-6.1-sol',
    {
      input_mtok: longContextPrice(2, 4),
      cache_read_mtok: longContextPrice(0.1, 0.2),
      cache_write_mtok: longContextPrice(2.5, 5),
      output_mtok: longContextPrice(10, 15),
    },
  ],
  [
    'gpt-6.1-terra',
    {
      input_mtok: longContextPrice(1, 2),
      cache_read_mtok: longContextPrice(0.05, 0.1),
      cache_write_mtok: longContextPrice(1.25, 2.5),
      output_mtok: longContextPrice(5, 7.5),
    },
  ],
]);

/** Above 272,000 input tokens, models with a context of 1.05 million bill the whole call at the second price. */
function longContextPrice(base: number, long: number): Price {
  return { base, tiers: [{ start: 272_000, price: long }] };
}

function ratesIn(prices: ModelPrice, inputTokens: number): Rates | null {
  const rate = (price: Price) => picoPerToken(price, inputTokens);
  const input = rate(prices.input_mtok);
  if (input === null) return null;
  return {
    input,
    cachedInput: rate(prices.cache_read_mtok) ?? input,
    cacheWrite: rate(prices.cache_write_mtok) ?? input,
    // Embedding models have no output, and so no price for it.
    output: rate(prices.output_mtok) ?? 0n,
  };
}

/** null where there is no price. A tier holds for inputs of more than `start` tokens. */
function picoPerToken(price: Price, inputTokens: number): PicoUsd | null {
  if (price === undefined) return null;
  const usdPerMillion =
    typeof price === 'number'
      ? price
      : (price.tiers.findLast(({ start }) => inputTokens > start)?.price ?? price.base);
  // One USD per million tokens is a million pico-dollars per token.
  return BigInt(Math.round(usdPerMillion * 1_000_000));
}
