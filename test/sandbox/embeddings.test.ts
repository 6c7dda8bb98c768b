import fc from 'fast-check';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/app.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import {
  type Called,
  type Json,
  post,
  sandboxRequest,
  simulatedClock,
  testSandbox,
} from './sandbox-under-test.ts';
import { failureOf, sdkClient } from './sdk-client.ts';

const small = 'text-embedding-3-small';

async function embeddings(body: Json, options?: Partial<SandboxOptions>): Promise<Called> {
  const asked = { model: small, input: 'hello world', ...body };
  return post(await testSandbox(options), '/v1/embeddings', asked);
}

function vectorsIn({ body }: Called): number[][] {
  return (body.data as { embedding: number[] }[]).map(({ embedding }) => embedding);
}

describe('POST /v1/embeddings', () => {
  it('gives a vector with the exact number of tokens', async () => {
    const answer = await embeddings({});
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      object: 'list',
      data: [{ object: 'embedding', index: 0, embedding: vectorsIn(answer)[0] }],
      model: small,
      usage: { prompt_tokens: 2, total_tokens: 2 },
    });
  });

  it.each([
    [small, 1536, small],
    ['text-embedding-3-large', 3072, 'text-embedding-3-large'],
    ['text-embedding-ada-002', 1536, 'text-embedding-ada-002-v2'],
  ])('with %s the vectors have %i dimensions', async (model, dimensions, echoed) => {
    const answer = await embeddings({ model });
    expect(vectorsIn(answer)[0]).toHaveLength(dimensions);
    expect(answer.body.model).toBe(echoed);
  });

  it('gives a vector for each input, in their order', async () => {
    const together = vectorsIn(await embeddings({ input: ['one', 'two', 'one'] }));
    const [alone] = vectorsIn(await embeddings({ input: 'two' }));
    expect(together[1]).toEqual(alone);
    expect(together[0]).toEqual(together[2]);
    expect(together[0]).not.toEqual(alone);
  });

  it('takes tokens for the text that they are', async () => {
    const [text] = vectorsIn(await embeddings({}));
    const one = await embeddings({ input: [15339, 1917] });
    const several = await embeddings({ input: [[1917], [15339, 1917]] });
    expect(vectorsIn(one)).toEqual([text]);
    expect(vectorsIn(several)[1]).toEqual(text);
    expect(several.body.usage).toEqual({ prompt_tokens: 3, total_tokens: 3 });
  });

  it('writes base64 with the same numbers', async () => {
    const [numbers] = vectorsIn(await embeddings({ dimensions: 8 }));
    const { body } = await embeddings({ dimensions: 8, encoding_format: 'base64' });
    const [{ embedding }] = body.data as [{ embedding: string }];
    const bytes = Buffer.from(embedding, 'base64');
    expect(bytes).toHaveLength(32);
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, index) => bytes.readFloatLE(index * 4)));
  });

  it.each([1, 256, 1536])('shortens to %i dimensions', async (dimensions) => {
    const [vector = []] = vectorsIn(await embeddings({ dimensions }));
    expect(vector).toHaveLength(dimensions);
    expect(vector.reduce((sum, number) => sum + number ** 2, 0)).toBeCloseTo(1, 5);
  });

  it('takes 2,048 inputs and 8,192 tokens each', async () => {
    const input = Array.from({ length: 2048 }, (_, index) => `text ${index}`);
    expect(vectorsIn(await embeddings({ input, dimensions: 2 }))).toHaveLength(2048);
    const { body } = await embeddings({ input: 'hello '.repeat(8191), dimensions: 2 });
    expect(body.usage).toEqual({ prompt_tokens: 8192, total_tokens: 8192 });
  });

  it('is the same again, on another sandbox too', async () => {
    expect((await embeddings({})).body).toEqual((await embeddings({}, { seed: 2 })).body);
  });

  it('waits as long as it is told to', async () => {
    const clock = simulatedClock();
    await embeddings({}, { clock, latency: 700 });
    expect(clock.slept).toEqual([700]);
  });

  it('counts against the limits of its model', async () => {
    const sandbox = await testSandbox({ limits: { rpm: 1, tpm: 1000 } });
    const ask = () => post(sandbox, '/v1/embeddings', { model: small, input: 'a'.repeat(400) });
    expect((await ask()).headers.get('x-ratelimit-remaining-tokens')).toBe('900');
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect((refused.body.error as Json).message).toMatch(`Rate limit reached for ${small}`);
  });

  it.each([
    { fail: '503', status: 503 },
    { fail: 'failed@0', status: 500 },
    { fail: 'html', status: 502 },
  ])('fails as the script says: $fail', async ({ fail, status }) => {
    const sandbox = await testSandbox({ faults: parseFailScript(fail) });
    const request = () =>
      sandboxRequest('/v1/embeddings', { body: JSON.stringify({ model: small, input: 'hi' }) });
    expect((await sandbox.fetch(request())).status).toBe(status);
    expect((await sandbox.fetch(request())).status).toBe(200);
  });
});

