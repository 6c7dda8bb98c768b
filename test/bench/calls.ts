/** What the scripts that measure calls share: a sandbox in this process, the bare SDK before it, and this course's engine. */
import OpenAI from 'openai';
import type { LimitSettings } from '../../src/sandbox/limits.ts';
import { built } from './built.ts';

const [
  client,
  { runBench },
  { Pacer },
  { createSandbox },
  { inProcessFetch },
  { systemClock },
  { Secret },
] = await Promise.all([
  built<typeof import('../../src/client/index.ts')>('client/index'),
  built<typeof import('../../src/bench/run-bench.ts')>('bench/run-bench'),
  built<typeof import('../../src/bench/pacer.ts')>('bench/pacer'),
  built<typeof import('../../src/sandbox/app.ts')>('sandbox/app'),
  built<typeof import('../../src/sandbox/adapter.ts')>('sandbox/adapter'),
  built<typeof import('../../src/clock.ts')>('clock'),
  built<typeof import('../../src/secret.ts')>('secret'),
]);

const baseURL = 'https://sandbox.invalid/v1';
const apiKey = 'sk-bench';
export const body = { model: 'gpt-4o-mini', input: 'What is an API? Answer in one sentence.' };

/** A sandbox whose whole answers take `latency` milliseconds, and how often it has answered 429. */
export async function openSandbox(latency: number, limits: LimitSettings) {
  const sandbox = await createSandbox({
    clock: systemClock,
    today: () => new Date('2026-11-20'),
    seed: 1,
    latency,
    limits,
    faults: [],
  });
  const inner = inProcessFetch(sandbox);
  let rateLimited = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await inner(input, init);
    if (response.status === 429) rateLimited += 1;
    return response;
  };
  return { fetch, rateLimited: () => rateLimited };
}

export function bareSdk(fetch: typeof globalThis.fetch): OpenAI {
  return new OpenAI({ apiKey, baseURL, fetch, logLevel: 'off' });
}

/** One call without the SDK, as short as it gets. */
export async function plainFetch(fetch: typeof globalThis.fetch): Promise<void> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  await (await fetch(`${baseURL}/responses`, init)).json();
}

/** So many calls with the engine of `course bench`. */
export async function withEngine(
  fetch: typeof globalThis.fetch,
  {
    calls,
    concurrency,
    stream,
    rpm = null,
  }: { calls: number; concurrency: number; stream: boolean; rpm?: number | null },
): Promise<void> {
  const { signal } = new AbortController();
  const limits = { requests: rpm, tokens: null };
  const provider = {
    name: 'sandbox' as const,
    baseUrl: null,
    address: baseURL,
    key: new Secret(apiKey),
    organization: null,
    project: null,
    fetch,
  };
  await runBench(
    {
      modes: [{ name: 'parallel', concurrency, stream }],
      bodies: Array.from({ length: calls }, () => body),
      runs: 1,
    },
    {
      client,
      provider,
      clock: systemClock,
      random: Math.random,
      costOf: () => null,
      timeoutMs: 30_000,
      maxRetries: 2,
      spending: null,
      signal,
      pacer: new Pacer({ clock: systemClock, signal, limits, isUnused: false }),
    },
    () => {},
  );
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
