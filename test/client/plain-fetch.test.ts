import { describe, expect, it } from 'vitest';
import { apiError, json, reset, silence, startLoopback, stream } from '../helpers/loopback.ts';
import { responseBody, responseFrames } from '../helpers/wire.ts';
import { apiKey, failureOf, only, question, recorded } from './recorded.ts';

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

describe('a request with plain fetch', () => {
  it('is an exchange like a call of the SDK', async () => {
    await using server = await startLoopback(json(responseBody('An interface.')));
    const { fetch, exchanges, events } = recorded(server.baseUrl);
    const response = await fetch(`${server.baseUrl}/responses?a=1`, post(question));
    expect(await response.json()).toEqual(responseBody('An interface.'));

    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
    expect(only(exchanges)).toMatchObject({
      request: { method: 'POST', path: '/v1/responses?a=1', body: question },
      attempts: [{ status: 200, error: null }],
      outputText: 'An interface.',
      usage: { totalTokens: 19 },
      cost: { total: 19n },
    });
    expect(events.map(({ type }) => type)).toEqual([
      'attempt_started',
      'attempt_ended',
      'finished',
    ]);
  });

  it('without init is a GET without a body', async () => {
    await using server = await startLoopback(json({ object: 'list', data: [] }));
    const { fetch, exchanges } = recorded(server.baseUrl);
    await (await fetch(new URL(`${server.baseUrl}/models`))).json();
    const { method, path, body } = only(exchanges).request;
    expect({ method, path, body }).toEqual({ method: 'GET', path: '/v1/models', body: null });
  });

  it('is a stream by what comes back, however its body was written', async () => {
    await using server = await startLoopback(stream(responseFrames(['An ', 'interface.'])));
    const { fetch, exchanges } = recorded(server.baseUrl);
    const init = { method: 'POST', body: '{ "stream" : true }' };
    await (await fetch(`${server.baseUrl}/responses`, init)).text();
    expect(only(exchanges)).toMatchObject({
      outputText: 'An interface.',
      usage: { totalTokens: 19 },
      timing: { firstTokenMs: 0 },
    });
  });

  it('that is refused is a failed exchange, its error body still to be read', async () => {
    const refusal = apiError(401, { message: 'Who are you?', code: 'invalid_api_key' });
    await using server = await startLoopback(refusal);
    const { fetch, exchanges } = recorded(server.baseUrl);
    const response = await fetch(`${server.baseUrl}/responses`, post(question));

    expect(only(exchanges)).toMatchObject({
      status: 'failed',
      problem: null,
      response: { error: { message: 'Who are you?' } },
      attempts: [{ status: 401, error: 'invalid_api_key', requestId: 'req_refused' }],
    });
    expect(response).toMatchObject({ status: 401, ok: false });
    expect(response.headers.get('x-request-id')).toBe('req_refused');
    expect(await response.json()).toMatchObject({ error: { message: 'Who are you?' } });
  });

  it('is not repeated, whatever the server asks for', async () => {
    const refusal = apiError(503, {}, { 'retry-after-ms': '1', 'x-should-retry': 'true' });
    await using server = await startLoopback(refusal);
    const { fetch, exchanges } = recorded(server.baseUrl);
    await fetch(`${server.baseUrl}/responses`, post(question));
    expect(server.requests).toHaveLength(1);
    expect(only(exchanges).attempts).toHaveLength(1);
  });

  it('is given an answer of a status that allows no body', async () => {
    await using server = await startLoopback((answer) => void answer.writeHead(304).end());
    const { fetch, exchanges } = recorded(server.baseUrl);
    const response = await fetch(`${server.baseUrl}/models`);
    expect([response.status, await response.text()]).toEqual([304, '']);
    expect(only(exchanges).attempts).toMatchObject([{ status: 304, error: 'http_304' }]);
  });

  it('whose connection drops is a failed exchange', async () => {
    await using server = await startLoopback(reset);
    const { fetch, exchanges } = recorded(server.baseUrl);
    await expect(fetch(`${server.baseUrl}/responses`, post(question))).rejects.toThrow(
      'fetch failed',
    );
    expect(only(exchanges)).toMatchObject({
      status: 'failed',
      attempts: [{ status: null, error: 'UND_ERR_SOCKET' }],
    });
  });

  it.each([
    ['aborted', 'aborted', undefined],
    ['aborted', 'aborted', new Error('Enough.')],
    ['timeout', 'failed', new DOMException('Too long.', 'TimeoutError')],
  ])('ended by its signal is %s', async (error, status, reason) => {
    const caller = new AbortController();
    await using server = await startLoopback((answer, request) => {
      silence(answer, request);
      caller.abort(reason);
    });
    const { fetch, exchanges } = recorded(server.baseUrl);
    const init = { ...post(question), signal: caller.signal };
    const thrown = await failureOf(fetch(`${server.baseUrl}/responses`, init));
    expect(thrown).toBe(caller.signal.reason);
    expect(only(exchanges)).toMatchObject({ status, attempts: [{ status: null, error }] });
  });
});
