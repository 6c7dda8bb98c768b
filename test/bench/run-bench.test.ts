import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { CallSetup } from '../../src/bench/call.ts';
import { Pacer } from '../../src/bench/pacer.ts';
import { type BenchEvent, type BenchMode, runBench } from '../../src/bench/run-bench.ts';
import * as client from '../../src/client/index.ts';
import { Secret } from '../../src/secret.ts';
import { manualClock } from '../helpers/clock.ts';
import { apiError, json, type Reply, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';

const clock = manualClock();
const mode: BenchMode = { name: 'parallel', concurrency: 4, stream: false };
const bodies = Array.from({ length: 6 }, () => ({ model: 'gpt-4o-mini', input: 'Hi' }));

function setupFor(baseUrl: string, signal: AbortSignal, rpm: number | null = null): CallSetup {
  const key = new Secret('sk-test');
  return {
    client,
    provider: {
      name: 'openai',
      baseUrl,
      address: baseUrl,
      key,
      organization: null,
      project: null,
      fetch,
    },
    clock,
    random: () => 0,
    costOf: () => null,
    timeoutMs: 30_000,
    maxRetries: 2,
    spending: null,
    signal,
    pacer: new Pacer({
      clock,
      signal,
      limits: { requests: rpm, tokens: null },
      isUnused: true,
    }),
  };
}

/** Runs until `isEnough`, calls it off, and gives what had happened. */
async function calledOff(reply: Reply, isEnough: (events: BenchEvent[]) => boolean, rpm?: number) {
  const connections: Promise<unknown>[] = [];
  await using server = await startLoopback((answer, request) => {
    connections.push(once(answer, 'close'));
    return reply(answer, request);
  });
  const controller = new AbortController();
  const events: BenchEvent[] = [];
  const reason = new Error('enough');
  const setup = setupFor(server.baseUrl, controller.signal, rpm ?? null);
  const run = runBench({ modes: [mode], bodies, runs: 1 }, setup, (event) => {
    events.push(event);
    if (isEnough(events)) setImmediate(() => controller.abort(reason));
  });
  await expect(run).rejects.toBe(reason);
  await Promise.all(connections);
  return { events, requests: server.requests.length };
}

const steps = (events: readonly BenchEvent[], wanted: string) =>
  events.filter((event) => event.type === 'call' && event.step.type === wanted).length;

describe('A run that is called off', () => {
  it('while calls are under way leaves no connection and no timer', async () => {
    const { events, requests } = await calledOff(
      () => {},
      (events) => steps(events, 'sent') === 4,
    );
    expect(requests).toBeLessThanOrEqual(4);
    expect(steps(events, 'failed')).toBeLessThanOrEqual(4);
    expect(clock.waiting()).toBe(0);
  });

  it('while calls wait to be tried again does not wait for them', async () => {
    const refusal = apiError(429, { code: 'rate_limit_exceeded' }, { 'retry-after': '30' });
    const { events } = await calledOff(refusal, (events) => steps(events, 'retry') === 4);
    expect(steps(events, 'failed')).toBe(4);
    expect(clock.waiting()).toBe(0);
  });

  it('while the limit holds calls back lets go of them', async () => {
    const { requests } = await calledOff(
      json(responseBody('Hi.')),
      (events) => steps(events, 'done') === 2,
      2,
    );
    expect(requests).toBe(2);
    expect(clock.waiting()).toBe(0);
  });

  it('while calls that were refused are held back tells what they came to', async () => {
    const refusal = apiError(429, { code: 'rate_limit_exceeded' }, { 'retry-after-ms': '0' });
    const { events, requests } = await calledOff(
      refusal,
      (told) => {
        // The wait of no time is over as soon as the clock is moved.
        if (steps(told, 'retry') === 4) setImmediate(() => clock.advance(1));
        return steps(told, 'held_back') > 0;
      },
      4,
    );
    expect(requests).toBe(4);
    expect(steps(events, 'failed')).toBe(4);
    expect(clock.waiting()).toBe(0);
  });
});

describe('A bench of several runs', () => {
  it('makes no more clients than calls are under way at once', async () => {
    await using server = await startLoopback(json(responseBody('Hi.')));
    const { signal } = new AbortController();
    let clients = 0;
    const counting = {
      ...client,
      createClient: (options: Parameters<typeof client.createClient>[0]) => {
        clients += 1;
        return client.createClient(options);
      },
    };
    const setup = { ...setupFor(server.baseUrl, signal), client: counting };
    await runBench({ modes: [mode], bodies, runs: 3 }, setup, () => {});
    expect(server.requests).toHaveLength(18);
    expect(clients).toBe(4);
  });
});

describe('A call', () => {
  it('that ends as failed without a reason has failed', async () => {
    const body = { ...responseBody('Hi.'), status: 'failed', error: null };
    await using server = await startLoopback(json(body));
    const { signal } = new AbortController();
    const setup = setupFor(server.baseUrl, signal);
    const plan = { modes: [mode], bodies: bodies.slice(0, 1), runs: 1 };
    const [record] = await runBench(plan, setup, () => {});
    expect(record?.calls[0]?.failure).toBe('response_failed');
  });

  it('tells every change of its state, in order', async () => {
    await using server = await startLoopback(
      apiError(503, {}, { 'retry-after-ms': '0' }),
      json(responseBody('Hi.')),
    );
    const events: BenchEvent[] = [];
    const { signal } = new AbortController();
    const run = runBench(
      { modes: [mode], bodies: bodies.slice(0, 1), runs: 1 },
      setupFor(server.baseUrl, signal),
      (event) => {
        events.push(event);
        // The wait of no time is over as soon as the clock is moved.
        if (event.type === 'call' && event.step.type === 'retry')
          setImmediate(() => clock.advance(1));
      },
    );
    const [record] = await run;
    const told = events.map((event) => (event.type === 'call' ? event.step.type : event.type));
    expect(told).toEqual(['run_started', 'queued', 'sent', 'retry', 'sent', 'done', 'run_ended']);
    expect(record?.calls[0]?.trace.attempts.map(({ status }) => status)).toEqual([503, 200]);
  });
});
