import OpenAI, { APIError } from 'openai';
import { describe, expect, it, vi } from 'vitest';
import { lesson } from '../../lessons/03-streaming/lesson.ts';
import { sizeOfPieces } from '../../lessons/03-streaming/streams.ts';
import type { Exchange, StreamEvent } from '../../src/client/exchange.ts';
import { type AfterwardsFacts, fillIn } from '../../src/course/lesson.ts';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { brokenStream, stalledStream, startLoopback } from '../helpers/loopback.ts';
import { frame, responseBody, responseFrames } from '../helpers/wire.ts';
import { type Json, streamEvents, testSandbox } from '../sandbox/sandbox-under-test.ts';

const whole = responseFrames(['Hello', ' there.']);
const cut = whole.slice(0, -1);
const eventStream = { headers: { 'content-type': 'text/event-stream' } };
const request = { model: 'm', input: 'hi' } as const;

/** The SDK on its own, with a server that streams this body, and the signals of the requests that it got. */
function clientOf(body: () => string | ReadableStream) {
  const signals: (AbortSignal | null | undefined)[] = [];
  const client = new OpenAI({
    apiKey: 'sk-test',
    fetch: async (_, init) => {
      signals.push(init?.signal);
      return new Response(body(), eventStream);
    },
  });
  return { client, signals };
}

const answering = (frames: readonly string[]) => clientOf(() => frames.join(''));

/** A stream that stays open after these frames, until its reader leaves. */
const silentAfter = (frames: readonly string[]) =>
  clientOf(
    () =>
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(frames.join(''))),
      }),
  );

const open = (client: OpenAI) => client.responses.create({ ...request, stream: true });

/** The types of the events that a loop over a stream gets. */
async function typesIn(client: OpenAI): Promise<string[]> {
  const types: string[] = [];
  for await (const event of await open(client)) types.push(event.type);
  return types;
}

describe('What lesson 03 says is so:', () => {
  it('events open and close like brackets, and the final one comes last', async () => {
    const events = await streamEvents(await testSandbox({ answer: () => 'One two.' }));
    expect(events.map(({ type }) => String(type).replace('response.', ''))).toEqual([
      ...['created', 'in_progress', 'output_item.added', 'content_part.added'],
      ...['output_text.delta', 'output_text.delta', 'output_text.delta'],
      ...['output_text.done', 'content_part.done', 'output_item.done', 'completed'],
    ]);
  });

  it('`usage` is null until the final event', async () => {
    const events = await streamEvents(await testSandbox());
    const usages = events.flatMap(({ response }) => (response ? [(response as Json).usage] : []));
    expect(usages).toEqual([null, null, expect.objectContaining({ output_tokens: 4 })]);
  });

  it.each([
    ['response.completed', {}, []],
    ['response.incomplete', { max_output_tokens: 16 }, []],
    ['response.failed', {}, [{ kind: 'failed', afterDeltas: 1 } as const]],
  ])('a stream can end with %s', async (type, body, faults) => {
    const sandbox = await testSandbox({ faults, answer: () => 'word '.repeat(50) });
    expect((await streamEvents(sandbox, body)).at(-1)).toMatchObject({ type });
  });

  it('a search for `text.delta` also finds the summary of what a model thought', () => {
    expect('response.reasoning_summary_text.delta').toContain('text.delta');
  });

  it('`output_text` is in a whole response, and not in that of the final event', async () => {
    const plain = new OpenAI({
      apiKey: 'sk-test',
      fetch: async () => Response.json(responseBody('Hello there.')),
    });
    expect((await plain.responses.create(request)).output_text).toBe('Hello there.');
    for await (const event of await open(answering(whole).client)) {
      if (event.type === 'response.completed')
        expect(event.response).not.toHaveProperty('output_text');
    }
    expect.assertions(2);
  });

  it('leaving the loop closes the connection', async () => {
    const { client, signals } = silentAfter(cut);
    for await (const _ of await open(client)) break;
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it('after `abort()` the loop just ends', async () => {
    await using server = await startLoopback(stalledStream(cut));
    const client = new OpenAI({ apiKey: 'sk-test', baseURL: server.baseUrl });
    const stream = await open(client);
    let events = 0;
    for await (const _ of stream) {
      events += 1;
      if (events === cut.length) stream.controller.abort();
    }
    expect(events).toBe(cut.length);
  });

  it('a loop over a stream that was cut ends as if all were there', async () => {
    const types = await typesIn(answering(cut).client);
    expect(types).toHaveLength(cut.length);
    expect(types).not.toContain('response.completed');
  });

  it('a connection that breaks throws a TypeError, which is not from the SDK', async () => {
    await using server = await startLoopback(brokenStream(cut));
    const client = new OpenAI({ apiKey: 'sk-test', baseURL: server.baseUrl });
    const error = await typesIn(client).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).not.toBeInstanceOf(APIError);
  });

  it('nothing is thrown for `response.failed`', async () => {
    const types = await typesIn(answering(responseFrames(['Hello'], 'failed')).client);
    expect(types.at(-1)).toBe('response.failed');
  });

  const details = { code: 'server_error', message: 'Sorry.', param: null };

  it('an `error` event with its details in `error` is thrown, without a status and without a retry', async () => {
    const { client, signals } = answering([...cut, frame({ type: 'error', error: details })]);
    const error = await typesIn(client).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ status: undefined, code: 'server_error' });
    expect(signals).toHaveLength(1);
  });

  it('a flat `error` event comes like any other', async () => {
    const { client } = answering([...cut, frame({ type: 'error', ...details })]);
    expect((await typesIn(client)).at(-1)).toBe('error');
  });

  it('the timeout of the SDK does not end a stream that has begun', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { client, signals } = silentAfter(cut);
      const stream = await client.responses.create(
        { ...request, stream: true },
        { timeout: 20_000 },
      );
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
      stream.controller.abort();
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['of a whole stream is completed', whole, 'completed'],
    ['of a stream that was cut is still in progress, and nothing is thrown', cut, 'in_progress'],
  ])('`finalResponse()` %s', async (_, frames, status) => {
    const stream = answering(frames).client.responses.stream(request);
    expect(await stream.finalResponse()).toMatchObject({ status, output_text: 'Hello there.' });
  });
});

