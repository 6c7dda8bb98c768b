import { calcPrice } from '@pydantic/genai-prices';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cost, costOf, type Rates } from '../../src/usage/cost.ts';
import { models } from '../../src/usage/models.ts';
import { loadPrices, type PriceList } from '../../src/usage/prices.ts';
import type { Usage } from '../../src/usage/usage.ts';

const at = new Date('2026-11-20T12:00:00Z');

let prices: PriceList;
beforeAll(async () => {
  prices = await loadPrices();
});

function ratesOf(modelId: string, inputTokens = 1, day = at): Rates {
  const rates = prices.rates(modelId, { at: day, inputTokens });
  if (!rates) throw new Error(`no price for ${modelId}`);
  return rates;
}

function cost(modelId: string, usage: Usage): Cost {
  return costOf(usage, ratesOf(modelId, usage.inputTokens));
}

/** 5,000 ordinary, 4,000 cached and 1,000 written input tokens, 500 of output. */
const short: Usage = {
  inputTokens: 10_000,
  cachedInputTokens: 4_000,
  cacheWriteTokens: 1_000,
  outputTokens: 500,
  reasoningTokens: 100,
  totalTokens: 10_500,
};

/** 200,000 ordinary, 90,000 cached and 10,000 written input tokens, 2,000 of output. */
const long: Usage = {
  inputTokens: 300_000,
  cachedInputTokens: 90_000,
  cacheWriteTokens: 10_000,
  outputTokens: 2_000,
  reasoningTokens: 0,
  totalTokens: 302_000,
};

type Row = readonly [
  model: string,
  usdPerMillion: string,
  input: bigint,
  cachedInput: bigint,
  cacheWrite: bigint,
  output: bigint,
  total: bigint,
];

// Worked out by hand from OpenAI's price table: tokens times USD per million, in pico-dollars.
// The prices are input/cached/written/output; a model without a write fee bills writes as input.
// biome-ignore format: a table is read by its columns.
const shortCalls: readonly Row[] = [
  ['gpt-4o', '2.5/1.25/2.5/10', 12_500_000_000n, 5_000_000_000n, 2_500_000_000n, 5_000_000_000n, 25_000_000_000n],
  ['gpt-4o-mini', '0.15/0.075/0.15/0.6', 750_000_000n, 300_000_000n, 150_000_000n, 300_000_000n, 1_500_000_000n],
  ['gpt-4.1', '2/0.5/2/8', 10_000_000_000n, 2_000_000_000n, 2_000_000_000n, 4_000_000_000n, 18_000_000_000n],
  ['gpt-4.1-mini', '0.4/0.1/0.4/1.6', 2_000_000_000n, 400_000_000n, 400_000_000n, 800_000_000n, 3_600_000_000n],
  ['gpt-4.1-nano', '0.1/0.025/0.1/0.4', 500_000_000n, 100_000_000n, 100_000_000n, 200_000_000n, 900_000_000n],
  ['o3', '2/0.5/2/8', 10_000_000_000n, 2_000_000_000n, 2_000_000_000n, 4_000_000_000n, 18_000_000_000n],
  ['o4-mini', '1.1/0.275/1.1/4.4', 5_500_000_000n, 1_100_000_000n, 1_100_000_000n, 2_200_000_000n, 9_900_000_000n],
  ['gpt-5', '1.25/0.125/1.25/10', 6_250_000_000n, 500_000_000n, 1_250_000_000n, 5_000_000_000n, 13_000_000_000n],
  ['gpt-5-mini', '0.25/0.025/0.25/2', 1_250_000_000n, 100_000_000n, 250_000_000n, 1_000_000_000n, 2_600_000_000n],
  ['gpt-5-nano', '0.05/0.005/0.05/0.4', 250_000_000n, 20_000_000n, 50_000_000n, 200_000_000n, 520_000_000n],
  ['gpt-5.1', '1.25/0.125/1.25/10', 6_250_000_000n, 500_000_000n, 1_250_000_000n, 5_000_000_000n, 13_000_000_000n],
  ['gpt-5.2', '1.75/0.175/1.75/14', 8_750_000_000n, 700_000_000n, 1_750_000_000n, 7_000_000_000n, 18_200_000_000n],
  ['gpt-5.4', '2.5/0.25/2.5/15', 12_500_000_000n, 1_000_000_000n, 2_500_000_000n, 7_500_000_000n, 23_500_000_000n],
  ['gpt-5.4-mini', '0.75/0.075/0.75/4.5', 3_750_000_000n, 300_000_000n, 750_000_000n, 2_250_000_000n, 7_050_000_000n],
  ['gpt-5.4-nano', '0.2/0.02/0.2/1.25', 1_000_000_000n, 80_000_000n, 200_000_000n, 625_000_000n, 1_905_000_000n],
  ['gpt-5.5', '5/0.5/5/30', 25_000_000_000n, 2_000_000_000n, 5_000_000_000n, 15_000_000_000n, 47_000_000_000n],
  ['gpt-5.6-luna', '0.2/0.02/0.25/1.2', 1_000_000_000n, 80_000_000n, 250_000_000n, 600_000_000n, 1_930_000_000n],
  ['gpt-5.6-terra', '2/0.2/2.5/12', 10_000_000_000n, 800_000_000n, 2_500_000_000n, 6_000_000_000n, 19_300_000_000n],
  ['gpt-5.6-sol', '4/0.4/5/20', 20_000_000_000n, 1_600_000_000n, 5_000_000_000n, 10_000_000_000n, 36_600_000_000n],
  ['gpt-6-luna', '0.1/0.01/0.125/0.5', 500_000_000n, 40_000_000n, 125_000_000n, 250_000_000n, 915_000_000n],
  ['gpt-6-sol', '2/0.2/2.5/10', 10_000_000_000n, 800_000_000n, 2_500_000_000n, 5_000_000_000n, 18_300_000_000n],
  ['gpt-6-astra', '10/1/12.5/50', 50_000_000_000n, 4_000_000_000n, 12_500_000_000n, 25_000_000_000n, 91_500_000_000n],
  ['gpt-6.1-sol', '2/0.1/2.5/10', 10_000_000_000n, 400_000_000n, 2_500_000_000n, 5_000_000_000n, 17_900_000_000n],
  ['gpt-6.1-terra', '1/0.05/1.25/5', 5_000_000_000n, 200_000_000n, 1_250_000_000n, 2_500_000_000n, 8_950_000_000n],
  ['text-embedding-3-small', '0.02/0.02/0.02/0', 100_000_000n, 80_000_000n, 20_000_000n, 0n, 200_000_000n],
  ['text-embedding-3-large', '0.13/0.13/0.13/0', 650_000_000n, 520_000_000n, 130_000_000n, 0n, 1_300_000_000n],
  ['text-embedding-ada-002', '0.1/0.1/0.1/0', 500_000_000n, 400_000_000n, 100_000_000n, 0n, 1_000_000_000n],
];

