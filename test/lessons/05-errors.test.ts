import OpenAI, { APIError, type ClientOptions } from 'openai';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoffRange, drawBackoff } from '../../lessons/05-errors/backoff-range.ts';
import { failures, failureTable } from '../../lessons/05-errors/failures.ts';
import { lesson } from '../../lessons/05-errors/lesson.ts';
import { boundRetryAfter } from '../../src/client/retry-after.ts';
import { type AfterwardsFacts, fillIn } from '../../src/course/lesson.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { responseBody, responseFrames } from '../helpers/wire.ts';
import { create, type Json, testSandbox } from '../sandbox/sandbox-under-test.ts';

interface Attempt {
  readonly status: number | null;
  readonly error: string | null;
  readonly wait_ms: number | null;
  readonly request_id: string | null;
}

interface Line {
  readonly type: string;
  readonly provider: string;
  readonly request: { readonly body: Json };
  readonly status: string;
  readonly attempts: readonly Attempt[];
}

const numberOf = (id: string) => lesson.steps.findIndex((step) => step.id === id) + 1;

/** The calls of one step. */
async function callsOf(id: string, args: readonly string[] = [], options: CourseOptions = {}) {
  const step = ['--step', String(numberOf(id)), '--json'];
  const run = await runCourse(['lesson', '05', ...step, ...args], options);
  expect(run.exitCode, run.err).toBe(0);
  const lines = run.json() as unknown as Line[];
  return lines.filter(({ type }) => type === 'exchange');
}

/** What one step shows, on one line. */
async function shown(id: string, args: readonly string[] = []) {
  const run = await runCourse(['lesson', '05', '--step', String(numberOf(id)), ...args]);
  expect(run.exitCode, run.err).toBe(0);
  return run.out.replaceAll(/\s+/g, ' ');
}

const waitsOf = ({ attempts }: Line) => attempts.flatMap(({ wait_ms }) => wait_ms ?? []);

/** What the server does with each request, the last one from then on. */
type Answer = (init: RequestInit | undefined) => Promise<Response>;

/** The bare SDK, with no course around it, and when it sent each request, in milliseconds of the faked clock. */
function bareClient(options: ClientOptions, ...answers: readonly [Answer, ...Answer[]]) {
  const sentAt: number[] = [];
  const client = new OpenAI({
    apiKey: 'sk-test',
    baseURL: 'http://sdk.test/v1',
    logLevel: 'off',
    ...options,
    fetch: (_, init) => {
      sentAt.push(Date.now());
      const answer = answers[sentAt.length - 1] ?? answers.at(-1) ?? silence;
      return answer(init);
    },
  });
  return { client, sentAt };
}

const refuse =
  (status: number, headers: Record<string, string> = {}, error: Json = {}): Answer =>
  async () =>
    Response.json({ error: { message: 'No.', ...error } }, { status, headers });

const reset: Answer = async () => {
  throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
};

/** Never answers, and is given up like any other request. */
const silence: Answer = (init) =>
  new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () =>
      reject(new DOMException('This operation was aborted', 'AbortError')),
    );
  });

const hello = { model: 'm', input: 'Hello' };

/** What a call throws, and after how long, while the faked clock runs. */
async function failure(call: Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const start = Date.now();
  let failed: { error: unknown; ms: number } | undefined;
  call.catch((error: unknown) => {
    failed = { error, ms: Date.now() - start };
  });
  // At least once: the call fails in a later turn, even when no timer is set.
  do await vi.advanceTimersByTimeAsync(1000);
  while (!failed && vi.getTimerCount() > 0);
  if (!failed) throw new Error('The call did not fail.');
  return failed;
}

