import { APIConnectionTimeoutError, APIUserAbortError, RateLimitError } from 'openai';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../../src/client/exchange.ts';
import { apiError, html, json, reset, silence, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';
import {
  failureOf,
  idleTimeoutMs,
  nextTurn,
  only,
  question,
  recorded,
  streamed,
} from './recorded.ts';

afterEach(() => {
  vi.useRealTimers();
});

const address = 'http://loopback.invalid/v1';
const atOnce = { 'retry-after-ms': '1' };
const good = json(responseBody('An interface.'), { headers: { 'x-request-id': 'req_good' } });
const limited = apiError(429, { type: 'requests', code: 'rate_limit_exceeded' }, atOnce);

const statusesOf = ({ attempts }: Exchange) => attempts.map(({ status }) => status);

describe('retries', () => {
  it('are attempts of one exchange, each with what was asked and answered', async () => {
    const overloaded = apiError(
      503,
      { type: 'service_unavailable_error', code: 'server_is_overloaded' },
      atOnce,
    );
    await using server = await startLoopback(limited, overloaded, good);
    const { client, exchanges, events } = recorded(server.baseUrl, { maxRetries: 2 });
    await client.responses.create(question);

    const exchange = only(exchanges);
    expect(exchange).toMatchObject({
      status: 'completed',
      outputText: 'An interface.',
      attempts: [
        {
          status: 429,
          error: 'rate_limit_exceeded',
          requestId: 'req_refused',
          retryAfterMs: 1,
          waitMs: 0,
        },
        {
          status: 503,
          error: 'server_is_overloaded',
          requestId: 'req_refused',
          retryAfterMs: 1,
          waitMs: 0,
        },
        { status: 200, error: null, requestId: 'req_good', retryAfterMs: null, waitMs: null },
      ],
    });
    expect(events).toEqual([
      { type: 'attempt_started', call: 1, attempt: 1, attempts: 3 },
      { type: 'attempt_ended', call: 1, attempt: 1, attempts: 3, result: exchange.attempts[0] },
      { type: 'attempt_started', call: 1, attempt: 2, attempts: 3 },
      { type: 'attempt_ended', call: 1, attempt: 2, attempts: 3, result: exchange.attempts[1] },
      { type: 'attempt_started', call: 1, attempt: 3, attempts: 3 },
      { type: 'attempt_ended', call: 1, attempt: 3, attempts: 3, result: exchange.attempts[2] },
      { type: 'finished', call: 1, exchange },
    ]);
    expect(server.requests.map(({ headers }) => headers['x-stainless-retry-count'])).toEqual([
      '0',
      '1',
      '2',
    ]);
  });

  it('that run out leave a failed exchange with the last error body', async () => {
    await using server = await startLoopback(limited);
    const { client, exchanges } = recorded(server.baseUrl, { maxRetries: 1 });
    const error = await failureOf(client.responses.create(question));
    expect(error).toBeInstanceOf(RateLimitError);
    const exchange = only(exchanges);
    expect(statusesOf(exchange)).toEqual([429, 429]);
    expect(exchange).toMatchObject({
      status: 'failed',
      problem: null,
      response: { error: { type: 'requests', code: 'rate_limit_exceeded' } },
      outputText: null,
      usage: null,
      cost: null,
      billed: false,
    });
    expect(exchange.attempts.at(-1)?.waitMs).toBeNull();
  });

  it('of a streamed request are recorded alike, and no event comes of an error body', async () => {
    await using server = await startLoopback(limited);
    const { client, exchanges } = recorded(server.baseUrl, { maxRetries: 1 });
    await failureOf(client.responses.create(streamed));
    const exchange = only(exchanges);
    expect(statusesOf(exchange)).toEqual([429, 429]);
    expect(exchange).toMatchObject({ status: 'failed', problem: null, events: [] });
    expect(exchange.response).toMatchObject({ error: { code: 'rate_limit_exceeded' } });
  });

  it('of a list are recorded alike', async () => {
    await using server = await startLoopback(limited, json({ object: 'list', data: [] }));
    const { client, exchanges } = recorded(server.baseUrl, { maxRetries: 1 });
    await client.models.list();
    expect(statusesOf(only(exchanges))).toEqual([429, 200]);
  });

  it('of a list that run out leave a failed exchange', async () => {
    await using server = await startLoopback(limited);
    const { client, exchanges } = recorded(server.baseUrl);
    await failureOf(client.models.list());
    expect(only(exchanges)).toMatchObject({ status: 'failed' });
  });

  it('count as many as the call itself allows', async () => {
    await using server = await startLoopback(limited, limited, good);
    const { client, events } = recorded(server.baseUrl);
    await client.responses.create(question, { maxRetries: 2 });
    expect(events[0]).toMatchObject({ attempt: 1, attempts: 3 });
  });

  it.each([
    ['credit_balance_exhausted'],
    ['insufficient_quota'],
    ['organization_spend_limit_exceeded'],
    [null],
  ])('are not made for an exhausted quota, whatever its code: %s', async (code) => {
    await using server = await startLoopback(
      apiError(429, { type: 'insufficient_quota', code }, atOnce),
    );
    const { client, exchanges } = recorded(server.baseUrl, { maxRetries: 2 });
    const error = await failureOf(client.responses.create(question));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(server.requests).toHaveLength(1);
    expect(only(exchanges).attempts).toMatchObject([{ error: code ?? 'insufficient_quota' }]);
  });

  it('are not made for an exhausted quota even if the server asks for them', async () => {
    const headers = { ...atOnce, 'x-should-retry': 'true' };
    await using server = await startLoopback(
      apiError(429, { type: 'insufficient_quota' }, headers),
    );
    const { client } = recorded(server.baseUrl, { maxRetries: 2 });
    await failureOf(client.responses.create(question));
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['true', 400, 2],
    ['false', 500, 1],
  ])('follow x-should-retry: %s for a %i', async (shouldRetry, status, made) => {
    const refusal = apiError(status, {}, { ...atOnce, 'x-should-retry': shouldRetry });
    await using server = await startLoopback(refusal);
    const { client, exchanges } = recorded(server.baseUrl, { maxRetries: 1 });
    await failureOf(client.responses.create(question));
    expect(only(exchanges).attempts).toHaveLength(made);
  });
});

describe('the wait before a retry', () => {
  /** The milliseconds of the timers that the SDK sets before its second attempt. */
  async function waitFor(headers: Record<string, string>) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const answers = [
      new Response('{"error":{"message":"Wait."}}', { status: 429, headers }),
      Response.json(responseBody('An interface.')),
    ];
    const { client, exchanges, clock } = recorded(address, {
      maxRetries: 1,
      fetch: async () => answers.shift() ?? Response.error(),
    });
    const call = client.responses.create(question);
    let waited = 0;
    while (answers.length > 0 && waited < 100_000) {
      await nextTurn();
      await vi.advanceTimersByTimeAsync(100);
      clock.advance(100);
      waited += 100;
    }
    await call;
    return { waitMs: only(exchanges).attempts[0]?.waitMs ?? 0, exchange: only(exchanges) };
  }

  it.each([
    ['two seconds', { 'retry-after': '2' }, 2_000, 2_000],
    ['two minutes are cut to one', { 'retry-after': '120' }, 120_000, 60_000],
    [
      'a wait that overflows a timer is cut to a minute',
      { 'retry-after': '3000000' },
      3_000_000_000,
      60_000,
    ],
  ])('%s', async (_, headers, asked, waited) => {
    const { waitMs, exchange } = await waitFor(headers);
    expect(exchange.attempts[0]?.retryAfterMs).toBe(asked);
    expect(Math.abs(waitMs - waited)).toBeLessThanOrEqual(200);
  });

  it.each([
    ['negative', '-5'],
    ['a date in the past', new Date(0).toUTCString()],
    ['words', 'later'],
  ])('is the SDK’s own half a second when what the server asks for is %s', async (_, value) => {
    const { waitMs, exchange } = await waitFor({ 'retry-after': value });
    expect(exchange.attempts[0]?.retryAfterMs).toBeNull();
    expect(waitMs).toBeGreaterThanOrEqual(300);
    expect(waitMs).toBeLessThanOrEqual(700);
  });
});