// biome-ignore format: a table is read by its columns.
const longCalls: readonly Row[] = [
  ['gpt-5.4', '5/0.5/5/22.5', 1_000_000_000_000n, 45_000_000_000n, 50_000_000_000n, 45_000_000_000n, 1_140_000_000_000n],
  ['gpt-5.5', '10/1/10/45', 2_000_000_000_000n, 90_000_000_000n, 100_000_000_000n, 90_000_000_000n, 2_280_000_000_000n],
  ['gpt-5.6-luna', '0.4/0.04/0.5/1.8', 80_000_000_000n, 3_600_000_000n, 5_000_000_000n, 3_600_000_000n, 92_200_000_000n],
  ['gpt-5.6-terra', '4/0.4/5/18', 800_000_000_000n, 36_000_000_000n, 50_000_000_000n, 36_000_000_000n, 922_000_000_000n],
  ['gpt-5.6-sol', '8/0.8/10/30', 1_600_000_000_000n, 72_000_000_000n, 100_000_000_000n, 60_000_000_000n, 1_832_000_000_000n],
  ['gpt-6-luna', '0.2/0.02/0.25/0.75', 40_000_000_000n, 1_800_000_000n, 2_500_000_000n, 1_500_000_000n, 45_800_000_000n],
  ['gpt-6-sol', '4/0.4/5/15', 800_000_000_000n, 36_000_000_000n, 50_000_000_000n, 30_000_000_000n, 916_000_000_000n],
  ['gpt-6-astra', '20/2/25/75', 4_000_000_000_000n, 180_000_000_000n, 250_000_000_000n, 150_000_000_000n, 4_580_000_000_000n],
  ['gpt-6.1-sol', '4/0.2/5/15', 800_000_000_000n, 18_000_000_000n, 50_000_000_000n, 30_000_000_000n, 898_000_000_000n],
  ['gpt-6.1-terra', '2/0.1/2.5/7.5', 400_000_000_000n, 9_000_000_000n, 25_000_000_000n, 15_000_000_000n, 449_000_000_000n],
];

function parts([, , input, cachedInput, cacheWrite, output, total]: Row): Cost {
  return { input, cachedInput, cacheWrite, output, total };
}

function embeddingUsage(modelId: string, usage: Usage): Usage {
  return modelId.startsWith('text-embedding') ? { ...usage, outputTokens: 0 } : usage;
}