describe('What lesson 05 says is so:', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const answered = failures.flatMap(({ status, ...failure }) =>
    status === null ? [] : [{ ...failure, status }],
  );

  it.each(answered)(
    'status $status is thrown as $name; sent again: $isRetried',
    async ({ status, name, isRetried }) => {
      const { client, sentAt } = bareClient({}, refuse(status));
      const { error } = await failure(client.responses.create(hello));
      expect(error).toBeInstanceOf(APIError);
      expect(error?.constructor.name).toBe(name);
      expect(sentAt).toHaveLength(isRetried ? 3 : 1);
    },
  );

  it.each([502, 503, 504])(
    'status %i is thrown as InternalServerError and retried',
    async (status) => {
      const { client, sentAt } = bareClient({}, refuse(status));
      const { error } = await failure(client.responses.create(hello));
      expect(error).toBeInstanceOf(OpenAI.InternalServerError);
      expect(sentAt).toHaveLength(3);
    },
  );

  it.each([
    ['APIConnectionError', reset],
    ['APIConnectionTimeoutError', silence],
  ])('%s is thrown where no answer came, after retries', async (name, answer) => {
    const { client, sentAt } = bareClient({ timeout: 100 }, answer);
    const { error } = await failure(client.responses.create(hello));
    expect(error?.constructor.name).toBe(name);
    expect(error).toMatchObject({ status: undefined });
    expect(failures.find((failure) => failure.name === name)?.isRetried).toBe(true);
    expect(sentAt).toHaveLength(3);
  });

  it('a timeout is a connection error, and all are APIErrors', () => {
    const timeout = new OpenAI.APIConnectionTimeoutError();
    expect(timeout).toBeInstanceOf(OpenAI.APIConnectionError);
    expect(timeout).toBeInstanceOf(OpenAI.APIError);
    expect(OpenAI.RateLimitError.prototype).toBeInstanceOf(OpenAI.APIError);
  });

  it('`maxRetries` is 2, for all calls or for one', async () => {
    expect(new OpenAI({ apiKey: 'sk-test' }).maxRetries).toBe(2);
    const { client, sentAt } = bareClient({ maxRetries: 3 }, refuse(500));
    await failure(client.responses.create(hello));
    expect(sentAt).toHaveLength(4);
    await failure(client.responses.create(hello, { maxRetries: 0 }));
    expect(sentAt).toHaveLength(5);
  });

  it('the error is that of the last attempt', async () => {
    const { client } = bareClient({}, refuse(429), reset, refuse(503));
    const { error } = await failure(client.responses.create(hello));
    expect(error).toMatchObject({ status: 503 });
  });

  it('a wait that the server asks for is kept as it is', async () => {
    const { client, sentAt } = bareClient({}, refuse(429, { 'retry-after': '7' }));
    await failure(client.responses.create(hello));
    const [first = 0, second = 0, third = 0] = sentAt;
    expect([second - first, third - second]).toEqual([7000, 7000]);
  });

  it('version 6 of the SDK waits for an hour if told to; the course’s client for a minute', async () => {
    const anHour = { 'retry-after': '3600' };
    const { client, sentAt } = bareClient({ maxRetries: 1 }, refuse(429, anHour));
    await failure(client.responses.create(hello));
    expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBe(3_600_000);
    const bounded = boundRetryAfter(new Headers(anHour), 0);
    expect(bounded.get('retry-after-ms')).toBe('60000');
  });

  it.each([
    ['nothing', 0, (retry: number) => backoffRange(retry).longestMs],
    ['a quarter', 1 - Number.EPSILON, (retry: number) => backoffRange(retry).shortestMs],
  ])(
    'the waits double from half a second to eight, and chance takes off %s',
    async (_, random, expected) => {
      vi.spyOn(Math, 'random').mockReturnValue(random);
      const { client, sentAt } = bareClient({ maxRetries: 6 }, refuse(500));
      await failure(client.responses.create(hello));
      const retries = [1, 2, 3, 4, 5, 6];
      const waits = retries.map((retry) => (sentAt[retry] ?? 0) - (sentAt[retry - 1] ?? 0));
      expect(waits).toEqual(retries.map((retry) => Math.floor(expected(retry))));
      expect(retries.map((retry) => backoffRange(retry).longestMs)).toEqual([
        500, 1000, 2000, 4000, 8000, 8000,
      ]);
    },
  );

  it('`timeout: 60` is 60 milliseconds', async () => {
    const { client } = bareClient({ timeout: 60, maxRetries: 0 }, silence);
    const { error, ms } = await failure(client.responses.create(hello));
    expect(error).toBeInstanceOf(OpenAI.APIConnectionTimeoutError);
    expect(ms).toBe(60);
  });

  it('the longest wait is timeout × (retries + 1), and the pauses', async () => {
    const { client, sentAt } = bareClient({ timeout: 20_000, maxRetries: 2 }, silence);
    const { ms } = await failure(client.responses.create(hello));
    const pauses = [1, 2].map((retry) => (sentAt[retry] ?? 0) - (sentAt[retry - 1] ?? 0) - 20_000);
    expect(ms).toBe(20_000 * 3 + pauses.reduce((sum, pause) => sum + pause, 0));
    for (const pause of pauses) expect(pause).toBeLessThanOrEqual(1000);
  });

  it('unless set, the timeout is ten minutes, and half an hour with two retries', async () => {
    const { client } = bareClient({}, silence);
    const { ms } = await failure(client.responses.create(hello));
    expect(client.timeout).toBe(10 * 60_000);
    expect(Math.floor(ms / 60_000)).toBe(30);
  });

  it('a stream that falls silent is not stopped by the timeout, but by a signal, and then just ends', async () => {
    const patience = new AbortController();
    const { client, sentAt } = bareClient({ timeout: 100 }, stalledStream);
    const stream = await client.responses.create(
      { ...hello, stream: true },
      { signal: patience.signal },
    );
    const types: string[] = [];
    let hasEnded = false;
    const reading = (async () => {
      for await (const { type } of stream) types.push(type);
      hasEnded = true;
    })();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(hasEnded).toBe(false);
    patience.abort();
    await reading;
    expect(types.at(-1)).toBe('response.output_text.delta');
    expect(sentAt).toHaveLength(1);
  });

  it('a signal ends a call that has no answer, and no retry comes after it', async () => {
    const patience = new AbortController();
    const { client, sentAt } = bareClient({ timeout: 1000, maxRetries: 9 }, silence);
    setTimeout(() => patience.abort(), 500);
    const { error, ms } = await failure(
      client.responses.create(hello, { signal: patience.signal }),
    );
    expect(error).toBeInstanceOf(OpenAI.APIUserAbortError);
    expect(ms).toBe(500);
    expect(sentAt).toHaveLength(1);
  });

  it('the SDK by itself sends a call three times on an empty account', async () => {
    const broke = { type: 'insufficient_quota', code: 'credit_balance_exhausted' };
    const { client, sentAt } = bareClient({}, refuse(429, {}, broke));
    const { error } = await failure(client.responses.create(hello));
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect(error).toMatchObject(broke);
    expect(sentAt).toHaveLength(3);
  });

  it('at the level `info` the SDK writes a line for each attempt', async () => {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const logger = { error: write, warn: write, info: write, debug: () => {} };
    const { client } = bareClient({ logLevel: 'info', logger }, refuse(500));
    await failure(client.responses.create(hello));
    expect(lines.filter((line) => line.includes('status 500'))).toHaveLength(3);
  });

  it('`withResponse` gives the headers along with the answer', async () => {
    const { client } = bareClient({}, async () =>
      Response.json(responseBody('Hello.'), {
        headers: { 'x-request-id': 'req_1', 'x-ratelimit-remaining-requests': '499' },
      }),
    );
    const { data, response, request_id } = await client.responses.create(hello).withResponse();
    expect(data.output_text).toBe('Hello.');
    expect(response.headers.get('x-ratelimit-remaining-requests')).toBe('499');
    expect(request_id).toBe('req_1');
  });
});

