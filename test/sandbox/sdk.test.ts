import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { inProcessFetch } from '../../src/sandbox/adapter.ts';
import type { SandboxOptions } from '../../src/sandbox/app.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { serve } from '../../src/sandbox/server.ts';
import { frozenClock, testSandbox } from './sandbox-under-test.ts';

const question = { model: 'gpt-4o-mini', input: 'hi' };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Setting extends Partial<SandboxOptions> {
  readonly fail?: string;
  readonly apiKey?: string;
  readonly timeout?: number;
  readonly maxRetries?: number;
}

/** The two ways to reach a sandbox; everything a client sees must be the same on both. */
const ways = {
  'in process': async (options: Partial<SandboxOptions>) => {
    const fetch = inProcessFetch(await testSandbox(options));
    return { fetch, baseURL: 'http://sandbox.invalid/v1' };
  },
  'over loopback': async (options: Partial<SandboxOptions>) => {
    const server = await serve(await testSandbox(options), { port: 0 });
    closing.push(server.close);
    return { fetch, baseURL: server.url };
  },
};

describe.each(Object.entries(ways))('The official SDK %s', (_, reach) => {
  async function client({ fail, apiKey, timeout, maxRetries, ...options }: Setting = {}) {
    const faults = fail === undefined ? [] : parseFailScript(fail);
    return new OpenAI({
      apiKey: apiKey ?? 'sk-sandbox',
      maxRetries: maxRetries ?? 0,
      timeout: timeout ?? 10_000,
      logLevel: 'off',
      ...(await reach({ ...options, faults })),
    });
  }

  async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
    const collected: Item[] = [];
    for await (const item of items) collected.push(item);
    return collected;
  }

  const failure = (work: PromiseLike<unknown>) =>
    Promise.resolve(work).then(
      () => expect.unreachable('It should have failed.'),
      (error: unknown) => error,
    );

  it('gets a plain answer with its request id', async () => {
    const response = await (await client()).responses.create(question);
    expect(response.output_text).toBe('Hello there.');
    expect(response._request_id).toMatch(/^req_[0-9a-f]{32}$/);
  });

  it('gets a stream', async () => {
    const stream = await (await client()).responses.create({ ...question, stream: true });
    let text = '';
    for await (const event of stream) {
      if (event.type === 'response.output_text.delta') text += event.delta;
    }
    expect(text).toBe('Hello there.');
  });

  it('fetches, lists and deletes what is stored', async () => {
    const { responses } = await client();
    const { id } = await responses.create(question);
    expect((await responses.retrieve(id)).id).toBe(id);
    const items = await collect(responses.inputItems.list(id));
    expect(items).toMatchObject([{ role: 'user', content: [{ text: 'hi' }] }]);
    await responses.delete(id);
    expect(await failure(responses.retrieve(id))).toBeInstanceOf(OpenAI.NotFoundError);
  });

  it('polls a response in the background until it has ended', async () => {
    const { responses } = await client();
    let response = await responses.create({ ...question, background: true });
    expect(response.status).toBe('queued');
    while (response.status === 'queued' || response.status === 'in_progress') {
      response = await responses.retrieve(response.id);
    }
    expect(response.output_text).toBe('Hello there.');
  });

  it('takes a stream up again after it was cut', async () => {
    const { responses } = await client({ fail: 'cut@1' });
    const asked = { ...question, background: true, stream: true } as const;
    const seen = await collect(await responses.create(asked));
    const [created, last] = [seen[0], seen.at(-1)];
    if (created?.type !== 'response.created' || !last) return expect.unreachable();
    const rest = await responses.retrieve(created.response.id, {
      stream: true,
      starting_after: last.sequence_number,
    });
    const events = [...seen, ...(await collect(rest))];
    expect(events.map((event) => event.sequence_number)).toEqual([...events.keys()]);
    expect(events.at(-1)?.type).toBe('response.completed');
    const again = await responses.stream({ response_id: created.response.id }).finalResponse();
    expect(again.output_text).toBe('Hello there.');
  });

  it('cancels a response in the background, and no other', async () => {
    const { responses } = await client({ latency: 60_000, clock: frozenClock() });
    const { id } = await responses.create({ ...question, background: true });
    expect((await responses.cancel(id)).status).toBe('cancelled');
    const quick = (await client()).responses;
    const plain = await quick.create(question);
    expect(await failure(quick.cancel(plain.id))).toBeInstanceOf(OpenAI.BadRequestError);
  });

  it('compacts a conversation and goes on with what is left', async () => {
    const { responses } = await client();
    const { id } = await responses.create(question);
    const { output } = await responses.compact({
      model: 'gpt-4o-mini',
      previous_response_id: id,
    });
    expect(output.map(({ type }) => type)).toEqual(['message', 'compaction']);
    const input = [
      ...(output as OpenAI.Responses.ResponseInput),
      { role: 'user', content: 'And?' },
    ];
    const next = await responses.create({
      ...question,
      input: input as OpenAI.Responses.ResponseInput,
    });
    expect(next.output_text).toBe('Hello there.');
  });

  it('tells the reasoning while it streams', async () => {
    const { responses } = await client();
    const stream = responses.stream({
      model: 'gpt-6-luna',
      input: 'hi',
      reasoning: { summary: 'auto' },
    });
    let told = '';
    stream.on('response.reasoning_summary_text.delta', ({ delta }) => {
      told += delta;
    });
    const { output } = await stream.finalResponse();
    expect(output[0]).toMatchObject({ type: 'reasoning', summary: [{ text: told }] });
    expect(told).toContain('simulated');
  });

  it('counts input tokens and lists models', async () => {
    const { responses, models } = await client();
    expect((await responses.inputTokens.count(question)).input_tokens).toBe(8);
    const ids = (await collect(models.list())).map(({ id }) => id);
    expect(ids).toContain('gpt-6-luna');
    expect((await models.retrieve('gpt-4o')).owned_by).toBe('system');
  });

  it.each([
    { fail: '400', error: OpenAI.BadRequestError },
    { fail: '401', error: OpenAI.AuthenticationError },
    { fail: '403', error: OpenAI.PermissionDeniedError },
    { fail: '404', error: OpenAI.NotFoundError },
    { fail: '409', error: OpenAI.ConflictError },
    { fail: '422', error: OpenAI.UnprocessableEntityError },
    { fail: '429', error: OpenAI.RateLimitError },
    { fail: 'quota', error: OpenAI.RateLimitError },
    { fail: '500', error: OpenAI.InternalServerError },
    { fail: 'html', error: OpenAI.InternalServerError },
    { fail: 'reset', error: OpenAI.APIConnectionError },
    { fail: 'cut@1', error: OpenAI.APIConnectionError },
  ])('sees $fail as the error it is', async ({ fail, error }) => {
    expect(await failure((await client({ fail })).responses.create(question))).toBeInstanceOf(
      error,
    );
  });

  it('finds ECONNRESET behind a dropped connection', async () => {
    const error = await failure((await client({ fail: 'reset' })).responses.create(question));
    expect(error).toMatchObject({
      cause: { name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNRESET' } },
    });
  });

  it('retries what the server asks it to retry', async () => {
    const { responses } = await client({ fail: '429=0.001,503=0.001', maxRetries: 2 });
    expect((await responses.create(question)).output_text).toBe('Hello there.');
  });

  it('is refused with a wrong key', async () => {
    const error = await failure((await client({ apiKey: 'sk-wrong' })).models.list());
    expect(error).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(error).toMatchObject({ code: 'invalid_api_key' });
  });

  it.each(['timeout', 'stall@0'])('times out on %s', async (fail) => {
    const { responses } = await client({ fail, timeout: 60 });
    expect(await failure(responses.create(question))).toBeInstanceOf(
      OpenAI.APIConnectionTimeoutError,
    );
  });

  it('can be aborted before the headers', async () => {
    const { responses } = await client({ clock: frozenClock(), latency: 1000 });
    const abort = new AbortController();
    const answer = responses.create(question, { signal: abort.signal });
    setImmediate(() => abort.abort());
    expect(await failure(answer)).toBeInstanceOf(OpenAI.APIUserAbortError);
  });

  it('can be aborted in the middle of a stream', async () => {
    const { responses } = await client({ fail: 'stall@1' });
    const abort = new AbortController();
    const asked = { ...question, stream: true } as const;
    const stream = await responses.create(asked, { signal: abort.signal });
    const types: string[] = [];
    // The SDK ends an aborted stream without an error.
    for await (const event of stream) {
      types.push(event.type);
      if (event.type === 'response.output_text.delta') abort.abort();
    }
    expect(types.at(-1)).toBe('response.output_text.delta');
  });

  it('sees a cut stream end and a failed one fail', async () => {
    const { responses } = await client({ fail: 'cut@1,failed@1' });
    const types = async () => {
      const stream = await responses.create({ ...question, stream: true });
      return (await collect(stream)).map(({ type }) => type);
    };
    expect((await types()).at(-1)).toBe('response.output_text.delta');
    expect((await types()).at(-1)).toBe('response.failed');
  });
});