describe('the price of one call, worked out by hand', () => {
  it('is there for every model of the registry', () => {
    expect(shortCalls.map(([id]) => id)).toEqual(models.map(({ id }) => id));
  });

  it.each(shortCalls)('of %s at %s USD per million', (...row) => {
    expect(cost(row[0], embeddingUsage(row[0], short))).toEqual(parts(row));
  });

  it('has a long-context tier for every model with a context of 1.05 million', () => {
    const withTier = models.filter(({ contextWindow }) => contextWindow === 1_050_000);
    expect(longCalls.map(([id]) => id)).toEqual(withTier.map(({ id }) => id));
  });

  it.each(longCalls)('of %s above 272,000 input tokens at %s USD per million', (...row) => {
    expect(cost(row[0], long)).toEqual(parts(row));
  });
});

describe('rates', () => {
  it('of input double above 272,000 input tokens, for long-context models only', () => {
    for (const [id] of longCalls) {
      const standard = ratesOf(id);
      expect(ratesOf(id, 271_999)).toEqual(standard);
      expect(ratesOf(id, 272_001).input).toBe(2n * standard.input);
    }
    expect(ratesOf('gpt-4.1', 1_000_000)).toEqual(ratesOf('gpt-4.1'));
  });

  it.each([
    ['gpt-4o-mini-2024-07-18', 'gpt-4o-mini'],
    ['gpt-4o-2024-08-06', 'gpt-4o'],
    ['gpt-5.4-2026-03-05', 'gpt-5.4'],
    ['gpt-5.6', 'gpt-5.6-sol'],
  ])('of %s are those of %s', (name, id) => {
    expect(ratesOf(name)).toEqual(ratesOf(id));
  });

  it('are known for the dated snapshot of every model', () => {
    for (const { id, snapshot } of models) expect(ratesOf(snapshot)).toEqual(ratesOf(id));
  });

  it('of an old snapshot with a price of its own are that price', () => {
    expect(ratesOf('gpt-4o-2024-05-13')).toEqual({
      input: 5_000_000n,
      cachedInput: 5_000_000n,
      cacheWrite: 5_000_000n,
      output: 15_000_000n,
    });
  });

  it('are those of the day of the call: gpt-5.6-luna became cheaper on 2026-07-30', () => {
    const before = ratesOf('gpt-5.6-luna', 1, new Date('2026-07-29T23:59:59.999Z'));
    const after = ratesOf('gpt-5.6-luna', 1, new Date('2026-07-30T00:00:00Z'));
    expect([before.input, before.output]).toEqual([1_000_000n, 6_000_000n]);
    expect([after.input, after.output]).toEqual([200_000n, 1_200_000n]);
  });

  it.each(['', 'gpt-nope', 'llama3.1:8b', 'claude-sonnet-4-5', 'constructor'])(
    'of "%s" are unknown',
    (id) => {
      expect(prices.rates(id, { at, inputTokens: 1 })).toBeNull();
    },
  );
});

describe('beside the arithmetic of genai-prices', () => {
  const own = ['gpt-6.1-sol', 'gpt-6.1-terra'];

  // When this fails, genai-prices has learned the model: delete our row.
  it.each(own)('%s is still unknown there', (id) => {
    expect(calcPrice({ input_tokens: 1 }, id, { providerId: 'openai', timestamp: at })).toBeNull();
  });

  const listed = models.map(({ id }) => id).filter((id) => !own.includes(id));

  it.each(listed)('%s costs the same', (id) => {
    for (const usage of [embeddingUsage(id, short), embeddingUsage(id, long)]) {
      const theirs = calcPrice(
        {
          input_tokens: usage.inputTokens,
          cache_read_tokens: usage.cachedInputTokens,
          cache_write_tokens: usage.cacheWriteTokens,
          output_tokens: usage.outputTokens,
        },
        id,
        { providerId: 'openai', timestamp: at },
      );
      const ours = Number(cost(id, usage).total) / 1e12;
      expect(theirs?.total_price).toBeCloseTo(ours, 12);
    }
  });

  it('every rate is a whole number of pico-dollars per token', () => {
    for (const id of listed) {
      const prices = calcPrice({}, id, { providerId: 'openai', timestamp: at })?.model_price ?? {};
      for (const price of [
        prices.input_mtok,
        prices.cache_read_mtok,
        prices.cache_write_mtok,
        prices.output_mtok,
      ]) {
        if (price === undefined) continue;
        const usd =
          typeof price === 'number'
            ? [price]
            : [price.base, ...price.tiers.map((tier) => tier.price)];
        for (const each of usd)
          expect(Math.abs(each * 1e6 - Math.round(each * 1e6))).toBeLessThan(1e-6);
      }
    }
  });
});
