import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/app.ts';
import { type SandboxRequest, toRequest } from '../../src/sandbox/request.ts';
import { serve } from '../../src/sandbox/server.ts';
import { json } from '../../src/sandbox/wire/reply.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server that answers with what is read of a request, at its own base URL. */
async function reading(read: (request: SandboxRequest) => unknown): Promise<string> {
  const reply: Sandbox['reply'] = async (request) => json((await read(request)) ?? null);
  const server = await serve({ reply } as Sandbox, { port: 0 });
  closing.push(server.close);
  return server.url.replace(/\/v1$/, '');
}

async function told(url: string, init?: RequestInit): Promise<unknown> {
  return (await fetch(url, init)).json();
}

/** Bytes sent as they stand, by a client that leaves once they are sent. */
async function sendAndLeave(url: string, text: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.end(text);
  socket.destroySoon();
}

describe('A request of the server', () => {
  it.each([
    ['/v1/responses', '/v1/responses'],
    ['/v1/models/gpt-4.1?a=b%20c', '/v1/models/gpt-4.1?a=b%20c'],
    ['/v1/files/../models', '/v1/models'],
    ['/v1/%zz', '/v1/%zz'],
  ])('for %s has the URL of a Request', async (target, path) => {
    const url = await reading((request) => request.url);
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname).setEncoding('utf8');
    socket.write(`GET ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    expect(answer).toContain(`"http://127.0.0.1${path}"`);
  });

  it('has its headers by their names in any case', async () => {
    const url = await reading(({ headers }) => [headers.get('X-Test'), headers.get('x-none')]);
    expect(await told(url, { headers: { 'x-test': 'yes' } })).toEqual(['yes', null]);
  });

  it('has a body in UTF-8, however it is cut, without a byte order mark', async () => {
    const url = await reading((request) => request.text());
    const bytes = new TextEncoder().encode('\ufeff“€”');
    const body = ReadableStream.from([...bytes].map((byte) => Uint8Array.of(byte)));
    expect(await told(url, { method: 'POST', body, duplex: 'half' })).toBe('“€”');
  });

  it('can be made a Request, with all of its headers and its body', async () => {
    const url = await reading(async (sent) => {
      const request = toRequest(sent);
      return [request.method, request.headers.get('x-test'), await request.text()];
    });
    const init = { method: 'POST', headers: { 'x-test': 'yes' }, body: 'Hello' };
    expect(await told(url, init)).toEqual(['POST', 'yes', 'Hello']);
    expect(await told(url)).toEqual(['GET', null, '']);
  });

  it('ends with an error, and aborts, when its client leaves in the middle of it', async () => {
    const noted = await new Promise((resolve) => {
      void reading(async (request) => {
        const left = once(request.signal, 'abort');
        const error = await request.text().catch((thrown: unknown) => thrown);
        await left;
        resolve(error);
      }).then((url) => {
        const head = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n';
        return sendAndLeave(url, `${head}half`);
      });
    });
    expect(noted).toBeInstanceOf(Error);
  });

  it('has no second body', async () => {
    const url = await reading(async (request) => {
      const first = await request.text();
      // An answer takes a while; by then Node has closed what was read.
      await new Promise(setImmediate);
      return [first, await request.text().catch(({ message }: Error) => message)];
    });
    const answer = await told(url, { method: 'POST', body: 'Hello' });
    expect(answer).toEqual(['Hello', 'The body is not there any more.']);
  });

  it('does not abort once it is answered', async () => {
    const signals: AbortSignal[] = [];
    const url = await reading(({ signal }) => void signals.push(signal));
    await told(url, { headers: { connection: 'close' } });
    await told(url);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  });
});
