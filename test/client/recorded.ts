import type { CreateClientOptions } from '../../src/client/create.ts';
import type { Exchange } from '../../src/client/exchange.ts';
import { createClient, Recorder, recordingFetch } from '../../src/client/index.ts';
import type { CallEvent } from '../../src/client/recording.ts';
import { zeroCost } from '../../src/usage/cost.ts';
import type { Usage } from '../../src/usage/usage.ts';
import { type ManualClock, manualClock } from '../helpers/clock.ts';

/** A key that no output may contain. */
export const apiKey = 'sk-proj-0123456789abcdefghijklmnop';

/** Longest silence of a body, in milliseconds of the manual clock. */
export const idleTimeoutMs = 30_000;

interface Options extends Partial<CreateClientOptions> {
  readonly provider?: 'openai' | 'sandbox';
  readonly bodyLimit?: number;
}

/** A recording client, and a recorded `fetch`, with all that they record. Retries none unless told. */
export function recorded(baseUrl: string, options: Options = {}) {
  const clock: ManualClock = manualClock();
  const exchanges: Exchange[] = [];
  const events: CallEvent[] = [];
  const { provider = 'openai', bodyLimit } = options;
  const recorder = new Recorder({
    now: clock.now,
    provider,
    baseUrl: provider === 'openai' ? baseUrl : null,
    costOf: tokenPrice,
    onEvent: (event) => events.push(event),
    onExchange: (exchange) => exchanges.push(exchange),
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
  });
  const client = createClient({
    baseUrl,
    apiKey,
    fetch,
    recorder,
    clock,
    timeoutMs: idleTimeoutMs,
    maxRetries: 0,
    ...options,
  });
  const wire = recordingFetch(options.fetch ?? fetch, { recorder, clock, idleTimeoutMs });
  return { client, fetch: wire, recorder, clock, exchanges, events };
}

/**
 * A recording client whose one answer is a body that the test feeds: `send` gives a piece, and null the end.
 * Like a real body, it breaks off with the signal's reason when the request is aborted.
 */
export function fedByHand(contentType = 'text/event-stream') {
  let body: ReadableStreamDefaultController<Uint8Array> | null = null;
  let wasCancelled = false;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const answer: typeof fetch = async (_url, init) => {
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        body = controller;
      },
      cancel: () => {
        wasCancelled = true;
      },
    });
    init?.signal?.addEventListener('abort', () => body?.error(init.signal?.reason));
    open();
    return new Response(stream, { headers: { 'content-type': contentType } });
  };
  const send = async (piece: string | null) => {
    if (piece === null) body?.close();
    else body?.enqueue(new TextEncoder().encode(piece));
    await nextTurn();
  };
  return {
    ...recorded('http://loopback.invalid/v1', { fetch: answer }),
    send,
    opened,
    wasCancelled: () => wasCancelled,
  };
}

/** A turn of the event loop: whoever waits for something that is there has it. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A `fetch` that gives one answer made of these chunks, whatever it is asked. */
export function answering(
  chunks: readonly Uint8Array[],
  contentType = 'text/event-stream',
): typeof fetch {
  return async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });
    return new Response(body, { headers: { 'content-type': contentType } });
  };
}

/** One pico-dollar a token of the one model that has a price. */
function tokenPrice(usage: Usage, model: string) {
  if (model !== 'gpt-4o-mini-2024-07-18') return null;
  return { ...zeroCost, total: BigInt(usage.totalTokens) };
}

export const question = { model: 'gpt-4o-mini', input: 'What is an API?' } as const;
export const streamed = { ...question, stream: true } as const;
export const chat = {
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Hi' }],
} satisfies {
  model: string;
  messages: { role: 'user'; content: string }[];
};

/** The one exchange of a list, which must have no other. */
export function only(exchanges: readonly Exchange[]): Exchange {
  const [first, ...others] = exchanges;
  if (!first || others.length > 0) throw new Error(`${exchanges.length} exchanges instead of one`);
  return first;
}

/** What a stream gives, read to its end. */
export async function readAll<Item>(stream: AsyncIterable<Item> | Iterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** What a promise rejects with. */
export async function failureOf(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}
