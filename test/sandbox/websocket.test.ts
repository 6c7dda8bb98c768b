import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import OpenAI from 'openai';
import { ResponsesWS } from 'openai/resources/responses/ws';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { SandboxOptions } from '../../src/sandbox/app.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import type { LogEntry } from '../../src/sandbox/middleware.ts';
import { type SandboxServer, serve } from '../../src/sandbox/server.ts';
import { manualClock } from '../helpers/clock.ts';
import { get, type Json, streamEvents, testSandbox } from './sandbox-under-test.ts';
import { authorization, Client, question } from './websocket-client.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Setting extends Partial<SandboxOptions> {
  readonly fail?: string;
}

async function serving({ fail = 'ok', ...options }: Setting = {}): Promise<SandboxServer> {
  const sandbox = await testSandbox({ faults: parseFailScript(fail), ...options });
  const server = await serve(sandbox, { port: 0 });
  closing.push(server.close);
  return server;
}

const responseOf = (events: readonly Json[]) => events.at(-1)?.response as Json;
const textOf = (events: readonly Json[]) =>
  events.map(({ type, delta }) => (type === 'response.output_text.delta' ? delta : '')).join('');

describe('A turn over a WebSocket', () => {
  it('gives the events of a stream, one a message', async () => {
    const { url } = await serving();
    const client = await Client.open(url);
    expect(await client.ask()).toEqual(await streamEvents(await testSandbox()));
  });

  it('is stored unless told otherwise, and can be fetched over HTTP', async () => {
    const { url } = await serving();
    const client = await Client.open(url);
    const { id } = responseOf(await client.ask());
    const fetched = await fetch(`${url}/responses/${id}`, { headers: { authorization } });
    expect(((await fetched.json()) as Json).id).toBe(id);
  });

  it('waits until the turn before it has ended', async () => {
    const clock = manualClock();
    const { url } = await serving({ clock, latency: 1000 });
    const client = await Client.open(url);
    client.send(question);
    client.send({ ...question, input: 'And now?' });
    const begun = await client.events(4);
    expect(begun.map(({ sequence_number }) => sequence_number)).toEqual([0, 1, 2, 3]);
    const turn = client.turn();
    clock.advance(200);
    clock.advance(400);
    clock.advance(400);
    await turn;
    const [second] = await client.events(1);
    expect(second).toMatchObject({ type: 'response.created', sequence_number: 0 });
  });

  it('ignores what only HTTP has a use for', async () => {
    const { url } = await serving();
    const client = await Client.open(url);
    expect(textOf(await client.ask({ stream: false }))).toBe('Hello there.');
    const bare = await client.ask({ stream_options: { include_obfuscation: false } });
    expect(bare.filter((event) => 'obfuscation' in event)).toEqual([]);
  });

  it.each([
    { case: 'no JSON', message: '{', code: 'invalid_request_error', param: null },
    { case: 'no object', message: '[]', code: 'invalid_request_error', param: null },
    { case: 'no type', message: '{}', code: 'missing_required_parameter', param: 'type' },
    {
      case: 'an unknown type',
      message: '{"type":"response.stop"}',
      code: 'invalid_value',
      param: 'type',
    },
    {
      case: 'background',
      message: { ...question, background: true },
      code: 'unsupported_parameter',
      param: 'background',
    },
    {
      case: 'a lane, which the sandbox does not offer',
      message: { ...question, stream_id: 'a' },
      code: 'not_offered_by_sandbox',
      param: 'stream_id',
    },
    {
      case: 'a mistake of the request',
      message: { ...question, temperature: 3 },
      code: 'decimal_above_max_value',
      param: 'temperature',
    },
    {
      case: 'an unknown model',
      message: { ...question, model: 'gpt-nope' },
      status: 404,
      code: 'model_not_found',
      param: null,
    },
    {
      case: 'generate that is no flag',
      message: { ...question, generate: 'no' },
      code: 'invalid_type',
      param: 'generate',
    },
  ])('is refused with an error event, and the next one answered: $case', async (refused) => {
    const { url } = await serving();
    const client = await Client.open(url);
    client.send(refused.message);
    const { status = 400, code, param } = refused;
    expect(await client.turn()).toEqual([
      {
        type: 'error',
        status,
        error: { type: 'invalid_request_error', code, message: expect.any(String), param },
      },
    ]);
    expect(textOf(await client.ask())).toBe('Hello there.');
  });

  it('takes part in limits, fail script and log like a request over HTTP', async () => {
    const log: LogEntry[] = [];
    const { url } = await serving({
      fail: '503,failed@1,ok',
      limits: { rpm: 2, tpm: null },
      log: (entry) => log.push(entry),
    });
    const client = await Client.open(url);
    expect(await client.ask()).toMatchObject([
      { status: 503, error: { code: 'server_is_overloaded' } },
    ]);
    expect((await client.ask()).at(-1)).toMatchObject({ type: 'response.failed' });
    expect(textOf(await client.ask())).toBe('Hello there.');
    expect(await client.ask()).toMatchObject([
      { status: 429, error: { type: 'requests', code: 'rate_limit_exceeded' } },
    ]);
    expect(log.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'GET /v1/responses 204',
      'POST /v1/responses 503',
      'POST /v1/responses 200',
      'POST /v1/responses 200',
      'POST /v1/responses 429',
    ]);
  });

  it.each(['reset', 'html', 'cut@1'])('loses its connection with %s', async (fail) => {
    const { url } = await serving({ fail });
    const client = await Client.open(url);
    client.send(question);
    expect(await client.closed()).toBe(1006);
  });

  it('is refused when too many wait', async () => {
    const { url } = await serving({ fail: 'timeout' });
    const client = await Client.open(url);
    for (let sent = 0; sent < 18; sent += 1) client.send(question);
    expect(await client.turn()).toMatchObject([
      { type: 'error', status: 429, error: { code: 'rate_limit_exceeded' } },
    ]);
  });
});

