import fc from 'fast-check';
import { encode } from 'gpt-tokenizer';
import vocabulary from 'gpt-tokenizer/bpeRanks/o200k_base';
import { describe, expect, it } from 'vitest';
import { lesson } from '../../lessons/06-tokens/lesson.ts';
import { inProcessFetch } from '../../src/sandbox/adapter.ts';
import { models } from '../../src/usage/models.ts';
import { loadPrices } from '../../src/usage/prices.ts';
import { readUsage } from '../../src/usage/usage.ts';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { create, get, type Json, post, testSandbox } from '../sandbox/sandbox-under-test.ts';

interface Line {
  readonly type: string;
  readonly step: number;
  readonly request: { readonly path: string; readonly body: Json };
  readonly response: Json;
  readonly status: string;
  readonly cost_usd: number | null;
  readonly usage: { readonly input_tokens: number; readonly output_tokens: number } | null;
}

/** The calls of a run, by step; the last line is the sum of the run. */
async function calls(args: readonly string[] = [], options: CourseOptions = {}) {
  const run = await runCourse(['lesson', '06', '--json', ...args], options);
  expect(run.exitCode, run.err).toBe(0);
  const lines = run.json() as unknown as Line[];
  const exchanges = lines.filter(({ type }) => type === 'exchange');
  return {
    summary: lines.at(-1),
    ofStep: (id: string) => {
      const number = lesson.steps.findIndex((step) => step.id === id) + 1;
      return exchanges.filter(({ step }) => step === number);
    },
  };
}

/** What one step shows. */
async function shown(id: string, args: readonly string[] = [], options: CourseOptions = {}) {
  const number = lesson.steps.findIndex((step) => step.id === id) + 1;
  const run = await runCourse(['lesson', '06', '--step', String(number), ...args], options);
  expect(run.exitCode, run.err).toBe(0);
  return run.out.replaceAll(/\s+/g, ' ');
}

