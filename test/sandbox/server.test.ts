import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import type { LogEntry } from '../../src/sandbox/middleware.ts';
import { type SandboxServer, serve } from '../../src/sandbox/server.ts';
import { create, frozenClock, testSandbox } from './sandbox-under-test.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function served(...args: Parameters<typeof testSandbox>): Promise<SandboxServer> {
  const server = await serve(await testSandbox(...args), { port: 0 });
  closing.push(server.close);
  return server;
}

const post = (url: string, body: object, signal?: AbortSignal) =>
  fetch(`${url}/responses`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-sandbox', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-4o-mini', input: 'hi', ...body }),
    ...(signal && { signal }),
  });

describe('The served sandbox', () => {
  it('listens on loopback only', async () => {
    expect((await served()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
  });

  it('leaves the global Request and Response alone', async () => {
    const before = [globalThis.Request, globalThis.Response];
    await served();
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });

  it('answers as the sandbox does in process', async () => {
    const { url } = await served();
    const response = await post(url, {});
    const inProcess = await create(await testSandbox());
    expect(await response.json()).toEqual(inProcess.body);
    for (const [name, value] of inProcess.headers) expect(response.headers.get(name)).toBe(value);
  });

  it('tells no length of what it does not send', async () => {
    const { url } = await served();
    const headers = { authorization: 'Bearer sk-sandbox' };
    const response = await fetch(`${url}/models`, { method: 'HEAD', headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBeNull();
    expect(await response.text()).toBe('');
  });

  it('drops an open connection quietly when it closes', async () => {
    const consoleError = vi.spyOn(console, 'error');
    const server = await serve(await testSandbox({ faults: parseFailScript('stall@0') }), {
      port: 0,
    });
    const response = await post(server.url, { stream: true });
    const text = response.text();
    await Promise.all([expect(text).rejects.toThrow(TypeError), server.close()]);
    await expect(post(server.url, {})).rejects.toThrow('fetch failed');
    expect(consoleError).not.toHaveBeenCalled();
    consoleError.mockRestore();
  });

  it('aborts the request of a client that leaves, quietly', async () => {
    const consoleError = vi.spyOn(console, 'error');
    const client = new AbortController();
    const latency = 1000;
    /** The sandbox falls asleep over the answer: that is when the client leaves. */
    const clock = {
      ...frozenClock(),
      sleep: (ms: number, signal?: AbortSignal) => {
        client.abort(new Error('enough'));
        return frozenClock().sleep(ms, signal);
      },
    };
    let leave = (_entry: LogEntry) => {};
    const left = new Promise<LogEntry>((resolve) => {
      leave = resolve;
    });
    const { url } = await served({ clock, latency, log: (entry) => leave(entry) });
    await expect(post(url, {}, client.signal)).rejects.toThrow('enough');
    expect(await left).toMatchObject({ path: '/v1/responses', status: null });
    expect(consoleError).not.toHaveBeenCalled();
    consoleError.mockRestore();
  });
});

describe('A taken port', () => {
  it('is named, with the sandbox that has it', async () => {
    const { url } = await served();
    const { port } = new URL(url);
    await expect(serve(await testSandbox(), { port: Number(port) })).rejects.toMatchObject({
      code: 'port_taken',
      exitCode: 1,
      message: `Port ${port} is taken by another sandbox of this course.`,
      advice: 'Stop it, or choose another port: --port 0 picks a free one.',
    });
  });

  it('is named, with another program that has it', async () => {
    const stranger = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    closing.push(async () => void stranger.close());
    const { port } = stranger.address() as AddressInfo;
    await expect(serve(await testSandbox(), { port })).rejects.toMatchObject({
      code: 'port_taken',
      message: `Port ${port} is taken by another program.`,
    });
  });
});

describe('The log', () => {
  it.each([
    ['chat/completions', { messages: [{ role: 'user', content: 'hi' }] }, [8, 4]],
    ['embeddings', { model: 'text-embedding-3-small', input: 'hi' }, [1, 0]],
  ])('tells the tokens of %s', async (path, body, [input_tokens, output_tokens]) => {
    const entries: LogEntry[] = [];
    const { url } = await served({ log: (entry) => entries.push(entry) });
    const response = await fetch(`${url}/${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'gpt-4o-mini', ...body }),
    });
    expect(response.status).toBe(200);
    expect(entries).toMatchObject([{ usage: { input_tokens, output_tokens } }]);
  });

  it('tells each request once its answer begins', async () => {
    const entries: LogEntry[] = [];
    const { url } = await served({ log: (entry) => entries.push(entry) });
    const response = await post(url, {});
    await response.text();
    expect(entries).toMatchObject([
      {
        method: 'POST',
        path: '/v1/responses',
        status: 200,
        ms: 0,
        usage: { input_tokens: 8, output_tokens: 4 },
        requestId: response.headers.get('x-request-id'),
      },
    ]);
  });
});
