import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUsage, readUsage, zeroUsage } from '../../src/usage/usage.ts';

describe('readUsage', () => {
  it('reads a Responses body', () => {
    const body = {
      object: 'response',
      usage: {
        input_tokens: 2006,
        input_tokens_details: { cached_tokens: 1920, cache_write_tokens: 64 },
        output_tokens: 300,
        output_tokens_details: { reasoning_tokens: 128 },
        total_tokens: 2306,
      },
    };
    expect(readUsage(body)).toEqual({
      inputTokens: 2006,
      cachedInputTokens: 1920,
      cacheWriteTokens: 64,
      outputTokens: 300,
      reasoningTokens: 128,
      totalTokens: 2306,
    });
  });

  it('reads a Chat Completions body', () => {
    const body = {
      object: 'chat.completion',
      usage: {
        prompt_tokens: 20,
        completion_tokens: 9,
        total_tokens: 29,
        prompt_tokens_details: { cached_tokens: 8, cache_write_tokens: 4, audio_tokens: 0 },
        completion_tokens_details: { reasoning_tokens: 5, audio_tokens: 0 },
      },
    };
    expect(readUsage(body)).toEqual({
      inputTokens: 20,
      cachedInputTokens: 8,
      cacheWriteTokens: 4,
      outputTokens: 9,
      reasoningTokens: 5,
      totalTokens: 29,
    });
  });

  it('reads an embeddings body, which reports no output', () => {
    const body = { object: 'list', usage: { prompt_tokens: 7, total_tokens: 7 } };
    expect(readUsage(body)).toEqual({ ...zeroUsage, inputTokens: 7, totalTokens: 7 });
  });

  it.each([undefined, null])(
    'takes details that are %s, as some servers send them, for none',
    (details) => {
      const usage = {
        input_tokens: 3,
        input_tokens_details: details,
        output_tokens: 2,
        output_tokens_details: details,
        total_tokens: 5,
      };
      expect(readUsage({ usage })).toEqual({
        ...zeroUsage,
        inputTokens: 3,
        outputTokens: 2,
        totalTokens: 5,
      });
    },
  );

  it('adds input and output up where the total is left out', () => {
    expect(readUsage({ usage: { input_tokens: 3, output_tokens: 2 } })?.totalTokens).toBe(5);
  });

  it.each([
    undefined,
    null,
    'text',
    7,
    [],
    {},
    { usage: null },
    { usage: 'many' },
    { usage: [] },
    { usage: {} },
  ])('finds none in %j', (body) => {
    expect(readUsage(body)).toBeNull();
  });

  const sound = {
    input_tokens: 10,
    input_tokens_details: { cached_tokens: 1, cache_write_tokens: 1 },
    output_tokens: 5,
    output_tokens_details: { reasoning_tokens: 1 },
    total_tokens: 15,
  };
  const badCounts = ['7', -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, true, {}, []];

  it.each(badCounts)('refuses %j in any place', (bad) => {
    for (const field of Object.keys(sound)) {
      const isDetails = field.endsWith('_details');
      if (isDetails && typeof bad === 'object' && !Array.isArray(bad)) continue;
      expect(readUsage({ usage: { ...sound, [field]: bad } })).toBeNull();
    }
    for (const [field, details] of Object.entries(sound)) {
      if (typeof details === 'number') continue;
      for (const name of Object.keys(details)) {
        const spoiled = { ...sound, [field]: { ...details, [name]: bad } };
        expect(readUsage({ usage: spoiled })).toBeNull();
      }
    }
  });

  it('refuses a body that leaves the input out, or the output and the total', () => {
    expect(readUsage({ usage: { output_tokens: 5, total_tokens: 15 } })).toBeNull();
    expect(readUsage({ usage: { input_tokens: 10 } })).toBeNull();
    expect(readUsage({ usage: { prompt_tokens: 10, total_tokens: 9 } })).toBeNull();
  });

  it('never throws, whatever the body', () => {
    fc.assert(
      fc.property(fc.anything(), (usage) => {
        readUsage({ usage });
        readUsage(usage);
      }),
    );
  });
});

describe('addUsage', () => {
  const counts = fc.record({
    inputTokens: fc.nat(),
    cachedInputTokens: fc.nat(),
    cacheWriteTokens: fc.nat(),
    outputTokens: fc.nat(),
    reasoningTokens: fc.nat(),
    totalTokens: fc.nat(),
  });

  it('adds every count', () => {
    const a = {
      inputTokens: 1,
      cachedInputTokens: 2,
      cacheWriteTokens: 3,
      outputTokens: 4,
      reasoningTokens: 5,
      totalTokens: 6,
    };
    const b = {
      inputTokens: 10,
      cachedInputTokens: 20,
      cacheWriteTokens: 30,
      outputTokens: 40,
      reasoningTokens: 50,
      totalTokens: 60,
    };
    expect(addUsage(a, b)).toEqual({
      inputTokens: 11,
      cachedInputTokens: 22,
      cacheWriteTokens: 33,
      outputTokens: 44,
      reasoningTokens: 55,
      totalTokens: 66,
    });
  });

  it('leaves a usage as it is when nothing is added, in either order', () => {
    fc.assert(
      fc.property(counts, (usage) => {
        expect(addUsage(usage, zeroUsage)).toEqual(usage);
        expect(addUsage(zeroUsage, usage)).toEqual(usage);
      }),
    );
  });
});