describe('an attempt without an answer', () => {
  it('names the network’s code when the connection drops', async () => {
    await using server = await startLoopback(reset);
    const { client, exchanges } = recorded(server.baseUrl);
    await failureOf(client.responses.create(question));
    expect(only(exchanges)).toMatchObject({
      status: 'failed',
      problem: null,
      response: null,
      attempts: [{ status: null, error: 'UND_ERR_SOCKET', requestId: null, rateLimits: {} }],
    });
  });

  it('names ECONNREFUSED when nobody listens', async () => {
    const server = await startLoopback(good);
    await server[Symbol.asyncDispose]();
    const { client, exchanges } = recorded(server.baseUrl);
    await failureOf(client.responses.create(question));
    expect(only(exchanges).attempts).toMatchObject([{ status: null, error: 'ECONNREFUSED' }]);
  });

  it('ends even when fetch throws instead of rejecting', async () => {
    const { client, exchanges } = recorded(address, {
      fetch: () => {
        throw new Error('No network in tests.');
      },
    });
    await failureOf(client.responses.create(question));
    expect(only(exchanges)).toMatchObject({
      status: 'failed',
      attempts: [{ status: null, error: 'connection_failed' }],
    });
  });

  it('is a timeout when the headers do not come in time, each attempt by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await using server = await startLoopback(silence);
    const { client, exchanges } = recorded(server.baseUrl, { maxRetries: 1 });
    const failure = failureOf(client.responses.create(question, { timeout: 5_000 }));
    while (exchanges.length === 0) {
      await nextTurn();
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(await failure).toBeInstanceOf(APIConnectionTimeoutError);
    expect(only(exchanges)).toMatchObject({
      status: 'failed',
      attempts: [
        { status: null, error: 'timeout' },
        { status: null, error: 'timeout' },
      ],
    });
  });

  it('is aborted when the caller aborts before the headers', async () => {
    const controller = new AbortController();
    await using server = await startLoopback(() => controller.abort());
    const { client, exchanges } = recorded(server.baseUrl, { maxRetries: 2 });
    const call = client.responses.create(question, { signal: controller.signal });
    expect(await failureOf(call)).toBeInstanceOf(APIUserAbortError);
    expect(only(exchanges)).toMatchObject({
      status: 'aborted',
      problem: null,
      usage: null,
      attempts: [{ status: null, error: 'aborted' }],
    });
  });

  it('was not made when the signal had been aborted before the call', async () => {
    await using server = await startLoopback(good);
    const { client, exchanges } = recorded(server.baseUrl);
    await failureOf(client.responses.create(question, { signal: AbortSignal.abort() }));
    expect(server.requests).toEqual([]);
    expect(only(exchanges)).toMatchObject({ status: 'aborted', attempts: [] });
  });

  it('does not stand in the way of the answer of the next one', async () => {
    await using server = await startLoopback(reset, good);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client, exchanges } = recorded(server.baseUrl, { maxRetries: 1 });
    const call = client.responses.create(question);
    while (server.requests.length < 2) {
      await nextTurn();
      await vi.advanceTimersByTimeAsync(100);
    }
    await call;
    expect(statusesOf(only(exchanges))).toEqual([null, 200]);
  });
});

