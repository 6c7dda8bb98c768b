import type { Clock } from '../../src/context.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/app.ts';

/** 2026-11-20T12:00:00Z, when every model but two of the registry is live. */
export const noon = Date.UTC(2026, 10, 20, 12);

export interface SimulatedClock extends Clock {
  readonly advance: (ms: number) => void;
  /** What was slept, in milliseconds. */
  readonly slept: readonly number[];
}

/** Sleeping takes no time and moves the clock; an aborted sleep rejects. */
export function simulatedClock(start = noon): SimulatedClock {
  let now = start;
  const slept: number[] = [];
  return {
    now: () => now,
    slept,
    advance: (ms) => {
      now += ms;
    },
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
    timer: () => ({ refresh: () => {}, clear: () => {} }),
  };
}

/** A clock that stands still: who sleeps, sleeps until aborted. */
export function frozenClock(): Clock {
  return {
    ...simulatedClock(),
    sleep: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  };
}

/** A sandbox with everything fixed that can be; it says "Hello there." unless told otherwise. */
export function testSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return createSandbox({
    clock: simulatedClock(),
    today: () => new Date(noon),
    seed: 1,
    latency: 'none',
    limits: { rpm: null, tpm: null },
    faults: [],
    answer: () => 'Hello there.',
    ...options,
  });
}

export type Json = { readonly [key: string]: unknown };

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body. */
  readonly body: Json;
}

export function sandboxRequest(
  path: string,
  { method = 'POST', body, headers, signal }: RequestInit & { body?: string } = {},
): Request {
  return new Request(`http://sandbox${path}`, {
    method,
    headers: {
      authorization: 'Bearer sk-sandbox',
      'content-type': 'application/json',
      ...(headers as Record<string, string> | undefined),
    },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  });
}

async function called(response: Response): Promise<Called> {
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Json,
  };
}

export async function post(sandbox: Sandbox, path: string, body: unknown): Promise<Called> {
  return called(await sandbox.fetch(sandboxRequest(path, { body: JSON.stringify(body) })));
}

export async function get(sandbox: Sandbox, path: string, method = 'GET'): Promise<Called> {
  return called(await sandbox.fetch(sandboxRequest(path, { method })));
}

/** `POST /v1/responses` with a small question, unless the body says otherwise. */
export function create(sandbox: Sandbox, body: Json = {}): Promise<Called> {
  return post(sandbox, '/v1/responses', { model: 'gpt-4o-mini', input: 'hi', ...body });
}

/** The frames of a streamed answer, one per chunk that was read. */
export async function streamChunks(sandbox: Sandbox, body: Json = {}): Promise<string[]> {
  const request = sandboxRequest('/v1/responses', {
    body: JSON.stringify({ model: 'gpt-4o-mini', input: 'hi', stream: true, ...body }),
  });
  const response = await sandbox.fetch(request);
  const decoder = new TextDecoder();
  const chunks: string[] = [];
  for await (const chunk of response.body ?? []) chunks.push(decoder.decode(chunk));
  return chunks;
}

export function eventOf(frame: string): Json {
  const [, type, data = ''] = /^event: (.+)\ndata: (.+)\n\n$/.exec(frame) ?? [];
  const event = JSON.parse(data) as Json;
  if (event.type !== type) throw new Error(`The event line says ${type}, its data ${event.type}.`);
  return event;
}

export async function streamEvents(sandbox: Sandbox, body: Json = {}): Promise<Json[]> {
  return (await streamChunks(sandbox, body)).map(eventOf);
}
