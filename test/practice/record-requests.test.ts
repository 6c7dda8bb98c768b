import { describe, expect, it } from 'vitest';
import { recordRequests } from '../../src/practice/record-requests.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { serve } from '../../src/sandbox/server.ts';
import { simulatedClock, testSandbox } from '../sandbox/sandbox-under-test.ts';

/** Serves a sandbox, and gives what it has received. */
async function recorded(fail = '') {
  const clock = simulatedClock();
  const faults = fail === '' ? [] : parseFailScript(fail);
  const counts: number[] = [];
  const sandbox = await testSandbox({ clock, faults });
  const recording = recordRequests(sandbox, clock, (count) => counts.push(count));
  const server = await serve(recording.sandbox, { port: 0 });
  const ask = (body: object, signal?: AbortSignal) =>
    fetch(`${server.url}/responses`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-mine', 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'gpt-4o-mini', input: 'Why?', ...body }),
      ...(signal && { signal }),
    });
  return { ...recording, ask, server, counts };
}

describe('A received request', () => {
  it('has what was sent, and what was answered', async () => {
    const { ask, requests, server } = await recorded();
    const text = await (await ask({ temperature: 0 })).text();
    await server.close();
    expect(requests()).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/v1/responses',
        authorization: 'Bearer sk-mine',
        body: { model: 'gpt-4o-mini', input: 'Why?', temperature: 0 },
        status: 200,
        answer: JSON.parse(text),
        outputText: 'Hello there.',
        wasLeft: false,
        pieces: [],
      }),
    ]);
  });

  it('has the pieces of a stream, and the answer of its last event', async () => {
    const { ask, requests, server } = await recorded();
    await (await ask({ stream: true })).text();
    await server.close();
    const [request] = requests();
    expect(request?.pieces.map(({ text }) => text).join('')).toBe('Hello there.');
    expect(request?.outputText).toBe('Hello there.');
    expect(request?.answer).toMatchObject({ object: 'response', status: 'completed' });
  });

  it('of a stream that was cut has no answer, and the text that came', async () => {
    const { ask, requests, server } = await recorded('cut@1');
    await (await ask({ stream: true })).text();
    await server.close();
    expect(requests()[0]).toMatchObject({ answer: undefined, outputText: 'Hello', wasLeft: false });
  });

  it('has the wait that the answer asked for', async () => {
    const { ask, requests, server } = await recorded('429=2,503');
    for (const _ of [1, 2]) await (await ask({})).text();
    await server.close();
    expect(requests()).toMatchObject([
      { status: 429, retryAfterMs: 2000, outputText: null },
      { status: 503, retryAfterMs: null, outputText: null },
    ]);
  });

  it('that got no answer was left by the program', async () => {
    const { ask, requests, server } = await recorded('timeout');
    const leaving = new AbortController();
    const asked = ask({}, leaving.signal).catch(() => {});
    while (requests().length === 0) await new Promise((resolve) => setImmediate(resolve));
    leaving.abort();
    await asked;
    while (!requests()[0]?.wasLeft) await new Promise((resolve) => setImmediate(resolve));
    await server.close();
    expect(requests()[0]).toMatchObject({ status: null, outputText: null });
  });

  it('whose connection was dropped was not', async () => {
    const { ask, requests, server } = await recorded('reset');
    await ask({}).catch(() => {});
    await server.close();
    expect(requests()[0]).toMatchObject({ status: null, wasLeft: false });
  });

  it('that is no JSON has no body', async () => {
    const { requests, server } = await recorded();
    await fetch(`${server.url}/responses`, { method: 'POST', body: 'model=x' });
    await server.close();
    expect(requests()[0]).toMatchObject({ status: 401, body: undefined, authorization: null });
  });

  it('is told of when it arrives, whatever becomes of it', async () => {
    const { ask, counts, server } = await recorded('reset,503');
    for (const _ of [1, 2, 3]) await ask({}).catch(() => {});
    await server.close();
    expect(counts).toEqual([1, 2, 3]);
  });
});