/** Sends the beginning of an answer and falls silent; breaks off when the request is aborted. */
const stalledStream: Answer = async (init) => {
  const frames = responseFrames(['Hello']).slice(0, -1);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(frames.join('')));
      init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
};

describe('What the sandbox says about an empty account', () => {
  it('differs from a rate limit by its type alone', async () => {
    const sandbox = await testSandbox({ faults: parseFailScript('429,quota') });
    const [limit, quota] = [await create(sandbox), await create(sandbox)];
    expect([limit.status, quota.status]).toEqual([429, 429]);
    expect(limit.body.error).toMatchObject({ type: 'requests', code: 'rate_limit_exceeded' });
    expect(quota.body.error).toMatchObject({ type: 'insufficient_quota' });
  });

  it('makes the course’s own client stop at once', async () => {
    const flags = ['lesson', '01', '--step', '2', '--fail', 'quota', '--json'];
    const run = await runCourse(flags);
    const [call] = run.json() as unknown as Line[];
    expect(call?.attempts).toHaveLength(1);
  });
});

describe('The pictures of lesson 05', () => {
  it('list each failure with its class', () => {
    const lines = failureTable().split('\n');
    expect(lines).toHaveLength(failures.length + 2);
    expect(lines).toContain(
      '| 429 | RateLimitError | too fast (or out of credit: see later) | yes |',
    );
    expect(lines).toContain('| none | APIConnectionTimeoutError | no answer came in time | yes |');
  });

  it('draw the waits to scale, chance in a lighter shade', () => {
    expect(drawBackoff(4).split('\n')).toEqual([
      'retry 1  █░ 375 to 500 ms',
      'retry 2  ███░ 750 to 1000 ms',
      'retry 3  ██████░░ 1500 to 2000 ms',
      'retry 4  ████████████░░░░ 3000 to 4000 ms',
    ]);
  });

  it('fit a narrow terminal', () => {
    for (const line of drawBackoff(6).split('\n')) expect(line.length).toBeLessThanOrEqual(58);
  });
});