describe('A conversation over a WebSocket', () => {
  it('goes on from the latest response, though it is not stored', async () => {
    const { url } = await serving();
    const client = await Client.open(url);
    const first = responseOf(await client.ask({ store: false }));
    const second = responseOf(
      await client.ask({ store: false, previous_response_id: first.id, input: 'And?' }),
    );
    expect(second).toMatchObject({ status: 'completed', previous_response_id: first.id });
    expect((second.usage as Json).input_tokens).toBeGreaterThan(
      (first.usage as Json).input_tokens as number,
    );
    const older = await client.ask({ store: false, previous_response_id: first.id });
    expect(older, 'only the latest is kept').toMatchObject([notFound(first.id)]);
  });

  it('is not known to another connection, nor over HTTP', async () => {
    const { url } = await serving();
    const client = await Client.open(url);
    const { id } = responseOf(await client.ask({ store: false }));
    const other = await Client.open(url);
    expect(await other.ask({ previous_response_id: id })).toEqual([notFound(id)]);
    const fetched = await fetch(`${url}/responses/${id}`, { headers: { authorization } });
    expect(fetched.status).toBe(404);
    expect(textOf(await client.ask({ previous_response_id: id }))).toBe('Hello there.');
  });

  it('goes on from what is stored, on any connection', async () => {
    const { url } = await serving();
    const { id } = responseOf(await (await Client.open(url)).ask());
    const other = await Client.open(url);
    expect(responseOf(await other.ask({ previous_response_id: id }))).toMatchObject({
      status: 'completed',
      previous_response_id: id,
    });
  });

  it.each([
    { case: 'is refused', fail: 'ok,503', message: {} },
    { case: 'fails', fail: 'ok,failed@0', message: {} },
    { case: 'is wrong in itself', fail: 'ok', message: { temperature: 9 } },
  ])('has to be sent again in full after a turn that $case', async ({ fail, message }) => {
    const { url } = await serving({ fail });
    const client = await Client.open(url);
    const { id } = responseOf(await client.ask({ store: false }));
    await client.ask({ previous_response_id: id, ...message });
    expect(await client.ask({ previous_response_id: id })).toEqual([notFound(id)]);
  });

  it('can be warmed up: read, not answered, and continued', async () => {
    const { url } = await serving();
    const client = await Client.open(url);
    const warmed = await client.ask({ store: false, generate: false, input: 'Remember 7.' });
    expect(warmed.map(({ type }) => type)).toEqual([
      'response.created',
      'response.in_progress',
      'response.completed',
    ]);
    const { id, output, usage } = responseOf(warmed);
    expect(output).toEqual([]);
    expect(usage).toMatchObject({ output_tokens: 0 });
    const next = responseOf(await client.ask({ previous_response_id: id, input: 'Well?' }));
    expect((next.usage as Json).input_tokens).toBeGreaterThan(
      (usage as Json).input_tokens as number,
    );
  });
});

function notFound(id: unknown) {
  return {
    type: 'error',
    status: 400,
    error: {
      type: 'invalid_request_error',
      code: 'previous_response_not_found',
      message: `Previous response with id '${id}' not found.`,
      param: 'previous_response_id',
    },
  };
}