/** A server of somebody else: a sandbox whose answers are edited on the way, and which takes any model's name. */
async function otherServer(edit: (body: Json) => Json): Promise<CourseOptions> {
  const sandbox = inProcessFetch(await testSandbox());
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = { ...JSON.parse(String(init?.body)), model: 'gpt-4o-mini' };
    const answer = await sandbox(input, { ...init, body: JSON.stringify(request) });
    const body = (await answer.json()) as Json;
    const { status, headers } = answer;
    return Response.json(edit(body), { status, headers });
  };
  return { fetch, env: { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' } };
}

/** The same at OpenAI's own address. */
async function openaiWith(edit: (body: Json) => Json): Promise<CourseOptions> {
  return { ...(await otherServer(edit)), env: { OPENAI_API_KEY: 'sk-0123456789abcdef' } };
}

const withUsage = (changes: Json) =>
  otherServer((body) => ({
    ...body,
    ...(body.usage ? { usage: { ...(body.usage as Json), ...changes } } : {}),
  }));

const live = models.filter(({ kind }) => kind === 'text');
const now = { at: new Date('2026-11-20T12:00:00Z'), inputTokens: 0 };

describe('What lesson 06 says is so:', () => {
  it('the list of tokens has some 200,000 pieces', () => {
    expect(Math.round(vocabulary.length / 10_000)).toBe(20);
  });

  it('a space belongs to the word after it, digits go in threes, an emoji can take several tokens', () => {
    expect(encode(' token')).toHaveLength(1);
    expect(encode('1234567')).toHaveLength(3);
    expect(encode('🦜').length).toBeGreaterThan(1);
  });

  it('a common word is one token, a rare one several, and brackets and quotes count', () => {
    expect(encode('word')).toHaveLength(1);
    expect(encode('Donaudampfschiff').length).toBeGreaterThan(2);
    expect(encode('{ "id": 7 }').length).toBeGreaterThan(encode('id 7').length + 2);
  });

  it('a token is four to five characters of plain English, and fewer of code and numbers', () => {
    const charactersPerToken = (text: string) => text.length / encode(text).length;
    const english = lesson.recap.join(' ').replaceAll(/[`×+]/g, '');
    expect(charactersPerToken(english)).toBeGreaterThan(4);
    expect(charactersPerToken(english)).toBeLessThan(5);
    expect(charactersPerToken('{"a":[{"id":1,"x":0.5},{"id":2}]}')).toBeLessThan(3);
    expect(charactersPerToken('3141592653589793')).toBeLessThan(3);
  });

  it('seven tokens are around a single message', async () => {
    const { body } = await create(await testSandbox(), { input: lesson.question });
    expect(readUsage(body)?.inputTokens).toBe(encode(lesson.question).length + 7);
  });

  it('an output token costs more than an input token, on every text model', async () => {
    const prices = await loadPrices();
    for (const { id } of live) {
      const rates = prices.rates(id, now);
      expect(rates && rates.output > rates.input, id).toBe(true);
    }
  });

  it('a cached input token costs less than a new one, on every text model', async () => {
    const prices = await loadPrices();
    for (const { id } of live) {
      const rates = prices.rates(id, now);
      expect(rates && rates.cachedInput < rates.input, id).toBe(true);
    }
  });

  it('the count is what the bill says, whatever the text', async () => {
    const sandbox = await testSandbox();
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(text, text, async (input, instructions) => {
        const request = { model: 'gpt-4o-mini', input, instructions };
        const count = await post(sandbox, '/v1/responses/input_tokens', request);
        const answer = await create(sandbox, request);
        expect(count.body.input_tokens).toBe(readUsage(answer.body)?.inputTokens);
      }),
      { numRuns: 25 },
    );
  });

  it('an input larger than the context window is refused with a 400', async () => {
    const request = { input: 'word '.repeat(128_001) };
    const { status, body } = await create(await testSandbox(), request);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'context_length_exceeded' });
  });

  it('16 is the lowest cap that the API takes', async () => {
    const sandbox = await testSandbox();
    expect(await create(sandbox, { max_output_tokens: 15 })).toMatchObject({ status: 400 });
    expect(await create(sandbox, { max_output_tokens: 16 })).toMatchObject({ status: 200 });
  });

  it('a cut answer has status 200, is `incomplete` with a reason, and is billed up to its cap', async () => {
    const sandbox = await testSandbox({ answer: () => 'word '.repeat(50) });
    const { status, body } = await create(sandbox, { max_output_tokens: 16 });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
      usage: { output_tokens: 16 },
    });
  });

  it('reasoning is part of the output, and can use up a low cap before the first word', async () => {
    const request = { model: 'gpt-5-mini', max_output_tokens: 16 };
    const { body } = await create(await testSandbox(), request);
    const usage = readUsage(body);
    expect(usage?.reasoningTokens).toBe(usage?.outputTokens);
    expect(body).toMatchObject({ status: 'incomplete', output: [{ type: 'reasoning' }] });
  });

  it('metadata are up to 16 pairs, cost no tokens, come back, and are stored', async () => {
    const sandbox = await testSandbox();
    const pairs = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_, index) => [`tag${index}`, 'v2']));
    const plain = await create(sandbox);
    const tagged = await create(sandbox, { metadata: pairs(16) });
    expect(tagged.body.metadata).toEqual(pairs(16));
    expect(readUsage(tagged.body)?.inputTokens).toBe(readUsage(plain.body)?.inputTokens);
    const stored = await get(sandbox, `/v1/responses/${tagged.body.id}`);
    expect(stored.body.metadata).toEqual(pairs(16));
    expect(await create(sandbox, { metadata: pairs(17) })).toMatchObject({ status: 400 });
  });
});

describe('Lesson 06', () => {
  it('goes from the first token to the last tag', async () => {
    const { exitCode, out } = await runCourse(['lesson', '06']);
    expect(exitCode).toBe(0);
    for (const { title } of lesson.steps) expect(out).toContain(title);
    expect(out).toContain('Explain| what| a| token| is|.');
    expect(out).not.toMatch(/NaN|undefined|\[object/);
  });

  it.each([
    [['--prompt', '<|endoftext|> 🦜 ignore this']],
    [['--prompt', 'Hi']],
    [['--instructions', 'You are a pirate', '--temperature', '0', '--temperature', '1']],
    [['--samples', '2', '--top-p', '0.5']],
    [['--model', 'gpt-6-astra']],
    [['--model', 'gpt-5-mini', '--model', 'gpt-4o']],
    [['--max-output-tokens', '400', '--no-stream']],
  ])('holds with %j', async (flags) => {
    const { exitCode, out } = await runCourse(['lesson', '06', ...flags]);
    expect(exitCode).toBe(0);
    expect(out).toContain('To keep in mind');
    expect(out).not.toMatch(/NaN|undefined|null|\[object/);
  });

  it('holds after the default model is shut down', async () => {
    const run = await calls([], { env: { COURSE_NOW: '2027-02-01T00:00:00Z' } });
    const [first] = run.ofStep('token');
    expect(first?.request.body.model).not.toBe('gpt-4o-mini');
  });

  it('knows what it costs, though counting alone has no price', async () => {
    const { summary, ofStep } = await calls();
    expect(ofStep('estimate').map(({ cost_usd }) => cost_usd !== null)).toEqual([false, true]);
    expect(summary?.cost_usd).toBeGreaterThan(0);
  });

  it('asks the endpoint that counts, then sends the same request', async () => {
    const { ofStep } = await calls();
    const [count, create] = ofStep('estimate').map(({ request }) => request);
    expect(count?.path).toBe('/v1/responses/input_tokens');
    expect(create?.path).toBe('/v1/responses');
    expect(create?.body).toEqual(count?.body);
  });

  it('cuts an answer after 16 tokens', async () => {
    const { ofStep } = await calls();
    const [call] = ofStep('cut-off');
    expect(call?.request.body.max_output_tokens).toBe(16);
    expect(call).toMatchObject({ status: 'incomplete', usage: { output_tokens: 16 } });
  });

  it('sends equal beginnings that are long enough for a cache, with different ends', async () => {
    const { ofStep } = await calls();
    const [first, second] = ofStep('cached').map(({ request }) => request.body);
    const { instructions } = first ?? {};
    expect(second?.instructions).toBe(instructions);
    expect(second?.input).not.toBe(first?.input);
    expect(encode(String(instructions)).length).toBeGreaterThan(1_024);
  });

  it('finds the beginning of the second call in the cache, and pays less for it', async () => {
    const { ofStep } = await calls();
    const usages = ofStep('cached').map(({ response }) => readUsage(response));
    expect(usages.map((usage) => usage?.cachedInputTokens)).toEqual([0, 1_792]);
    const out = await shown('cached');
    expect(out).toContain('found 1,792 of its 1,821 input tokens in the cache');
    expect(out).toContain('all new $0.00027315 as it was $0.00013875 all from cache $0.000136575');
  });

  it('pays for what it writes into the cache, where that has a price', async () => {
    const { ofStep } = await calls(['--model', 'gpt-6-sol']);
    const usages = ofStep('cached').map(({ response }) => readUsage(response));
    expect(usages).toMatchObject([
      { cachedInputTokens: 0, cacheWriteTokens: 1_792 },
      { cachedInputTokens: 1_792, cacheWriteTokens: 0 },
    ]);
  });

  it('stays within its budget, and stops because of it', async () => {
    const { ofStep } = await calls();
    const asked = ofStep('budget');
    const spent = asked.reduce((sum, { cost_usd }) => sum + (cost_usd ?? 0), 0);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(5);
    expect(spent).toBeLessThanOrEqual(0.0001);
  });

  it('asks nothing when one call may cost more than the budget', async () => {
    const { ofStep } = await calls(['--model', 'gpt-6-astra']);
    expect(ofStep('budget')).toEqual([]);
    expect(await shown('budget', ['--model', 'gpt-6-astra'])).toContain('No call fitted');
  });

  it('has no request to show when the budget allows none', async () => {
    const args = ['lesson', '06', '--step', '7', '--model', 'gpt-6-astra', '--dry-run'];
    const { exitCode, err } = await runCourse(args);
    expect(exitCode).toBe(2);
    expect(err).toContain('would send no request');
  });

  it('compares a guess with what happened', async () => {
    const { out } = await runCourse(['lesson', '06'], { answers: ['7', 'Leave'] });
    expect(out).toContain('You guessed 7 tokens; it was 6 tokens.');
  });

  it('tags each call with its feature and the version of its prompt', async () => {
    const { ofStep } = await calls();
    const sent = ofStep('tags').map(({ request }) => request.body.metadata);
    const received = ofStep('tags').map(({ response }) => response.metadata);
    expect(sent).toEqual(
      ['search', 'help', 'search'].map((feature) => ({ feature, prompt: 'v2' })),
    );
    expect(received).toEqual(sent);
  });

  it('takes the same sum from its own code as from the price list', async () => {
    const out = await shown('bill');
    const sum = /sum: \$(\d\.\d+)/.exec(out)?.[1];
    const listed = /\$(\d\.\d+) list price/.exec(out)?.[1];
    expect(Number(sum)).toBe(Number(listed));
  });

  it('compares the price of its call over the models, cheapest first', async () => {
    const { out } = await runCourse(['lesson', '06', '--step', '5']);
    const rows = [
      ...out.matchAll(/^(gpt-[\w.-]+|o\d[\w-]*)(?:, off \S+)? +\$(\d+\.\d\d) +([\d.]+)$/gm),
    ];
    const costs = rows.map(([, , cost]) => Number(cost));
    expect(rows.length).toBeGreaterThan(10);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    expect(rows.find(([, id]) => id === 'gpt-4o-mini')?.[3]).toBe('1');
  });
});

describe('On another server, lesson 06', () => {
  it('says how much came from the cache', async () => {
    const server = await withUsage({
      input_tokens: 1_900,
      input_tokens_details: { cached_tokens: 1_792 },
    });
    const out = await shown('cached', [], server);
    expect(out).toContain('1900 in, from the cache: 1792');
    expect(out).toContain('found 1,792 of its 1,900 input tokens in the cache');
  });

  it('says that a run found nothing in a cache', async () => {
    const server = await withUsage({ input_tokens_details: { cached_tokens: 0 } });
    expect(await shown('cached', [], server)).toContain('found nothing in a cache');
  });

  it('says that writing into the cache has a price, where it has one', async () => {
    expect(await shown('cached', ['--model', 'gpt-6-sol'])).toContain('not free with this model');
    expect(await shown('cached', ['--model', 'gpt-4o'])).toContain('costs nothing extra');
  });

  it('says by how much an estimate was off', async () => {
    const server = await openaiWith((body) => {
      if (body.input_tokens !== undefined) return { ...body, input_tokens: 12 };
      return { ...body, usage: { ...(body.usage as Json), input_tokens: 12 } };
    });
    expect(await shown('estimate', [], server)).toContain(
      'Count and bill agree on 12; the estimate is 1 off',
    );
  });

  it('says that a call carried more than was counted', async () => {
    const server = await openaiWith((body) => ({
      ...body,
      ...(body.usage ? { usage: { ...(body.usage as Json), input_tokens: 19 } } : {}),
    }));
    expect(await shown('estimate', [], server)).toContain('The bill is 19, the count 13');
  });

  it('says that instructions are counted, and not estimated', async () => {
    const out = await shown('estimate', ['--instructions', 'Be brief.']);
    expect(out).toMatch(
      /Count and bill agree on \d+; the estimate is \d+ off, since it leaves out/,
    );
  });

  it('counts on the sandbox when the server is another, and says why', async () => {
    const out = await shown('estimate', [], await otherServer((body) => body));
    expect(out).toContain('it has the API count tokens, which only OpenAI is known to offer');
  });

  it('tells a program to keep its tags where they do not come back', async () => {
    const server = await otherServer((body) => ({ ...body, metadata: null }));
    const out = await shown('tags', [], server);
    expect(out).toMatch(/no tag: \$0\.0000/);
    expect(out).toContain('does not send the tags back');
  });

  it.each(['gpt-4o-mini', 'own-model'])(
    'goes on without usage, with the model %s',
    async (model) => {
      const server = await otherServer((body) => ({ ...body, model, usage: null }));
      const { exitCode, out, err } = await runCourse(['lesson', '06', '--model', model], server);
      expect(exitCode, err).toBe(0);
      expect(out).toContain('To keep in mind');
    },
  );

  it('says that the price of a model is not known, and spends no budget on it', async () => {
    const server = await otherServer((body) => ({ ...body, model: 'own-model' }));
    const flags = ['--model', 'own-model'];
    expect(await shown('bill', flags, server)).toContain('list price of this model is not known');
    expect(await shown('models', flags, server)).toContain('gpt-6-luna');
    expect(await shown('cached', flags, server)).toContain('list price of this model is not known');
    expect(await shown('budget', flags, server)).toContain('No call fitted');
  });
});
