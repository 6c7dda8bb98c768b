import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/client/exchange.ts';
import { json, startLoopback, stream, text } from '../helpers/loopback.ts';
import { chatBody, chatFrames, responseBody, responseFrames } from '../helpers/wire.ts';
import { chat, fedByHand, only, question, readAll, recorded, streamed } from './recorded.ts';

const usage = {
  inputTokens: 13,
  cachedInputTokens: 4,
  cacheWriteTokens: 2,
  outputTokens: 6,
  reasoningTokens: 1,
  totalTokens: 19,
};

const chatUsage = {
  inputTokens: 9,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 3,
  reasoningTokens: 0,
  totalTokens: 12,
};

const head = {
  headers: {
    'x-request-id': 'req_1',
    'x-ratelimit-limit-requests': '500',
    'x-ratelimit-remaining-requests': '499',
    'x-ratelimit-reset-requests': '120ms',
    'x-other': 'no limit',
  },
};

const oneGoodAttempt = [
  { status: 200, ms: 0, retryAfterMs: null, waitMs: null, requestId: 'req_1', error: null },
];

/** Everything but what each test is about. */
const common = { problem: null, billed: true, attempts: oneGoodAttempt };

describe('a plain response', () => {
  it('is recorded as one exchange, from the request to the cost', async () => {
    await using server = await startLoopback(json(responseBody('An interface.'), head));
    const { client, exchanges } = recorded(server.baseUrl);
    const response = await client.responses.create(question);

    expect(response.output_text).toBe('An interface.');
    expect(response._request_id).toBe('req_1');
    const exchange = only(exchanges);
    expect(exchange).toMatchObject({
      ...common,
      provider: 'openai',
      baseUrl: server.baseUrl,
      request: { method: 'POST', path: '/v1/responses', body: question },
      outputText: 'An interface.',
      status: 'completed',
      usage,
      cost: { total: 19n },
      timing: { firstTokenMs: null, totalMs: 0, startedAt: Date.UTC(2026, 10, 20, 12) },
    });
    expect(exchange.events).toEqual([]);
    expect(exchange.attempts[0]?.rateLimits).toEqual({
      'limit-requests': '500',
      'remaining-requests': '499',
      'reset-requests': '120ms',
    });
  });

  it('is shown as it was on the wire, without what the SDK adds to it', async () => {
    const body = responseBody('An interface.');
    await using server = await startLoopback(json(body));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.responses.create(question);
    expect(only(exchanges).response).toEqual(body);
  });

  it('keeps its own status when it is incomplete or failed, which is no problem of the answer', async () => {
    for (const status of ['incomplete', 'failed']) {
      await using server = await startLoopback(json(responseBody('An', { status })));
      const { client, exchanges } = recorded(server.baseUrl);
      await client.responses.create(question);
      expect(only(exchanges)).toMatchObject({ status, problem: null, usage });
    }
  });

  it('without usage has no cost and is not billed', async () => {
    await using server = await startLoopback(json(responseBody('Hm.', { usage: null })));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.responses.create(question);
    expect(only(exchanges)).toMatchObject({
      status: 'completed',
      problem: null,
      usage: null,
      cost: null,
      billed: false,
    });
  });

  it('of a model without a price has usage, but no cost', async () => {
    await using server = await startLoopback(json(responseBody('Hm.', { model: 'llama3' })));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.responses.create(question);
    expect(only(exchanges)).toMatchObject({ usage, cost: null, billed: false });
  });

  it('of the sandbox has a cost, but is never billed', async () => {
    await using server = await startLoopback(json(responseBody('Hm.')));
    const { client, exchanges } = recorded(server.baseUrl, { provider: 'sandbox' });
    await client.responses.create(question);
    expect(only(exchanges)).toMatchObject({
      provider: 'sandbox',
      baseUrl: null,
      cost: { total: 19n },
      billed: false,
    });
  });
});

