import { APIError } from 'openai';
import { describe, expect, it } from 'vitest';
import { explainError, explainExchange } from '../../src/client/index.ts';
import type { CourseError } from '../../src/errors.ts';
import {
  brokenStream,
  html,
  json,
  type Reply,
  reset,
  stalledStream,
  startLoopback,
  stream,
  text,
} from '../helpers/loopback.ts';
import { frame, responseBody, responseFrames } from '../helpers/wire.ts';
import {
  answering,
  failureOf,
  idleTimeoutMs,
  nextTurn,
  only,
  question,
  readAll,
  recorded,
  streamed,
} from './recorded.ts';
import { told } from './told.ts';

const address = 'http://loopback.invalid/v1';

const passing = {
  retryHelps: true,
  retry: 'A retry helps, after a pause that grows from one attempt to the next.',
};
const nothingSaid = { status: null, requestId: null, apiCode: null, serverMessage: null };

const timedOut = {
  ...nothingSaid,
  code: 'timed_out',
  message: 'No answer, or no further piece of it, arrived in time.',
  advice: 'Run it again, or allow more time: --timeout 60',
  ...passing,
};
const aborted = {
  ...nothingSaid,
  code: 'aborted',
  message: 'The call was cancelled from this side before its answer was complete.',
  advice: 'What the server had already worked on may still be billed.',
  retryHelps: false,
  retry: 'Nothing went wrong: run it again whenever you like.',
};
const notListening = {
  ...nothingSaid,
  code: 'connection_failed',
  message: 'Nothing is listening at this address: the server is not running, or the port is wrong.',
  advice: 'Start the server, or check the base URL: course doctor',
  apiCode: 'ECONNREFUSED',
  retryHelps: true,
  retry: 'A retry helps once the server runs.',
};
const nameUnknown = {
  ...nothingSaid,
  code: 'connection_failed',
  message: 'The name of the server could not be found: a typing error, or no network.',
  advice: 'Check the network and the base URL: course doctor. Offline: --provider sandbox',
  retryHelps: true,
  retry: 'A retry helps once the network is back.',
};
const connectionFailed = {
  ...nothingSaid,
  code: 'connection_failed',
  message: 'The connection to the server failed before any answer came.',
  advice: 'Run it again. If it keeps happening, check network and proxy: course doctor',
  ...passing,
};
const cut = {
  ...nothingSaid,
  code: 'stream_cut',
  message: 'The answer broke off before its end: something on the way cut the connection.',
  advice: 'Run it again; what arrived of the answer is not whole.',
  ...passing,
};
const notAnApi = {
  ...nothingSaid,
  code: 'not_an_api_answer',
  message: 'What answered is not the API: it sent a web page, or something that is not JSON.',
  advice: 'Check the base URL (it mostly ends in /v1) and any proxy or login page: course doctor',
  status: 200,
  retryHelps: false,
  retry: 'A retry rarely helps: something between here and the API, or the address, is wrong.',
};
const responseFailed = {
  ...nothingSaid,
  code: 'response_failed',
  message: 'The server took the request, then reported an error while it made the answer.',
  advice: 'Run it again; what arrived of the answer is not whole.',
  ...passing,
};

/** A `fetch` that fails as undici does. */
function failing(code: string): typeof fetch {
  const cause = Object.assign(new Error('getaddrinfo'), { code });
  return async () => {
    throw new TypeError('fetch failed', { cause });
  };
}