const notValid =
  "'$.input' is invalid. Please check the API reference: https://platform.openai.com/docs/api-reference.";

interface Refused {
  readonly body: Json;
  readonly message: string;
  readonly status?: number;
  readonly param?: string;
  readonly code?: string;
  readonly type?: string;
}

/** Published refusals of the real endpoint; `param` and `code` are null where none are named. */
const refusals: readonly Refused[] = [
  { body: { model: undefined }, message: 'you must provide a model parameter' },
  {
    body: { input: undefined },
    message: "Missing required parameter: 'input'.",
    param: 'input',
    code: 'missing_required_parameter',
  },
  {
    body: { model: 'text-embedding-9' },
    status: 404,
    message: 'The model `text-embedding-9` does not exist or you do not have access to it.',
    code: 'model_not_found',
  },
  {
    body: { model: 'gpt-4o-mini' },
    status: 403,
    message: 'You are not allowed to generate embeddings from this model',
  },
  { body: { input: '' }, message: "Invalid 'input': input cannot be an empty string." },
  { body: { input: ['a', ''] }, message: "Invalid 'input[1]': input cannot be an empty string." },
  ...[5, null, {}, [], [null], [[]], ['a', 1], [1, 'a'], [[1], ['a']], [0.5], [-1], [999_999]].map(
    (input) => ({ body: { input }, message: notValid }),
  ),
  {
    body: { input: Array(2049).fill('a') },
    message: "Invalid 'input': array length must be 2048 or less.",
  },
  {
    body: { input: 'hello '.repeat(8192) },
    message: "Invalid 'input': maximum input length is 8192 tokens.",
  },
  {
    body: { input: ['a', 'hello '.repeat(8192)] },
    message: "Invalid 'input[1]': maximum input length is 8192 tokens.",
  },
  {
    body: { input: Array(50).fill('hello '.repeat(7000)) },
    message: 'Requested 350050 tokens, max 300000 tokens per request',
    type: 'max_tokens_per_request',
    code: 'max_tokens_per_request',
  },
  {
    body: { model: 'text-embedding-ada-002', dimensions: 256 },
    message: 'This model does not support specifying dimensions.',
  },
  {
    body: { dimensions: 1537 },
    message: "Invalid value for 'dimensions' = 1537. Must be less than or equal to 1536.",
  },
  {
    body: { dimensions: 0 },
    message:
      "Invalid 'dimensions': integer below minimum value. Expected a value >= 1, but got 0 instead.",
    param: 'dimensions',
    code: 'integer_below_min_value',
  },
  {
    body: { encoding_format: 'hex' },
    message: "Invalid value: 'hex'. Supported values are: 'float' and 'base64'.",
    param: 'encoding_format',
    code: 'invalid_value',
  },
  {
    body: { dimension: 3 },
    message: "Unknown parameter: 'dimension'. Did you mean 'dimensions'?",
    param: 'dimension',
    code: 'unknown_parameter',
  },
];

describe('An embedding is refused', () => {
  it.each(refusals)('$message', async ({ body, message, status = 400, ...details }) => {
    const answer = await embeddings(body);
    expect(answer.body).toEqual({
      error: { message, type: 'invalid_request_error', param: null, code: null, ...details },
    });
    expect(answer.status).toBe(status);
  });

  it('or given, whatever is asked, and never fails', async () => {
    const sandbox = await testSandbox();
    const asked = fc.record(
      {
        model: fc.constantFrom(small, 'text-embedding-ada-002', 'gpt-4o', '', null, 3),
        input: fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.string()),
          fc.array(fc.integer()),
          fc.jsonValue(),
        ),
        dimensions: fc.oneof(fc.integer({ min: -1, max: 99 }), fc.jsonValue()),
        encoding_format: fc.oneof(fc.constantFrom('float', 'base64'), fc.jsonValue()),
      },
      { requiredKeys: ['model', 'input'] },
    );
    await fc.assert(
      fc.asyncProperty(asked, async (body) => {
        const answer = await post(sandbox, '/v1/embeddings', body);
        expect([200, 400, 403, 404]).toContain(answer.status);
        expect(answer.body).toHaveProperty(answer.status === 200 ? 'data' : 'error.message');
      }),
    );
  });
});

describe('The official SDK', () => {
  it('reads the base64 that it asks for by itself, and numbers', async () => {
    const client = sdkClient(await testSandbox());
    const decoded = await client.embeddings.create({ model: small, input: ['hi', 'ho'] });
    const plain = await client.embeddings.create({
      model: small,
      input: ['hi', 'ho'],
      encoding_format: 'float',
    });
    expect(decoded.data[1]?.embedding).toHaveLength(1536);
    expect(decoded).toEqual(plain);
  });

  it('sees a refusal as the error it is', async () => {
    const client = sdkClient(await testSandbox());
    const asked = client.embeddings.create({ model: 'gpt-4o', input: 'hi' });
    expect(await failureOf(asked)).toBeInstanceOf(OpenAI.PermissionDeniedError);
  });
});