describe('a streamed response', () => {
  it.each(['completed', 'incomplete', 'failed'] as const)(
    'has its usage, status and text from response.%s',
    async (terminal) => {
      const error = terminal === 'failed' ? { code: 'server_error', message: 'Sorry.' } : null;
      const frames = responseFrames(['An ', 'interface.'], terminal, { error });
      await using server = await startLoopback(stream(frames, head));
      const { client, exchanges } = recorded(server.baseUrl);
      const events = await readAll(await client.responses.create(streamed));

      expect(events.map(({ type }) => type)).toEqual(
        only(exchanges).events.map(({ type }) => type),
      );
      expect(only(exchanges)).toMatchObject({
        ...common,
        request: { method: 'POST', path: '/v1/responses', body: streamed },
        response: { ...responseBody('An interface.'), status: terminal, error },
        outputText: 'An interface.',
        status: terminal,
        usage,
        cost: { total: 19n },
        timing: { firstTokenMs: 0 },
      });
    },
  );

  it('is timed to its first piece of output and to its end, each event on its own', async () => {
    const { clock, send, opened, client, exchanges, events } = fedByHand();
    const [created = '', added = '', part = '', first = '', second = '', completed = ''] =
      responseFrames(['An ', 'interface.']);
    const reading = client.responses.create(streamed).then(readAll);
    await opened;
    for (const piece of [created, added, part, first, second, completed]) {
      clock.advance(100);
      await send(piece);
    }
    await send(null);
    await reading;

    const exchange = only(exchanges);
    expect(exchange.timing).toMatchObject({ firstTokenMs: 400, totalMs: 600 });
    expect(exchange.events.map(({ atMs }) => atMs)).toEqual([100, 200, 300, 400, 500, 600]);
    expect(events.map(({ type }) => type)).toEqual([
      'attempt_started',
      'attempt_ended',
      'first_token',
      'finished',
    ]);
  });

  it('of the helper responses.stream() is recorded too', async () => {
    await using server = await startLoopback(stream(responseFrames(['An ', 'interface.']), head));
    const { client, exchanges } = recorded(server.baseUrl);
    const final = await client.responses.stream(question).finalResponse();
    expect(final.output_text).toBe('An interface.');
    expect(only(exchanges)).toMatchObject({ ...common, outputText: 'An interface.', usage });
  });
});

describe('a chat completion', () => {
  it('is recorded when it is plain', async () => {
    await using server = await startLoopback(json(chatBody('Hello!'), head));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.chat.completions.create(chat);
    expect(only(exchanges)).toMatchObject({
      ...common,
      request: { method: 'POST', path: '/v1/chat/completions', body: chat },
      response: chatBody('Hello!'),
      outputText: 'Hello!',
      status: 'completed',
      usage: chatUsage,
      cost: { total: 12n },
    });
  });

  it.each([
    [true, chatUsage],
    [false, null],
  ])('is recorded when it is streamed, include_usage %s', async (withUsage, expected) => {
    const frames = chatFrames(['Hel', 'lo!'], { withUsage });
    await using server = await startLoopback(stream(frames, head));
    const { client, exchanges } = recorded(server.baseUrl);
    await readAll(await client.chat.completions.create({ ...chat, stream: true }));
    const exchange = only(exchanges);
    expect(exchange).toMatchObject({
      problem: null,
      attempts: oneGoodAttempt,
      outputText: 'Hello!',
      status: 'completed',
      usage: expected,
      billed: withUsage,
      timing: { firstTokenMs: 0 },
    });
    expect(exchange.events).toHaveLength(frames.length - 1);
    expect(exchange.events[0]?.type).toBe('chat.completion.chunk');
  });

  it('of several choices has the text of the first, plain and streamed', async () => {
    const choice = (index: number, content: string) =>
      `data: ${JSON.stringify({
        object: 'chat.completion.chunk',
        choices: [{ index, delta: { content }, finish_reason: null }],
      })}\n\n`;
    const pieces = [choice(0, 'One'), choice(1, 'Two'), choice(0, ', yes'), choice(1, ', no')];
    await using server = await startLoopback(stream([...pieces, 'data: [DONE]\n\n']));
    const { client, exchanges } = recorded(server.baseUrl);
    await readAll(await client.chat.completions.create({ ...chat, n: 2, stream: true }));
    expect(only(exchanges)).toMatchObject({ status: 'completed', outputText: 'One, yes' });
  });

  it.each([
    ['a refusal', { refusal: 'No.' }],
    ['a call of a tool', { tool_calls: [{ index: 0, function: { arguments: '{' } }] }],
  ])('counts %s as its first token', async (_, delta) => {
    const choices = [{ index: 0, delta, finish_reason: 'stop' }];
    const chunk = JSON.stringify({ object: 'chat.completion.chunk', choices });
    await using server = await startLoopback(stream([`data: ${chunk}\n\n`, 'data: [DONE]\n\n']));
    const { client, exchanges } = recorded(server.baseUrl);
    await readAll(await client.chat.completions.create({ ...chat, stream: true }));
    expect(only(exchanges).timing.firstTokenMs).toBe(0);
  });
});