describe('no answer', () => {
  it('because nobody listens', async () => {
    const server = await startLoopback(reset);
    await server[Symbol.asyncDispose]();
    const { client, fetch, exchanges } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(question));
    expect(told(explainError(thrown))).toEqual(notListening);
    expect(told(explainExchange(only(exchanges)))).toEqual(notListening);
    const thrownByFetch = await failureOf(fetch(`${server.baseUrl}/models`));
    expect(told(explainError(thrownByFetch))).toEqual(notListening);
  });

  it.each([
    ['ENOTFOUND', nameUnknown],
    ['EAI_AGAIN', nameUnknown],
    ['ECONNRESET', connectionFailed],
    ['CERT_HAS_EXPIRED', connectionFailed],
  ])('because of %s', async (apiCode, explanation) => {
    const { client, exchanges } = recorded(address, { fetch: failing(apiCode) });
    const thrown = await failureOf(client.responses.create(question));
    expect(told(explainError(thrown))).toEqual({ ...explanation, apiCode });
    expect(told(explainExchange(only(exchanges)))).toEqual({ ...explanation, apiCode });
  });

  it('because the connection drops', async () => {
    await using server = await startLoopback(reset);
    const { client, exchanges } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(question));
    const explanation = { ...connectionFailed, apiCode: 'UND_ERR_SOCKET' };
    expect(told(explainError(thrown))).toEqual(explanation);
    expect(told(explainExchange(only(exchanges)))).toEqual(explanation);
  });

  it('in time', async () => {
    // The SDK’s own timer and the signal that it gives to fetch.
    const { client, exchanges } = recorded(address, {
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    });
    const thrown = await failureOf(client.responses.create(question, { timeout: 1 }));
    expect(told(explainError(thrown, only(exchanges)))).toEqual(timedOut);
    expect(told(explainExchange(only(exchanges)))).toEqual(timedOut);
  });

  it('because the caller did not want it any more', async () => {
    const controller = new AbortController();
    await using server = await startLoopback(() => controller.abort());
    const { client, fetch, exchanges } = recorded(server.baseUrl);
    const { signal } = controller;
    const thrown = await failureOf(client.responses.create(question, { signal }));
    expect(told(explainError(thrown, only(exchanges)))).toEqual(aborted);
    // Nothing failed: whoever called it off knows why.
    expect(explainExchange(only(exchanges))).toBeUndefined();
    const thrownByFetch = await failureOf(fetch(`${server.baseUrl}/models`, { signal }));
    expect(told(explainError(thrownByFetch))).toEqual(aborted);
  });

  it('because the caller’s own time was up', async () => {
    const signal = AbortSignal.abort(new DOMException('Too long.', 'TimeoutError'));
    const { fetch } = recorded(address);
    const thrown = await failureOf(fetch(`${address}/models`, { signal }));
    expect(told(explainError(thrown))).toEqual(timedOut);
  });
});

describe('an answer that is none', () => {
  const page = '<!doctype html><title>Log in</title>';
  const brokenJson = text('{"id":', { headers: { 'content-type': 'application/json' } });

  it.each<[string, Reply, string]>([
    ['a page', html(page), page],
    ['broken JSON', brokenJson, '{"id":'],
  ])('because it is %s', async (_, reply, serverMessage) => {
    await using server = await startLoopback(reply);
    const { client, exchanges } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(question));
    expect(told(explainError(thrown))).toEqual({ ...notAnApi, serverMessage });
    expect(told(explainExchange(only(exchanges)))).toEqual(notAnApi);
  });

  it('because it is a page instead of a stream', async () => {
    await using server = await startLoopback(html(page));
    const { client, exchanges } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(streamed).then(readAll));
    expect(told(explainError(thrown))).toEqual({ ...notAnApi, serverMessage: page });
    expect(told(explainExchange(only(exchanges)))).toEqual(notAnApi);
  });

  it('because a frame of its stream is broken', async () => {
    await using server = await startLoopback(stream(['data: {"type":\n\n']));
    const { client, exchanges } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(streamed).then(readAll));
    expect(told(explainError(thrown, only(exchanges)))).toEqual(notAnApi);
    expect(told(explainExchange(only(exchanges)))).toEqual(notAnApi);
  });

  it('is not what JSON without usage is', async () => {
    await using server = await startLoopback(json({ hello: 'world' }));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.responses.create(question).catch(() => {});
    expect(explainExchange(only(exchanges))).toBeUndefined();
  });
});

describe('an answer that does not come to its end', () => {
  const [created = '', ...later] = responseFrames(['An ', 'interface.']);
  const beginning = [created, ...later.slice(0, 3)];

  it('because the stream just stops: only the exchange knows', async () => {
    await using server = await startLoopback(
      stream(beginning, { headers: { 'x-request-id': 'req_1' } }),
    );
    const { client, exchanges } = recorded(server.baseUrl);
    await readAll(await client.responses.create(streamed));
    expect(told(explainExchange(only(exchanges)))).toEqual({ ...cut, requestId: 'req_1' });
  });

  it('because the connection breaks', async () => {
    await using server = await startLoopback(brokenStream(beginning));
    const { client, exchanges } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(streamed).then(readAll));
    expect(told(explainError(thrown))).toEqual({ ...cut, apiCode: 'UND_ERR_SOCKET' });
    expect(told(explainExchange(only(exchanges)))).toEqual(cut);
  });

  it('because it falls silent', async () => {
    await using server = await startLoopback(stalledStream(beginning));
    const { client, exchanges, clock } = recorded(server.baseUrl);
    const failure = failureOf(client.responses.create(streamed).then(readAll));
    while (exchanges.length === 0) {
      await nextTurn();
      clock.advance(idleTimeoutMs / 100);
    }
    expect(told(explainError(await failure))).toEqual(timedOut);
    expect(told(explainExchange(only(exchanges)))).toEqual(timedOut);
  });

  it('because the reader left, which is no failure', async () => {
    await using server = await startLoopback(stalledStream(beginning));
    const { client, exchanges } = recorded(server.baseUrl);
    for await (const _ of await client.responses.create(streamed)) break;
    expect(explainExchange(only(exchanges))).toBeUndefined();
  });
});