describe('Lesson 05', () => {
  it('goes from the first failure to the last log line, on the sandbox even with a key', async () => {
    const env = { OPENAI_API_KEY: 'sk-real-key-0123456789' };
    const { exitCode, out, err } = await runCourse(['lesson', '05'], { env });
    expect(exitCode, err).toBe(0);
    for (const { title } of lesson.steps) expect(out).toContain(title);
    expect(out.match(/Runs on the sandbox with every provider/g)).toHaveLength(8);
    expect(out).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(out).not.toContain('0123456789');
  });

  it('provokes each class of failure, each with one request', async () => {
    const calls = await callsOf('classes');
    expect(calls.map(({ attempts }) => attempts.map(({ status }) => status))).toEqual([
      ...[[400], [401], [404], [429], [500], [null], [null]],
    ]);
    expect(calls.slice(-2).map(({ attempts }) => attempts[0]?.error)).toEqual([
      'ECONNRESET',
      'timeout',
    ]);
    const out = await shown('classes');
    expect(out).toContain(
      [
        '400 BadRequestError decimal_above_max_value',
        '401 AuthenticationError invalid_api_key',
        '404 NotFoundError model_not_found',
        '429 RateLimitError rate_limit_exceeded',
        '500 InternalServerError',
        'none APIConnectionError',
        'none APIConnectionTimeoutError',
      ].join(' '),
    );
    expect(out).toContain('4 of 7: those where the server was busy');
  });

  it('tells failures apart, the most exact class first', async () => {
    expect(await shown('branches')).toContain(
      'no answer in time the server was not reached too many requests for now trouble at the server our mistake: 400 Invalid',
    );
  });

  it('shows the SDK’s retries, attempt by attempt', async () => {
    const [call] = await callsOf('retries');
    expect(call?.attempts.map(({ status }) => status)).toEqual([429, 503, 200]);
    const [first = 0, second = 0] = call ? waitsOf(call) : [];
    expect(first).toBeGreaterThanOrEqual(199);
    expect(second).toBeGreaterThanOrEqual(99);
    const out = await shown('retries');
    expect(out).toContain('3 times: one request, and the retries');
    expect(out).toContain('The table under the answer has each attempt');
  });

  it('waits by chance where the server does not say how long', async () => {
    const calls = await callsOf('backoff');
    expect(calls).toHaveLength(3);
    const { shortestMs } = backoffRange(1);
    for (const wait of calls.flatMap(waitsOf)) expect(wait).toBeGreaterThanOrEqual(shortestMs - 1);
    expect(calls.flatMap(waitsOf)).toHaveLength(3);
  });

  it('takes two timeouts and a pause with one retry', async () => {
    const [call] = await callsOf('timeout');
    expect(call?.attempts.map(({ error }) => error)).toEqual(['timeout', 'timeout']);
    expect(await shown('timeout')).toMatch(/\d+ ms: 2 attempts \(\d+ ms and \d+ ms\), and a pause/);
  });

  it('sends fifteen requests from a loop of five around the SDK’s three', async () => {
    const calls = await callsOf('own-loop');
    expect(calls.map(({ attempts }) => attempts.length)).toEqual([3, 3, 3, 3, 3]);
    expect(await shown('own-loop')).toContain('15 requests for one question: 5 tries of the loop');
  });

  it('retries a rate limit, and stops at an empty account', async () => {
    const calls = await callsOf('quota');
    expect(calls.map(({ attempts }) => attempts[0]?.error)).toEqual([
      'rate_limit_exceeded',
      'credit_balance_exhausted',
    ]);
    expect(await shown('quota')).toContain('No credit is left: stop');
  });

  it('logs the request id of each call, good or bad', async () => {
    const calls = await callsOf('log');
    const ids = calls.map(({ attempts }) => attempts[0]?.request_id);
    expect(ids.every((id) => id?.startsWith('req_'))).toBe(true);
    const { out } = await runCourse(['lesson', '05', '--step', String(numberOf('log'))]);
    const lines = [...out.matchAll(/^ {2}(\{.*\})$/gm)].map(([, line = '']) => JSON.parse(line));
    expect(lines).toEqual([
      {
        ...{ task: 'search', status: 'completed', request_id: expect.stringMatching(/^req_/) },
        ...{ tokens: expect.any(Number), left: expect.any(String) },
      },
      {
        ...{ task: 'summary', status: 500, code: null, type: 'server_error' },
        request_id: expect.stringMatching(/^req_/),
      },
    ]);
  });

  it('sends nothing to the network, and asks what it is told to ask where that makes sense', async () => {
    const calls = await callsOf('retries', ['--prompt', 'Why?'], {
      env: { OPENAI_API_KEY: 'sk-real-key-0123456789' },
    });
    expect(calls.map(({ provider }) => provider)).toEqual(['sandbox']);
    expect(calls[0]?.request.body.input).toBe('Why?');
  });

  it('keeps its own retries and timeouts, whatever the flags', async () => {
    const flags = ['--max-retries', '0', '--timeout', '5'];
    expect((await callsOf('retries', flags))[0]?.attempts).toHaveLength(3);
    expect(await callsOf('own-loop', flags)).toHaveLength(5);
  });

  it('shows variants side by side, each with retries of its own', async () => {
    const flags = ['--temperature', '0', '--temperature', '1'];
    const calls = await callsOf('retries', flags);
    expect(calls.map(({ attempts }) => attempts.length)).toEqual([3, 3]);
    expect(await shown('retries', flags)).toContain('Run the step with one variant only');
  });

  it('compares a guess with what happened', async () => {
    const flags = ['lesson', '05', '--latency', 'none'];
    const { out } = await runCourse(flags, { answers: ['7', 'Leave'] });
    expect(out).toContain('You guessed 7 failures; it was 4 failures.');
  });

  it('holds after the default model is shut down', async () => {
    const env = { COURSE_NOW: '2027-02-01T00:00:00Z' };
    const calls = await callsOf('classes', [], { env });
    expect(calls.map(({ attempts }) => attempts[0]?.status)).toEqual([
      ...[400, 401, 404, 429, 500, null, null],
    ]);
  });

  it.each(lesson.steps.map(({ id }) => id))('holds without a call in step %s', (id) => {
    const facts: AfterwardsFacts = {
      ...{ model: 'm', question: 'q', exchanges: [], printed: '' },
      prices: { rates: () => null },
    };
    const step = lesson.steps.find((step) => step.id === id);
    for (const text of [step?.prediction?.reveal ?? '', step?.notice ?? '']) {
      expect(fillIn(text, facts)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