describe('an error body', () => {
  it('that never ends is read up to a bound, and the status decides', async () => {
    await using server = await startLoopback((answer) => {
      answer.writeHead(400, { 'content-type': 'text/plain' });
      const pour = () => {
        while (!answer.destroyed && answer.write('x'.repeat(64 * 1024)));
        if (!answer.destroyed) answer.once('drain', pour);
      };
      pour();
    });
    const { client, exchanges, clock } = recorded(server.baseUrl);
    await expect(failureOf(client.responses.create(question))).resolves.toMatchObject({
      status: 400,
    });
    expect(only(exchanges)).toMatchObject({
      status: 'failed',
      response: null,
      attempts: [{ status: 400, error: 'http_400' }],
    });
    expect(clock.waiting()).toBe(0);
  });

  it('that falls silent is given up after the idle timeout, and what came of it counts', async () => {
    await using server = await startLoopback((answer) => {
      answer.writeHead(401, { 'content-type': 'application/json' });
      answer.write('{"error":{"message":"No.","code":"invalid_api_key"}}');
    });
    const { client, exchanges, clock } = recorded(server.baseUrl);
    const failure = failureOf(client.responses.create(question));
    while (exchanges.length === 0) {
      await nextTurn();
      clock.advance(idleTimeoutMs / 100);
    }
    expect(await failure).toMatchObject({ status: 401, code: 'invalid_api_key' });
    expect(only(exchanges).attempts).toMatchObject([{ status: 401, error: 'invalid_api_key' }]);
  });

  it('that is a page, a mere text or missing leaves the status as the reason', async () => {
    for (const refusal of [
      html('<h1>Bad Gateway</h1>', { status: 502 }),
      json({ error: 'Bad Gateway' }, { status: 502 }),
      json(['Bad Gateway'], { status: 502 }),
      json('Bad Gateway', { status: 502 }),
      html('', { status: 502 }),
    ]) {
      await using server = await startLoopback(refusal);
      const { client, exchanges } = recorded(server.baseUrl);
      await expect(failureOf(client.responses.create(question))).resolves.toMatchObject({
        status: 502,
      });
      expect(only(exchanges).attempts).toMatchObject([{ status: 502, error: 'http_502' }]);
    }
  });

  it('leaves the server’s own retry-after to be read by the program', async () => {
    await using server = await startLoopback(apiError(429, {}, { 'retry-after': '7' }));
    const { client } = recorded(server.baseUrl);
    const error = await failureOf(client.responses.create(question));
    expect(error instanceof RateLimitError && error.headers.get('retry-after')).toBe('7');
  });
});

