import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/app.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import type { StandinRequest } from '../../src/sandbox/standin/standin.ts';
import { create, type Json, post, testSandbox } from './sandbox-under-test.ts';

const model = 'gpt-4o-mini';
const conversation = [
  { role: 'developer', content: 'Speak of boats only.' },
  { role: 'user', content: 'My boat is called Ida.' },
  { role: 'assistant', content: 'Ida is a fine name. It has three letters.' },
  { role: 'user', content: 'How long is she?' },
  { role: 'assistant', content: `Nine metres, ${'as far as anybody knows, '.repeat(40)}.` },
];

/** A sandbox that remembers what its stand-in was given to read. */
async function setUp(options: Partial<SandboxOptions> = {}) {
  const read: StandinRequest[] = [];
  const sandbox = await testSandbox({
    answer: (request) => {
      read.push(request);
      return 'Hello there.';
    },
    ...options,
  });
  const compact = (body: Json) => post(sandbox, '/v1/responses/compact', { model, ...body });
  return { sandbox, compact, lastRead: () => read.at(-1)?.turns };
}

describe('POST /v1/responses/compact', () => {
  it('gives the messages of the user, then one item for all the rest', async () => {
    const { compact } = await setUp();
    const { status, body } = await compact({ input: conversation });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['id', 'object', 'created_at', 'output', 'usage']);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^resp_[0-9a-f]{50}$/),
      object: 'response.compaction',
      output: [
        {
          id: expect.stringMatching(/^msg_/),
          role: 'user',
          status: 'completed',
          content: [{ type: 'input_text', text: 'My boat is called Ida.' }],
        },
        { role: 'user', content: [{ type: 'input_text', text: 'How long is she?' }] },
        {
          id: expect.stringMatching(/^cmp_/),
          type: 'compaction',
          encrypted_content: expect.stringMatching(/^gAAAAA/),
        },
      ],
      usage: { input_tokens_details: { cached_tokens: 0 } },
    });
    const { input_tokens, output_tokens, total_tokens } = body.usage as Record<string, number>;
    expect(output_tokens).toBeGreaterThan(0);
    expect(total_tokens).toBe((input_tokens ?? 0) + (output_tokens ?? 0));
  });

  it('makes input for the next request: shorter, with the rules kept', async () => {
    const { sandbox, compact, lastRead } = await setUp();
    const compacted = (await compact({ input: conversation })).body.output as Json[];
    const next = { role: 'user', content: 'And her colour?' };
    const short = await create(sandbox, { input: [...compacted, next] });
    expect(short.status).toBe(200);
    expect(lastRead()).toEqual([
      { role: 'user', text: 'My boat is called Ida.' },
      { role: 'user', text: 'How long is she?' },
      { role: 'developer', text: 'Speak of boats only.' },
      {
        role: 'assistant',
        text: expect.stringMatching(/^Ida is a fine name\.\nNine metres, as far .*…$/),
      },
      { role: 'user', text: 'And her colour?' },
    ]);
    const long = await create(sandbox, { input: [...conversation, next] });
    const inputTokens = ({ body }: { body: Json }) => (body.usage as Json).input_tokens as number;
    expect(inputTokens(short)).toBeLessThan(inputTokens(long) / 2);
  });

  it('takes a chain of responses by its last id', async () => {
    const { sandbox, compact } = await setUp();
    const { body } = await create(sandbox);
    const compacted = await compact({ previous_response_id: body.id });
    expect(compacted.body.output).toMatchObject([
      { content: [{ text: 'hi' }] },
      { type: 'compaction' },
    ]);
  });

  it('can compact what was compacted', async () => {
    const { compact } = await setUp();
    const once = (await compact({ input: conversation })).body.output as Json[];
    const twice = (await compact({ input: once })).body;
    expect(twice.output).toHaveLength(once.length);
    expect(twice.usage).toMatchObject({ output_tokens: expect.any(Number) });
  });

  it('reads its instructions for the compaction only', async () => {
    const { sandbox, compact, lastRead } = await setUp();
    const plain = (await compact({ input: 'hi' })).body;
    const { body } = await compact({ input: 'hi', instructions: 'Keep names.' });
    const inputTokens = (usage: unknown) => (usage as { input_tokens: number }).input_tokens;
    expect(inputTokens(body.usage)).toBeGreaterThan(inputTokens(plain.usage));
    await create(sandbox, { input: body.output });
    expect(lastRead()).toEqual([{ role: 'user', text: 'hi' }]);
  });

  it.each([
    { case: 'without a model', body: { model: undefined, input: 'hi' }, param: 'model' },
    {
      case: 'of an unknown model',
      body: { model: 'gpt-nope', input: 'hi' },
      status: 404,
      param: null,
    },
    { case: 'without a conversation', body: {}, param: null },
    {
      case: 'of an unknown response',
      body: { previous_response_id: 'resp_x' },
      param: 'previous_response_id',
    },
    {
      case: 'with a parameter of another endpoint',
      body: { input: 'hi', temperature: 1 },
      param: 'temperature',
    },
    {
      case: 'with a long cache key',
      body: { input: 'hi', prompt_cache_key: 'x'.repeat(65) },
      param: 'prompt_cache_key',
    },
  ])('is refused $case', async ({ body, status = 400, param }) => {
    const { compact } = await setUp();
    expect(await compact(body)).toMatchObject({ status, body: { error: { param } } });
  });

  it('is refused when the conversation is larger than the window', async () => {
    const { compact } = await setUp();
    const { status, body } = await compact({ input: 'word '.repeat(128_001) });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'context_length_exceeded' } });
  });

  it('takes an item of the fail script', async () => {
    const { sandbox, compact } = await setUp({ faults: parseFailScript('503,failed@0,cut@0,ok') });
    expect((await compact({ input: 'hi' })).status).toBe(503);
    expect((await compact({ input: 'hi' })).status).toBe(500);
    await expect(compact({ input: 'hi' })).rejects.toThrow('ECONNRESET');
    expect((await create(sandbox)).status).toBe(200);
  });

  it('counts against the limits', async () => {
    const { compact } = await setUp({ limits: { rpm: 1, tpm: null } });
    expect((await compact({ input: 'hi' })).headers.get('x-ratelimit-remaining-requests')).toBe(
      '0',
    );
    expect((await compact({ input: 'hi' })).status).toBe(429);
  });
});