/** A streamed call as it was recorded, that wrote `pieces`. */
function call(pieces: readonly string[], changes: Partial<Exchange> = {}): Exchange {
  const outputTokens = pieces.length + 1;
  const deltas = pieces.map((delta) => event('response.output_text.delta', { delta }));
  const usage = { total_tokens: 10 + outputTokens };
  return {
    provider: 'openai',
    baseUrl: null,
    request: { method: 'POST', path: '/v1/responses', body: { stream: true } },
    attempts: [],
    response: null,
    events: [...deltas, event('response.completed', { response: { usage } })],
    outputText: pieces.join(''),
    status: 'completed',
    problem: null,
    usage: {
      ...{ inputTokens: 10, cachedInputTokens: 0, cacheWriteTokens: 0 },
      ...{ outputTokens, reasoningTokens: 0, totalTokens: 10 + outputTokens },
    },
    cost: null,
    billed: true,
    timing: { startedAt: 0, firstTokenMs: 400, totalMs: 1600 },
    ...changes,
  };
}

const event = (type: string, data: object): StreamEvent => ({ atMs: 1, type, data });

const unstreamed = (changes: Partial<Exchange> = {}) =>
  call([], {
    request: { method: 'POST', path: '/v1/responses', body: {} },
    timing: { startedAt: 0, firstTokenMs: null, totalMs: 2000 },
    events: [],
    ...changes,
  });

/** What a step says about calls, after the prediction and at its end. */
function said(id: string, exchanges: readonly Exchange[], printed = ''): string {
  const facts: AfterwardsFacts = {
    ...{ model: 'm', question: 'q', prices: { rates: () => null } },
    ...{ exchanges, printed },
  };
  const step = lesson.steps.find((step) => step.id === id);
  const texts = [step?.prediction?.reveal ?? '', step?.notice ?? ''];
  return texts
    .map((text) => fillIn(text, facts))
    .join('\n')
    .replaceAll(/\s+/g, ' ');
}

/** What a prediction comes out as: a number, or the index of a choice. */
function outcome(id: string, exchanges: readonly Exchange[], printed = ''): number | null {
  const prediction = lesson.steps.find((step) => step.id === id)?.prediction;
  if (!prediction) throw new Error(`Step ${id} asks for no prediction.`);
  const { measure } = {
    measure: 'measure' in prediction ? prediction.measure : prediction.outcome,
  };
  return measure({ exchanges, printed });
}

const words = ['Streaming', ' sends', ' a', ' text', ' in', ' small', ' pieces', '.'];