describe('the other endpoints', () => {
  it('embeddings keep their base64 in the exchange and arrive as numbers', async () => {
    const vector = Float32Array.of(0.5, -0.25);
    const embedding = Buffer.from(vector.buffer).toString('base64');
    const body = {
      object: 'list',
      data: [{ object: 'embedding', index: 0, embedding }],
      model: 'text-embedding-3-small',
      usage: { prompt_tokens: 5, total_tokens: 5 },
    };
    await using server = await startLoopback(json(body));
    const { client, exchanges } = recorded(server.baseUrl);
    const input = { model: 'text-embedding-3-small', input: 'Hi' };
    const { data } = await client.embeddings.create(input);

    expect(data[0]?.embedding).toEqual([0.5, -0.25]);
    expect(only(exchanges)).toMatchObject({
      request: { path: '/v1/embeddings', body: { ...input, encoding_format: 'base64' } },
      response: body,
      outputText: null,
      status: 'completed',
      usage: { inputTokens: 5, outputTokens: 0, totalTokens: 5 },
    });
  });

  it('each page of a list is an exchange', async () => {
    const page = (id: string, has_more: boolean) =>
      json({ object: 'list', data: [{ id }], has_more, first_id: id, last_id: id });
    await using server = await startLoopback(page('batch_1', true), page('batch_2', false));
    const { client, exchanges } = recorded(server.baseUrl);
    const batches = await readAll(client.batches.list({ limit: 1 }));

    expect(batches.map(({ id }) => id)).toEqual(['batch_1', 'batch_2']);
    expect(
      exchanges.map(({ request: { method, path, body } }) => ({ method, path, body })),
    ).toEqual([
      { method: 'GET', path: '/v1/batches?limit=1', body: null },
      { method: 'GET', path: '/v1/batches?limit=1&after=batch_1', body: null },
    ]);
    expect(exchanges.map(({ status }) => status)).toEqual(['completed', 'completed']);
  });

  it('the list of models is one exchange', async () => {
    const body = { object: 'list', data: [{ id: 'gpt-4o-mini', object: 'model' }] };
    await using server = await startLoopback(json(body));
    const { client, exchanges } = recorded(server.baseUrl);
    expect(await readAll(client.models.list())).toHaveLength(1);
    expect(only(exchanges)).toMatchObject({
      request: { method: 'GET', path: '/v1/models', body: null },
      response: body,
      status: 'completed',
      usage: null,
    });
  });

  it('an upload is sent whole, and its request has no JSON body', async () => {
    const file = {
      id: 'file-1',
      object: 'file',
      bytes: 3,
      filename: 'a.jsonl',
      status: 'processed',
    };
    await using server = await startLoopback(json(file));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.files.create({ purpose: 'batch', file: new File(['{"a":1}'], 'a.jsonl') });

    expect(server.requests[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(server.requests[0]?.body).toContain('{"a":1}');
    expect(only(exchanges)).toMatchObject({
      request: { method: 'POST', path: '/v1/files', body: null },
      response: file,
      status: 'processed',
    });
  });

  it.each(['text', 'arrayBuffer', 'blob'] as const)(
    'the content of a file is read as %s',
    async (way) => {
      const lines = '{"a":1}\n{"a":2}\n';
      await using server = await startLoopback(text(lines));
      const { client, exchanges } = recorded(server.baseUrl);
      const response = await client.files.content('file-1');
      const content = await response[way]();

      const bytes = typeof content === 'string' ? content : await new Response(content).text();
      expect(bytes).toBe(lines);
      expect(only(exchanges)).toMatchObject({
        request: { method: 'GET', path: '/v1/files/file-1/content', body: null },
        response: null,
        status: 'completed',
        problem: null,
      });
    },
  );

  it('a batch has the status that it reports, and asking for a failed one did not fail', async () => {
    const batch = { id: 'batch_1', object: 'batch', status: 'failed', errors: { data: [] } };
    await using server = await startLoopback(json(batch));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.batches.retrieve('batch_1');
    expect(only(exchanges)).toMatchObject({ status: 'failed', problem: null, response: batch });
  });

  it('an answer without a body is complete', async () => {
    await using server = await startLoopback((answer) => void answer.writeHead(204).end());
    const { client, exchanges } = recorded(server.baseUrl);
    await client.delete('/responses/resp_1');
    expect(only(exchanges)).toMatchObject({
      request: { method: 'DELETE', path: '/v1/responses/resp_1', body: null },
      response: null,
      status: 'completed',
      problem: null,
    });
  });
});

describe('the requests on the wire', () => {
  it('carry the key, the organization and the project, and nothing from the environment', async () => {
    await using server = await startLoopback(json(responseBody('Hm.')));
    const options = { organization: 'org-1', project: 'proj_1' };
    const { client } = recorded(server.baseUrl, options);
    await client.responses.create(question);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v1/responses',
      headers: {
        authorization: 'Bearer sk-proj-0123456789abcdefghijklmnop',
        'openai-organization': 'org-1',
        'openai-project': 'proj_1',
        'x-stainless-retry-count': '0',
      },
      body: JSON.stringify(question),
    });
  });

  it('of a client made with withOptions() are recorded as well', async () => {
    await using server = await startLoopback(json(responseBody('Hm.')));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.withOptions({ timeout: 1_000, maxRetries: 1 }).responses.create(question);
    await client.responses.create(question);
    expect(exchanges.map(({ usage }) => usage?.totalTokens)).toEqual([19, 19]);
  });

  it('made twice of the same options are two calls', async () => {
    await using server = await startLoopback(json({ id: 'gpt-4o-mini', object: 'model' }));
    const { client, exchanges } = recorded(server.baseUrl);
    const options = { method: 'get', path: '/models/gpt-4o-mini' } as const;
    await client.request(options);
    await client.request(options);
    expect(exchanges).toHaveLength(2);
    expect(options).toEqual({ method: 'get', path: '/models/gpt-4o-mini' });
  });

  it('that run side by side are told apart, and are finished in the order of their ends', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await using server = await startLoopback(async (answer, { body }) => {
      if (body.includes('slow')) await released;
      answer.writeHead(200, { 'content-type': 'application/json' });
      answer.end(JSON.stringify(responseBody(body.includes('slow') ? 'slow' : 'fast')));
    });
    const { client, exchanges, events } = recorded(server.baseUrl);
    const slow = client.responses.create({ ...question, input: 'slow' });
    await client.responses.create({ ...question, input: 'fast' });
    release();
    await slow;
    const answers = exchanges.map(({ request, outputText }) => [inputOf(request), outputText]);
    expect(answers).toEqual([
      ['fast', 'fast'],
      ['slow', 'slow'],
    ]);
    const finished = events.filter(({ type }) => type === 'finished');
    expect(new Set(finished.map(({ call }) => call)).size).toBe(2);
  });
});

function inputOf({ body }: Exchange['request']): unknown {
  return typeof body === 'object' && body !== null && 'input' in body ? body.input : null;
}