describe('A connection', () => {
  it.each([
    { case: 'without a key', headers: {}, status: 401 },
    { case: 'with a wrong key', headers: { authorization: 'Bearer sk-wrong' }, status: 401 },
    { case: 'to another name', headers: { authorization, host: 'evil.example' }, status: 421 },
  ])('is refused $case', async ({ headers, status }) => {
    const { url } = await serving();
    const { webSocket } = new Client(url, { headers });
    const [, response] = await once(webSocket, 'unexpected-response');
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/json');
  });

  it.each(['/v1/nowhere', '/v1/responses/resp_1', '/v1/responses/'])(
    'is refused on %s',
    async (path) => {
      const { url } = await serving();
      const { origin } = new URL(url);
      const webSocket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, {
        headers: { authorization },
      });
      webSocket.on('error', () => {});
      const [, response] = await once(webSocket, 'unexpected-response');
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
    },
  );

  it('begins with the headers of any answer', async () => {
    const { url } = await serving();
    const { webSocket } = new Client(url);
    const [response] = await once(webSocket, 'upgrade');
    expect(response.headers).toMatchObject({
      'x-course-sandbox': 'simulated',
      'x-request-id': expect.stringMatching(/^req_/),
    });
  });

  it('is closed after an hour, and says so', async () => {
    const clock = manualClock();
    const { url } = await serving({ clock });
    const client = await Client.open(url);
    const closed = client.closed();
    await client.ask();
    clock.advance(60 * 60_000 - 1);
    await client.ask();
    clock.advance(1);
    expect(await client.turn()).toMatchObject([
      { status: 400, error: { code: 'websocket_connection_limit_reached', param: null } },
    ]);
    expect(await closed).toBe(1001);
  });

  it('frees everything when its client leaves in the middle of a turn', async () => {
    const clock = manualClock();
    const { url } = await serving({ clock, latency: 1000 });
    const client = await Client.open(url);
    client.send(question);
    await client.events(4);
    expect(clock.waiting()).toBe(2);
    client.webSocket.terminate();
    await vi.waitUntil(() => clock.waiting() === 0);
  });

  it('is closed for what is no text, and for what is too large', async () => {
    const { url } = await serving();
    const binary = await Client.open(url);
    binary.webSocket.send(Buffer.from('{}'));
    expect(await binary.closed()).toBe(1003);
    const large = await Client.open(url);
    large.send('x'.repeat(25 * 1024 * 1024 + 1));
    expect(await large.closed()).toBe(1009);
  });

  it('is closed for frames that break the protocol', async () => {
    const { url } = await serving();
    const { port, host } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    const key = Buffer.from('0123456789abcdef').toString('base64');
    socket.write(
      `GET /v1/responses HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${authorization}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\n\r\n`,
    );
    const [head] = (await once(socket, 'data')) as [Buffer];
    expect(head.toString()).toMatch(/^HTTP\/1\.1 101 /);
    // A text frame without the mask that every client must use.
    socket.write(Buffer.from([0x81, 0x02, 0x7b, 0x7d]));
    await once(socket, 'end');
    socket.destroy();
    expect(textOf(await (await Client.open(url)).ask())).toBe('Hello there.');
  });

  it('is not begun by the offer of another upgrade: such a request is answered', async () => {
    const { url } = await serving();
    const whole = await offeringH2c(url, []);
    whole.write(body);
    expect(await text(whole)).toMatch(/^HTTP\/1\.1 200 OK\r\n.*"text":"Hello there\."/s);
  });

  it('waits for the body of such a request, and is dropped when the server closes', async () => {
    const server = await serve(await testSandbox(), { port: 0 });
    const waiting = await offeringH2c(server.url, ['expect: 100-continue']);
    const [begin] = (await once(waiting, 'data')) as [Buffer];
    expect(begin.toString()).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    waiting.on('error', () => {});
    await Promise.all([once(waiting, 'close'), server.close()]);
  });

  it.each(['//', '/v1/responses HTTP/9'])(
    'is dropped for %s, which is no address',
    async (path) => {
      const { url } = await serving();
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
      );
      socket.resume();
      await once(socket, 'close');
      expect(textOf(await (await Client.open(url)).ask())).toBe('Hello there.');
    },
  );

  it('is dropped when the server closes', async () => {
    const server = await serve(await testSandbox(), { port: 0 });
    const client = await Client.open(server.url);
    const closed = client.closed();
    await server.close();
    expect(await closed).toBe(1006);
  });

  it('is asked for with an upgrade: a plain GET is refused', async () => {
    expect((await get(await testSandbox(), '/v1/responses')).status).toBe(405);
  });
});

const body = JSON.stringify({ model: 'gpt-4o-mini', input: 'hi' });

/** Sends the head of a request for `body` as Java's client does. */
async function offeringH2c(url: string, more: readonly string[]): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  const lines = [
    'POST /v1/responses HTTP/1.1',
    'host: localhost',
    `authorization: ${authorization}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    'connection: Upgrade, HTTP2-Settings',
    'upgrade: h2c',
    'http2-settings: AAMAAABk',
    ...more,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  return socket;
}

describe('The official SDK over a WebSocket', () => {
  it('asks and continues', async () => {
    const { url } = await serving();
    const client = new OpenAI({ apiKey: 'sk-sandbox', baseURL: url });
    const socket = new ResponsesWS(client);
    const finished = () =>
      new Promise<OpenAI.Responses.Response>((resolve) => {
        socket.once('response.completed', ({ response }) => resolve(response));
      });
    const asked = { type: 'response.create', model: 'gpt-4o-mini', store: false } as const;
    const first = finished();
    socket.send({ ...asked, input: 'hi' });
    const second = first.then(({ id }) => {
      const answer = finished();
      socket.send({ ...asked, input: 'And?', previous_response_id: id });
      return answer;
    });
    expect((await second).previous_response_id).toBe((await first).id);
    socket.close();
  });
});