describe('What lesson 03 says about a run', () => {
  it('compares the first piece with the whole', () => {
    const text = said('twice', [unstreamed(), call(words)]);
    expect(text).toContain('came after **2.0 s**, all of it at once');
    expect(text).toContain('the first piece came after **400 ms**, the last after 1.6 s');
    expect(text).toContain('after 25 % of the wait');
    expect(outcome('twice', [unstreamed(), call(words)])).toBe(400);
  });

  it('compares nothing when the answers took no time, and says how to see it', () => {
    const timing = { startedAt: 0, firstTokenMs: 4, totalMs: 9 };
    const quick = (provider: Exchange['provider']) => [
      unstreamed({ timing }),
      call(words, { timing, provider }),
    ];
    expect(said('twice', quick('openai'))).toContain('too short to compare');
    expect(said('twice', quick('sandbox'))).toContain('course lesson 03 --latency realistic');
  });

  it.each([
    ['letter', [...words.join('')]],
    ['token', words],
    ['sentence', [words.join('')]],
  ])('finds what a piece is closest to: a %s', (size, pieces) => {
    expect(sizeOfPieces(call(pieces, { usage: call(words).usage }))).toBe(size);
  });

  it('does not judge pieces that did not come', () => {
    expect(outcome('events', [unstreamed()])).toBeNull();
    expect(outcome('events', [call([])])).toBeNull();
    expect(outcome('events', [call(words, { usage: null })])).toBeNull();
  });

  it('shows an event as it was on the wire', () => {
    expect(said('events', [call(['a "b"'])])).toContain(
      'event: response.output_text.delta data: {"type":"response.output_text.delta","delta":"a \\"b\\"", …}',
    );
  });

  it('finds the usage in the final event, or nowhere', () => {
    expect(outcome('final', [call(words)])).toBe(1);
    expect(said('final', [call(words)])).toContain('**1** of 9: `response.completed`');
    const events = [event('response.completed', { response: { usage: null } })];
    expect(outcome('final', [call(words, { events })])).toBe(0);
    expect(said('final', [call(words, { events })])).toContain('does not say what was used');
  });

  it('says what an answer that met its limit ends with', () => {
    expect(said('final', [call(words, { status: 'incomplete' })])).toContain('would never see it');
    expect(said('final', [call(words)])).not.toContain('would never see it');
  });

  it('knows the cost of a stopped call only when the final event had arrived', () => {
    expect(outcome('stop', [call(words)])).toBe(0);
    expect(outcome('stop', [call(words, { usage: null, status: 'aborted' })])).toBe(2);
    expect(said('stop', [call(words, { usage: null })])).toContain('Unknown is not zero');
  });

  it('does not judge four streams when there were more', () => {
    const four = [call(words), ...Array(3).fill(call(words, { status: 'failed' }))];
    expect(outcome('reader', four)).toBe(1);
    expect(outcome('reader', [...four, ...four])).toBeNull();
  });

  it.each(lesson.steps.map(({ id }) => id))('holds in step %s whatever is missing', (id) => {
    for (const calls of [[], [unstreamed()], [call([], { usage: null, outputText: null })]]) {
      expect(said(id, calls)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

interface Line {
  readonly type: string;
  readonly request: { readonly body: Json };
  readonly output_text: string;
  readonly status: string;
  readonly usage: { readonly output_tokens: number } | null;
  readonly cost_usd: number | null;
  readonly timing: { readonly first_token_ms: number | null };
}

const numberOf = (id: string) => lesson.steps.findIndex((step) => step.id === id) + 1;

/** The calls of one step. */
async function callsOf(id: string, args: readonly string[] = [], options: CourseOptions = {}) {
  const step = ['--step', String(numberOf(id)), '--json'];
  const run = await runCourse(['lesson', '03', ...step, ...args], options);
  expect(run.exitCode, run.err).toBe(0);
  const lines = run.json() as unknown as Line[];
  return lines.filter(({ type }) => type === 'exchange');
}

/** What one step shows, on one line. */
async function shown(id: string, args: readonly string[] = [], options: CourseOptions = {}) {
  const run = await runCourse(['lesson', '03', '--step', String(numberOf(id)), ...args], options);
  expect(run.exitCode, run.err).toBe(0);
  return run.out.replaceAll(/\s+/g, ' ');
}

describe('Lesson 03', () => {
  it('goes from the first piece to the last, within its time', async () => {
    const { exitCode, out } = await runCourse(['lesson', '03']);
    expect(exitCode).toBe(0);
    for (const { title } of lesson.steps) expect(out).toContain(title);
    expect(out).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('asks the same in one piece and streamed, and times the first token', async () => {
    const [plain, streamed] = await callsOf('twice');
    expect(streamed?.request.body).toEqual({ ...plain?.request.body, stream: true });
    expect(plain?.timing.first_token_ms).toBeNull();
    expect(streamed?.timing.first_token_ms).toBeGreaterThan(0);
  });

  it('draws the events of its own stream', async () => {
    const out = await shown('events');
    expect(out).toMatch(
      /response\.created .* response\.output_text\.delta × \d+ .* response\.completed/,
    );
    expect(out).toMatch(/\d+ pieces for \d+ characters/);
  });

  it('meets an incomplete answer at its final event', async () => {
    const [call] = await callsOf('final');
    expect(call).toMatchObject({ status: 'incomplete', usage: { output_tokens: 16 } });
    expect(await shown('final')).toContain('incomplete, 16 tokens written');
  });

  it('stops half-way, and does not know what that cost', async () => {
    const [call] = await callsOf('stop');
    expect(call).toMatchObject({ status: 'aborted', usage: null, cost_usd: null });
    expect(call?.output_text.length).toBeGreaterThan(80);
    expect(await shown('stop')).toContain('Nothing. Usage comes with the final event');
  });

  it('has nothing to stop when the answer is short', async () => {
    expect(await callsOf('stop', ['--prompt', 'Hi'])).toMatchObject([{ status: 'completed' }]);
    expect(await shown('stop', ['--prompt', 'Hi'])).toContain('Exactly, this time');
  });

  it('notices that a stream was cut', async () => {
    expect(await callsOf('cut')).toMatchObject([{ status: 'failed', usage: null }]);
    const out = await shown('cut');
    expect(out).toContain('The loop has ended. No final event!');
    expect(out).toContain('It just ends.');
  });

  it('hears of a failure that has the status 200', async () => {
    expect(await callsOf('failed')).toMatchObject([{ status: 'failed' }]);
    const out = await shown('failed');
    expect(out).toContain('response.failed: The server had an error');
    expect(out).toContain('200: the status goes out before the first word');
  });

  it('reads four streams with one reader, and takes only the complete one for an answer', async () => {
    const calls = await callsOf('reader');
    expect(calls.map(({ status }) => status)).toEqual([
      ...['failed', 'failed', 'aborted', 'completed'],
    ]);
    const out = await shown('reader');
    const printed = [...out.matchAll(/(?:first|second|third|fourth): (\w+), \d+ char/g)];
    expect(printed.map(([, status]) => status)).toEqual([
      ...['in_progress', 'failed', 'in_progress', 'completed'],
    ]);
    expect(out).toContain('1 of 4, and no error was thrown');
  });

  it('compares a guess with what happened', async () => {
    const flags = ['lesson', '03', '--latency', 'none'];
    const { out } = await runCourse(flags, { answers: ['0', 'Leave'] });
    expect(out).toMatch(/You guessed 0 milliseconds; it was \d+ milliseconds\./);
  });

  it('does without streams when it is told to', async () => {
    const { exitCode, out, json } = await runCourse(['lesson', '03', '--no-stream', '--json']);
    expect(exitCode, out).toBe(0);
    const bodies = (json() as unknown as Line[]).flatMap(({ type, request }) =>
      type === 'exchange' ? [request.body] : [],
    );
    expect(bodies).toHaveLength(7);
    for (const body of bodies) expect(body).not.toHaveProperty('stream');
  });

  it.each([
    ['cut', 'no answer: Connection error.'],
    ['failed', 'failed The server had an error'],
    ['reader', 'a lost connection throws'],
  ])('shows in step %s how the same fails without a stream', async (id, text) => {
    expect(await shown(id, ['--no-stream'])).toContain(text);
  });

  it.each([
    [['--prompt', 'Hi']],
    [['--instructions', 'You are a pirate', '--temperature', '0', '--temperature', '1']],
    [['--samples', '2', '--no-stream']],
    [['--model', 'gpt-5-mini', '--max-output-tokens', '16']],
  ])('holds with %j', async (flags) => {
    const { exitCode, out } = await runCourse(['lesson', '03', ...flags]);
    expect(exitCode).toBe(0);
    expect(out).toContain('To keep in mind');
    expect(out).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it.each(['500*9', 'reset*9', '401', 'quota', 'html*9', 'ok,cut@2', 'ok,failed@0'])(
    'ends with an explanation after --fail %s',
    async (script) => {
      const flags = ['--step', '1', '--fail', script, '--max-retries', '0'];
      const { exitCode, err } = await runCourse(['lesson', '03', ...flags]);
      expect(exitCode).toBe(1);
      expect(err).toContain('Error: ');
      expect(err).not.toMatch(/\.ts:\d/);
    },
  );

  it('ends with an explanation when a stream falls silent for longer than --timeout', async () => {
    const flags = ['--step', '2', '--fail', 'stall@2', '--timeout', '0.1', '--max-retries', '0'];
    const { exitCode, err } = await runCourse(['lesson', '03', ...flags]);
    expect(exitCode).toBe(1);
    expect(err).toContain('arrived in time');
  });
});
