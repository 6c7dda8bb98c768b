import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { PromptCache } from '../../src/sandbox/prompt-cache.ts';
import { findModel, type Model } from '../../src/usage/models.ts';
import { readUsage } from '../../src/usage/usage.ts';
import {
  create,
  type Json,
  noon,
  simulatedClock,
  streamEvents,
  testSandbox,
} from './sandbox-under-test.ts';

const minute = 60_000;
const handbook = 'Answer in one plain sentence, and say so when you do not know. '.repeat(100);

/** Input, cached and cache-write tokens of an answer. */
function counts(body: Json) {
  const { inputTokens, cachedInputTokens, cacheWriteTokens } = readUsage(body) ?? {};
  return { input: inputTokens, cached: cachedInputTokens, written: cacheWriteTokens };
}

describe('A long beginning that was read before', () => {
  it('is counted as cached, in steps of 128 tokens', async () => {
    const sandbox = await testSandbox();
    const first = counts((await create(sandbox, { instructions: handbook })).body);
    const again = counts((await create(sandbox, { instructions: handbook, input: 'Ho!' })).body);
    expect(first).toEqual({ input: 1513, cached: 0, written: 0 });
    expect(again).toEqual({ input: 1514, cached: 1408, written: 0 });
  });

  it('is counted in a stream as in a plain answer', async () => {
    const sandbox = await testSandbox();
    await create(sandbox, { instructions: handbook });
    const events = await streamEvents(sandbox, { instructions: handbook });
    expect(counts(events.at(-1)?.response as Json)).toMatchObject({ cached: 1408 });
  });

  it('counts over a chain of responses too', async () => {
    const sandbox = await testSandbox();
    const { body } = await create(sandbox, { input: handbook });
    const next = await create(sandbox, { input: 'Go on.', previous_response_id: body.id });
    expect(counts(next.body).cached).toBe(1408);
  });

  it('is not found by a prompt that differs in its first word', async () => {
    const sandbox = await testSandbox();
    await create(sandbox, { instructions: handbook });
    const { body } = await create(sandbox, { instructions: `Please ${handbook}` });
    expect(counts(body).cached).toBe(0);
  });

  it('is not found by another model', async () => {
    const sandbox = await testSandbox();
    await create(sandbox, { instructions: handbook });
    const { body } = await create(sandbox, { instructions: handbook, model: 'gpt-4o' });
    expect(counts(body).cached).toBe(0);
  });

  it('is too short below 1,024 tokens', async () => {
    const sandbox = await testSandbox();
    const short = { instructions: handbook.slice(0, 4000) };
    const { body } = await create(sandbox, short);
    expect(counts(body).input).toBeLessThan(1024);
    expect(counts((await create(sandbox, short)).body).cached).toBe(0);
  });

  it('is found by a request with another prompt_cache_key: that only helps the real API to route', async () => {
    const sandbox = await testSandbox();
    await create(sandbox, { instructions: handbook, prompt_cache_key: 'a' });
    const { body } = await create(sandbox, { instructions: handbook, prompt_cache_key: 'b' });
    expect(counts(body).cached).toBe(1408);
  });

  it.each([
    { prompt_cache_retention: 'in_memory', kept: 9, dropped: 11 },
    { prompt_cache_retention: '24h', kept: 23 * 60, dropped: 25 * 60 },
  ])('is kept for a while: $prompt_cache_retention', async ({ kept, dropped, ...asked }) => {
    const clock = simulatedClock(noon);
    const sandbox = await testSandbox({ clock });
    const ask = async () =>
      counts((await create(sandbox, { instructions: handbook, ...asked })).body);
    await ask();
    clock.advance(kept * minute);
    expect((await ask()).cached).toBe(1408);
    clock.advance(kept * minute);
    expect((await ask()).cached, 'each use keeps it longer').toBe(1408);
    clock.advance(dropped * minute);
    expect((await ask()).cached).toBe(0);
  });

  it.each(['gpt-5.6-luna', 'gpt-6-luna', 'gpt-6.1-sol'])(
    'is counted when it is written with %s, which bills that',
    async (model) => {
      const sandbox = await testSandbox();
      const first = counts((await create(sandbox, { instructions: handbook, model })).body);
      expect(first).toMatchObject({ cached: 0, written: 1408 });
      const longer = { instructions: handbook, input: handbook, model };
      expect(counts((await create(sandbox, longer)).body)).toMatchObject({
        cached: 1408,
        written: 1536,
      });
    },
  );
});

describe('The prompt cache', () => {
  const model = findModel('gpt-6-luna') as Model;
  /** A token for each character. */
  const encode = (text: string) => [...text].map((character) => character.charCodeAt(0));
  const prompt = (content: string) => ({
    model,
    messages: [{ role: 'user', content }],
    inputTokens: content.length + 7,
    retention: '24h' as const,
  });
  let cache: PromptCache;
  beforeAll(() => {
    cache = new PromptCache(encode, () => noon);
  });

  it('never finds more than is equal, and never counts a token twice', () => {
    const letters = fc.constantFrom('a', 'b');
    const text = fc
      .tuple(letters, fc.integer({ min: 0, max: 3000 }), letters)
      .map(([head, length, tail]) => head.repeat(length) + tail.repeat(3000 - length));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const cacheOfRun = new PromptCache(encode, () => noon);
        for (const [index, content] of texts.entries()) {
          const { cachedTokens, writtenTokens } = cacheOfRun.use(prompt(content));
          const equal = texts.slice(0, index).map((other) => equalCharacters(other, content));
          expect(cachedTokens).toBeLessThanOrEqual(Math.max(0, ...equal) + 7);
          expect(cachedTokens % 128).toBe(0);
          expect(cachedTokens === 0 || cachedTokens >= 1024).toBe(true);
          expect(cachedTokens + writtenTokens).toBeLessThanOrEqual(content.length + 7);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('holds no more than its bound, and drops what was not used for longest', () => {
    const small = new PromptCache(encode, () => noon, 25);
    const [a, b, c] = ['a', 'b', 'c'].map((letter) => prompt(letter.repeat(1500)));
    if (!a || !b || !c) return expect.unreachable();
    small.use(a);
    small.use(b);
    expect(small.use(a).cachedTokens).toBe(1408);
    small.use(c);
    expect(small.use(b).cachedTokens).toBe(0);
  });

  it('tells where a message ends', () => {
    const text = 'x'.repeat(2000);
    cache.use(prompt(text));
    const cut = [text.slice(0, 500), text.slice(500)].map((content) => ({ role: 'user', content }));
    expect(cache.use({ ...prompt(text), messages: cut }).cachedTokens).toBe(0);
  });
});

function equalCharacters(a: string, b: string): number {
  const end = [...a].findIndex((character, index) => character !== b[index]);
  return end < 0 ? a.length : end;
}