describe('an answer that reports an error', () => {
  const failure = { code: 'server_error', message: 'The model went astray.' };
  const said = { apiCode: 'server_error', serverMessage: 'The model went astray.' };

  it('in an event, which the SDK throws', async () => {
    const error = { ...failure, type: 'server_error', param: null };
    const head = { headers: { 'x-request-id': 'req_1' } };
    await using server = await startLoopback(stream([frame({ type: 'error', error })], head));
    const { client, exchanges } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(streamed).then(readAll));
    expect(thrown).toBeInstanceOf(APIError);
    const explanation = { ...responseFailed, ...said, requestId: 'req_1' };
    expect(told(explainError(thrown))).toEqual(explanation);
    expect(told(explainExchange(only(exchanges)))).toEqual(explanation);
  });

  it('in response.failed', async () => {
    await using server = await startLoopback(
      stream(responseFrames(['An '], 'failed', { error: failure })),
    );
    const { client, exchanges } = recorded(server.baseUrl);
    await readAll(await client.responses.create(streamed));
    expect(told(explainExchange(only(exchanges)))).toEqual({ ...responseFailed, ...said });
  });

  it('in a plain body', async () => {
    const body = responseBody('', { status: 'failed', error: failure, output: [] });
    await using server = await startLoopback(json(body));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.responses.create(question);
    expect(told(explainExchange(only(exchanges)))).toEqual({ ...responseFailed, ...said });
  });

  it('of an exhausted quota, which no retry mends', async () => {
    const error = { code: 'insufficient_quota', message: 'You exceeded your current quota.' };
    await using server = await startLoopback(stream(responseFrames([], 'failed', { error })));
    const { client, exchanges } = recorded(server.baseUrl);
    await readAll(await client.responses.create(streamed));
    expect(explainExchange(only(exchanges))).toMatchObject({
      code: 'quota_exhausted',
      call: { retryHelps: false },
    });
  });

  it('about a batch, not about the call', async () => {
    await using server = await startLoopback(json({ object: 'batch', status: 'failed' }));
    const { client, exchanges } = recorded(server.baseUrl);
    await client.batches.retrieve('batch_1');
    expect(explainExchange(only(exchanges))).toBeUndefined();
  });
});

describe('nothing to explain', () => {
  it.each([
    ['a mistake of the program', new TypeError('x is not a function')],
    ['broken JSON in the answer’s own text', new SyntaxError('Unexpected token')],
    ['a thrown text', 'fetch failed'],
    ['nothing', undefined],
  ])('in %s', async (_, error) => {
    const { client, exchanges } = recorded(address, {
      fetch: answering(responseFrames(['Hi.']).map((piece) => new TextEncoder().encode(piece))),
    });
    await readAll(await client.responses.create(streamed));
    expect(explainError(error, only(exchanges))).toBeUndefined();
    expect(explainError(error)).toBeUndefined();
  });

  it('in a call that went well, or was cut by max_output_tokens', async () => {
    for (const status of ['completed', 'incomplete']) {
      await using server = await startLoopback(json(responseBody('Hi.', { status })));
      const { client, exchanges } = recorded(server.baseUrl);
      await client.responses.create(question);
      expect(explainExchange(only(exchanges))).toBeUndefined();
    }
  });
});

it('the request id comes from the last attempt, when the error knows none', async () => {
  await using server = await startLoopback(
    html('<h1>Hi</h1>', { headers: { 'x-request-id': 'req_page' } }),
  );
  const { client, exchanges } = recorded(server.baseUrl);
  const thrown = await failureOf(client.responses.create(question));
  const explained: CourseError | undefined = explainError(thrown, only(exchanges));
  expect(explained?.requestId).toBe('req_page');
});