describe('a call that never got to the wire', () => {
  it('is told by its own error, and is no exchange', async () => {
    const { client, exchanges } = recorded(address);
    const file = (async function* () {
      yield new Uint8Array();
      throw new Error('This file cannot be read.');
    })();
    const upload = client.files.create({
      purpose: 'batch',
      file: new Response(ReadableStream.from(file)),
    });
    await expect(upload).rejects.toThrow('This file cannot be read.');
    await nextTurn();
    expect(exchanges).toEqual([]);
  });
});

describe('settling', () => {
  it('ends as aborted what is still open, and what comes later changes nothing', async () => {
    let answer = (_: Response) => {};
    const { client, exchanges, events, recorder } = recorded(address, {
      fetch: () => new Promise((resolve) => (answer = resolve)),
    });
    const call = client.responses.create(question);
    await nextTurn();
    recorder.settle();
    recorder.settle();
    const told = events.length;
    const exchange = only(exchanges);
    expect(exchange).toMatchObject({
      status: 'aborted',
      problem: null,
      usage: null,
      attempts: [{ status: null, error: 'aborted' }],
    });

    answer(Response.json(responseBody('Too late.')));
    await call;
    expect(events).toHaveLength(told);
    expect(exchange).toMatchObject({
      status: 'aborted',
      attempts: [{ status: null, error: 'aborted' }],
    });
    expect(exchange.response).toBeNull();
  });

  it('ends a stream that nobody read to its end, with what had arrived', async () => {
    await using server = await startLoopback(good);
    const { client, exchanges, recorder } = recorded(server.baseUrl);
    await client.responses.create(question).asResponse();
    expect(exchanges).toEqual([]);
    recorder.settle();
    expect(only(exchanges)).toMatchObject({
      status: 'aborted',
      attempts: [{ status: 200, error: null }],
    });
  });

  it('leaves finished calls alone', async () => {
    await using server = await startLoopback(good);
    const { client, exchanges, recorder } = recorded(server.baseUrl);
    await client.responses.create(question);
    recorder.settle();
    expect(only(exchanges)).toMatchObject({ status: 'completed' });
  });
});
