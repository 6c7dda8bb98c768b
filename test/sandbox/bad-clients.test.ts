import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/context.ts';
import type { SandboxOptions } from '../../src/sandbox/app.ts';
import { serve } from '../../src/sandbox/server.ts';
import { frozenClock, type Json, testSandbox } from './sandbox-under-test.ts';

const question = { model: 'gpt-4o-mini', input: 'hi' };
const headers = { authorization: 'Bearer sk-sandbox', 'content-type': 'application/json' };
const impatient = { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 10 };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function served(options: Partial<SandboxOptions> = {}, patience?: typeof impatient) {
  const server = await serve(await testSandbox(options), {
    port: 0,
    ...(patience && { patience }),
  });
  closing.push(server.close);
  return server.url;
}

/** A connection that takes what it is told to send, however wrong. */
async function connected(url: string): Promise<Socket> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname).on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** All that is answered to these bytes until the connection ends. */
async function answerTo(url: string, ...bytes: readonly string[]): Promise<string> {
  const socket = await connected(url);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  for (const each of bytes) socket.write(each);
  await once(socket, 'close');
  return text;
}

const head = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n\r\n`;
const bearer = 'authorization: Bearer sk-sandbox';

/** Status and error of an answer in the envelope. */
function refusal(answer: string) {
  const [, status, body = ''] = /^HTTP\/1\.1 (\d+).*?\r\n\r\n(.*)$/s.exec(answer) ?? [];
  const { error } = JSON.parse(body) as { error: Json };
  expect(Object.keys(error)).toEqual(['message', 'type', 'param', 'code']);
  return { status: Number(status), message: error.message };
}

async function stillAnswers(url: string): Promise<void> {
  const response = await fetch(`${url}/responses`, {
    method: 'POST',
    headers,
    body: JSON.stringify(question),
  });
  expect(response.status).toBe(200);
  await response.text();
}

describe('A body that is no request', () => {
  const large = ' '.repeat(26 * 1024 * 1024);
  const inPieces = () => ReadableStream.from([large].map((text) => new TextEncoder().encode(text)));
  it.each([
    ['JSON cut off', 400, { body: '{"model":' }],
    ['nothing at all', 400, { body: '' }],
    ['bytes that are no text', 400, { body: new Uint8Array([0xff, 0x00, 0xfe]) }],
    [
      'another content type',
      400,
      { body: 'model=gpt-4o', headers: { ...headers, 'content-type': 'text/plain' } },
    ],
    ['50 MB', 413, { body: 'x'.repeat(50_000_000) }],
    ['more than 25 MiB in pieces of unknown length', 413, { body: inPieces(), duplex: 'half' }],
  ] as const)('%s: %i', async (_, status, init) => {
    const url = await served();
    const response = await fetch(`${url}/responses`, { method: 'POST', headers, ...init });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      error: { type: expect.any(String), message: expect.any(String) },
    });
    await stillAnswers(url);
  });
});

describe('A head that is no request', () => {
  it('ten thousand headers: 431', async () => {
    const url = await served();
    const many = Array.from({ length: 10_000 }, (_, n) => `x-${n}: ${n}`);
    const answer = await answerTo(url, head('GET /v1/models HTTP/1.1', 'host: localhost', ...many));
    expect(refusal(answer)).toEqual({
      status: 431,
      message: 'The headers of your request are too large.',
    });
    await stillAnswers(url);
  });

  it.each([
    'GARBAGE\r\n\r\n',
    'GET /v1/models HTTP/9.9\r\n\r\n',
    '\u0016\u0003\u0001\u0002\u0000\u0001',
  ])('%j: 400', async (bytes) => {
    const url = await served();
    expect(refusal(await answerTo(url, bytes))).toEqual({
      status: 400,
      message: 'Your request is not HTTP that this server can read.',
    });
    await stillAnswers(url);
  });

  it.each(['evil.example', 'evil.example:8787', '127.0.0.1.evil.example', '169.254.169.254'])(
    'for the host %j: 421',
    async (host) => {
      const url = await served();
      const answer = await answerTo(
        url,
        head('GET /v1/models HTTP/1.1', `host: ${host}`, bearer, 'connection: close'),
      );
      expect(refusal(answer)).toEqual({
        status: 421,
        message: 'The sandbox answers to local names only.',
      });
    },
  );

  it.each([
    '/',
    '//',
    '//v1/models',
    '/v1//models',
    '/v1/%2e%2e/%2e%2e/etc/passwd',
    '/v1/models/..%2f..%2fetc%2fpasswd',
    '/v1/models/%00',
    '/v1/models/%',
    '/v1/responses/%ff/input_items',
    '/v1/responses/__proto__',
    '/v1/models/constructor',
    '/v1/models?limit=%',
    `/v1/models/${'a'.repeat(8000)}`,
    '*',
    'http://evil.example/v1/models/x',
  ])('the path %j: refused in the envelope', async (path) => {
    const url = await served();
    const answer = await answerTo(
      url,
      head(`DELETE ${path} HTTP/1.1`, 'host: localhost', bearer, 'connection: close'),
    );
    expect([400, 404, 405, 421]).toContain(refusal(answer).status);
    await stillAnswers(url);
  });
});

describe('A slow client', () => {
  const start = [
    'POST /v1/responses HTTP/1.1',
    'host: localhost',
    bearer,
    'content-type: application/json',
  ];

  it('that does not finish its headers: 408', async () => {
    const answer = await answerTo(await served({}, impatient), start.join('\r\n'));
    expect(refusal(answer)).toEqual({
      status: 408,
      message: 'Your request took too long to arrive.',
    });
  });

  it('that does not finish its body: 408', async () => {
    const answer = await answerTo(
      await served({}, impatient),
      head(...start, 'content-length: 100'),
      '{"model":',
    );
    expect(refusal(answer)).toEqual({
      status: 408,
      message: 'Your request took too long to arrive.',
    });
  });
});

/** A clock on which all who sleep do so until they are woken by an abort, and are counted. */
function sleepers() {
  let count = 0;
  let changed = () => {};
  const frozen = frozenClock();
  const clock: Clock = {
    ...frozen,
    sleep: async (ms, signal) => {
      count += 1;
      changed();
      try {
        await frozen.sleep(ms, signal);
      } finally {
        count -= 1;
        changed();
      }
    },
  };
  const reach = async (wanted: number) => {
    while (count !== wanted) {
      await new Promise<void>((resolve) => {
        changed = resolve;
      });
    }
  };
  return { clock, reach };
}

const sockets = () =>
  process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;

describe('A client that leaves', () => {
  const streams = 1000;

  it('takes its stream with it, also a thousand at once', async () => {
    const { clock, reach } = sleepers();
    const url = await served({ clock, latency: 1000 });
    const before = sockets();
    const body = JSON.stringify({ ...question, stream: true });
    const request =
      head(
        'POST /v1/responses HTTP/1.1',
        'host: localhost',
        bearer,
        'content-type: application/json',
        `content-length: ${body.length}`,
      ) + body;
    const clients = await Promise.all(Array.from({ length: streams }, () => connected(url)));
    for (const client of clients) client.write(request);
    await reach(streams);
    for (const client of clients) client.destroy();
    await reach(0);
    await expect.poll(sockets).toBeLessThanOrEqual(before);
    const other = await fetch(`${url}/models`, { headers });
    expect(other.status).toBe(200);
  });

  it('in the middle of its upload leaves nothing behind', async () => {
    const url = await served();
    const before = sockets();
    const client = await connected(url);
    client.write(
      head(
        'POST /v1/responses HTTP/1.1',
        'host: localhost',
        bearer,
        'content-type: application/json',
        'content-length: 9999',
      ),
    );
    await new Promise<void>((resolve) => client.write('{"model":', () => resolve()));
    client.destroy();
    await expect.poll(sockets).toBeLessThanOrEqual(before);
    await stillAnswers(url);
  });
});
