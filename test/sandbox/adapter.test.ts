import { describe, expect, it } from 'vitest';
import { inProcessFetch } from '../../src/sandbox/adapter.ts';
import type { Sandbox } from '../../src/sandbox/app.ts';
import { sandboxRequest, testSandbox } from './sandbox-under-test.ts';

const url = 'http://sandbox/v1/responses';

/** A body that notes which chunk it is asked for, and whether it was left. */
function watchedBody(chunks: readonly string[]) {
  const seen: string[] = [];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[seen.length];
        if (chunk === undefined) return controller.close();
        seen.push(chunk);
        controller.enqueue(new TextEncoder().encode(chunk));
      },
      cancel() {
        seen.push('left');
      },
    },
    { highWaterMark: 0 },
  );
  return { body, seen };
}

const sandboxOf = (fetch: Sandbox['fetch']) => ({ fetch });

describe('The in-process fetch', () => {
  it('takes a URL with options, a URL object and a Request', async () => {
    const fetch = inProcessFetch(await testSandbox());
    const headers = { authorization: 'Bearer sk-sandbox' };
    const models = 'http://sandbox/v1/models';
    const answers = await Promise.all([
      fetch(models, { headers }),
      fetch(new URL(models), { headers }),
      fetch(sandboxRequest('/v1/models', { method: 'GET' })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('produces each chunk only when it is read', async () => {
    const { body, seen } = watchedBody(['a', 'b', 'c']);
    const fetch = inProcessFetch(sandboxOf(async () => new Response(body)));
    const reader = (await fetch(url)).body?.getReader();
    expect(seen).toEqual([]);
    await reader?.read();
    expect(seen).toEqual(['a']);
    await reader?.read();
    expect(seen).toEqual(['a', 'b']);
  });

  it('does not call the sandbox when the signal is already aborted', async () => {
    let calls = 0;
    const fetch = inProcessFetch(
      sandboxOf(async () => {
        calls += 1;
        return new Response();
      }),
    );
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(fetch(url, { signal })).rejects.toThrow('too late');
    expect(calls).toBe(0);
  });

  it('rejects with the reason of an abort although the sandbox does not answer', async () => {
    let seen: AbortSignal | undefined;
    const fetch = inProcessFetch(
      sandboxOf((request) => {
        seen = request.signal;
        return new Promise(() => {});
      }),
    );
    const abort = new AbortController();
    const answer = fetch(url, { signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
    expect(seen?.reason).toEqual(new Error('enough'));
  });

  it('honours the signal of a Request', async () => {
    const fetch = inProcessFetch(sandboxOf(() => new Promise(() => {})));
    const abort = new AbortController();
    const answer = fetch(new Request(url, { signal: abort.signal }));
    abort.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
  });

  it('fails the body with the reason of an abort although the sandbox says nothing more', async () => {
    const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) });
    const fetch = inProcessFetch(sandboxOf(async () => new Response(silent)));
    const abort = new AbortController();
    const response = await fetch(url, { signal: abort.signal });
    const text = response.text();
    abort.abort(new Error('enough'));
    await expect(text).rejects.toThrow('enough');
  });

  it('ends the connection when the body is left early', async () => {
    const { body, seen } = watchedBody(['a', 'b']);
    let signal: AbortSignal | undefined;
    const fetch = inProcessFetch(
      sandboxOf(async (request) => {
        signal = request.signal;
        return new Response(body);
      }),
    );
    const response = await fetch(url);
    await response.body?.cancel();
    expect(seen).toEqual(['left']);
    expect(signal?.aborted).toBe(true);
  });
});
