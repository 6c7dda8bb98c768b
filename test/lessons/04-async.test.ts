import fc from 'fast-check';
import OpenAI from 'openai';
import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import { lesson } from '../../lessons/04-async/lesson.ts';
import { closestTo } from '../../lessons/04-async/notices.ts';
import { requestsOf, timelineOf } from '../../lessons/04-async/timeline.ts';
import { duration } from '../../lessons/duration.ts';
import type { Exchange } from '../../src/client/exchange.ts';
import { type AfterwardsFacts, fillIn, type StepOutcome } from '../../src/course/lesson.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { apiError, json, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';
import { create, type Json, testSandbox } from '../sandbox/sandbox-under-test.ts';

interface Line {
  readonly type: string;
  readonly step: number;
  readonly request: { readonly body: Json };
  readonly output_text: string | null;
  readonly status: string;
  readonly cost_usd: number | null;
  readonly timing: { readonly started_at: string; readonly total_ms: number };
  readonly attempts: readonly { readonly status: number; readonly wait_ms: number | null }[];
}

const numberOf = (id: string) => lesson.steps.findIndex((step) => step.id === id) + 1;

/** The calls of one step, in the order in which they ended. */
async function callsOf(id: string, args: readonly string[] = [], options: CourseOptions = {}) {
  const step = ['--step', String(numberOf(id)), '--json'];
  const run = await runCourse(['lesson', '04', ...step, ...args], options);
  expect(run.exitCode, run.err).toBe(0);
  const lines = run.json() as unknown as Line[];
  return lines.filter(({ type }) => type === 'exchange');
}

/** What one step shows, on one line. */
async function shown(id: string, args: readonly string[] = [], options: CourseOptions = {}) {
  const run = await runCourse(['lesson', '04', '--step', String(numberOf(id)), ...args], options);
  expect(run.exitCode, run.err).toBe(0);
  return run.out.replaceAll(/\s+/g, ' ');
}

const inputs = (calls: readonly Line[]) => calls.map(({ request }) => request.body.input);

/** A call from one moment to another, in milliseconds. */
function call(start: number, end: number, changes: Partial<Exchange> = {}): Exchange {
  return {
    provider: 'openai',
    baseUrl: null,
    request: { method: 'POST', path: '/v1/responses', body: null },
    attempts: [],
    response: null,
    events: [],
    outputText: null,
    status: 'completed',
    problem: null,
    usage: null,
    cost: null,
    billed: true,
    timing: { startedAt: start, firstTokenMs: null, totalMs: end - start },
    ...changes,
  };
}

const outcome = (exchanges: readonly Exchange[], printed = ''): StepOutcome => ({
  exchanges,
  printed,
});

/** What a step says about calls, after the prediction and at its end. */
function said(id: string, exchanges: readonly Exchange[], printed = ''): string {
  const facts: AfterwardsFacts = {
    ...{ model: 'm', question: 'q', prices: { rates: () => null } },
    ...outcome(exchanges, printed),
  };
  const step = lesson.steps.find((step) => step.id === id);
  const texts = [step?.prediction?.reveal ?? '', step?.notice ?? ''];
  return texts.map((text) => fillIn(text, facts)).join('\n');
}

/** Promises that are settled by hand, as calls of a server would be. */
function pending() {
  const calls: { readonly style: string; readonly answer: (text: string) => void }[] = [];
  const ask = (style: string) =>
    new Promise<string>((resolve) => {
      calls.push({ style, answer: resolve });
    });
  return { calls, ask };
}

describe('What lesson 04 says is so:', () => {
  it('a call is sent without being awaited', async () => {
    let sent = () => {};
    const arrival = new Promise<void>((resolve) => {
      sent = resolve;
    });
    const client = new OpenAI({
      apiKey: 'sk-test',
      fetch: async () => {
        sent();
        return Response.json(responseBody('Hello.'));
      },
    });
    const promise = client.responses.create({ model: 'm', input: 'Hello' });
    await arrival;
    expect((await promise).output_text).toBe('Hello.');
  });

  it('`Promise.all` keeps the order in which was asked, whichever came first', async () => {
    const { calls, ask } = pending();
    const answers = Promise.all(['a', 'b', 'c'].map(ask));
    for (const { style, answer } of calls.toReversed()) answer(style);
    expect(await answers).toEqual(['a', 'b', 'c']);
  });

  it('after one refusal the other calls of `Promise.all` go on', async () => {
    const refuse = apiError(400, {});
    const answer = json(responseBody('Hello.'));
    await using server = await startLoopback((reply, request) =>
      request.body.includes('bad') ? refuse(reply, request) : answer(reply, request),
    );
    const client = new OpenAI({ apiKey: 'sk-test', baseURL: server.baseUrl, maxRetries: 0 });
    const calls = ['good', 'bad', 'good'].map((input) =>
      client.responses.create({ model: 'm', input }),
    );
    await expect(Promise.all(calls)).rejects.toThrow('400');
    const settled = await Promise.allSettled(calls);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(server.requests).toHaveLength(3);
  });

  it('an empty input is refused with a 400', async () => {
    expect(await create(await testSandbox(), { input: '' })).toMatchObject({ status: 400 });
  });

  it('what is above a rate limit is refused with a 429, which asks to wait and names the organisation', async () => {
    const sandbox = await testSandbox({ faults: parseFailScript('429=2') });
    const { status, body, headers } = await create(sandbox);
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('2');
    expect(body.error).toMatchObject({ message: expect.stringContaining('in organization') });
  });

  it.each([
    ['`p-limit`', withPackage],
    ['the three workers of step 6', withWorkers],
  ])('%s: three calls at once, each input once, results in order', async (_, fanOut) => {
    const styles = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const { calls, ask } = pending();
    const answers = fanOut(styles, ask);
    for (let done = 0; done < styles.length; done += 1) {
      await settle();
      expect(calls).toHaveLength(Math.min(styles.length, done + 3));
      const { style = '', answer } = calls[done] ?? {};
      answer?.(style.toUpperCase());
    }
    expect(await answers).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
    expect(calls.map(({ style }) => style)).toEqual(styles);
  });

  it('the whole takes at least as long as the slowest call, and as an nth of the sum', () => {
    const calls = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 9 }), (durations, concurrency) => {
        const timeline = timelineOf(scheduled(durations, concurrency));
        expect(timeline?.wallMs).toBeGreaterThanOrEqual(Math.max(...durations));
        expect(timeline?.wallMs).toBeGreaterThanOrEqual((timeline?.sumMs ?? 0) / concurrency);
        expect(timeline?.mostAtOnce).toBe(Math.min(concurrency, durations.length));
      }),
    );
  });
});

function withPackage(styles: readonly string[], ask: (style: string) => Promise<string>) {
  const limit = pLimit(3);
  return Promise.all(styles.map((style) => limit(() => ask(style))));
}

/** Runs the lines that the lesson shows. */
async function withWorkers(styles: readonly string[], ask: (style: string) => Promise<string>) {
  const [, code = ''] = /```ts\n(.*?)```/s.exec(said('bounded', [call(0, 1)])) ?? [];
  const run = new Function('styles', 'ask', `return (async () => {${code} return responses;})();`);
  return run(styles, ask);
}

/** Lets everything run that waits for nothing but its turn. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Calls of these durations, started as early as the concurrency allows. */
function scheduled(durations: readonly number[], concurrency: number): Exchange[] {
  const free = Array.from({ length: concurrency }, () => 0);
  return durations.map((ms) => {
    const start = Math.min(...free);
    free[free.indexOf(start)] = start + ms;
    return call(start, start + ms);
  });
}

describe('The timeline of calls', () => {
  it('adds up when they came one after another', () => {
    const timeline = timelineOf([call(100, 300), call(300, 400), call(450, 500)]);
    expect(timeline).toEqual({
      ...{ wallMs: 400, sumMs: 350, slowestMs: 200 },
      ...{ averageMs: 350 / 3, mostAtOnce: 1 },
    });
  });

  it('is as long as the slowest when all began together, in whatever order they ended', () => {
    const timeline = timelineOf([call(5, 10), call(5, 30), call(5, 20)]);
    expect(timeline).toMatchObject({ wallMs: 25, sumMs: 45, slowestMs: 25, mostAtOnce: 3 });
  });

  it('is unknown without calls', () => {
    expect(timelineOf([])).toBeNull();
  });

  it('is told in milliseconds below a second', () => {
    expect([0.4, 999, 1000, 12_345].map(duration)).toEqual(['0 ms', '999 ms', '1.0 s', '12.3 s']);
  });

  it('counts requests, retries included', () => {
    const attempt = {
      ...{ status: 200, ms: 1, retryAfterMs: null, waitMs: null },
      ...{ requestId: null, error: null, rateLimits: {} },
    };
    const calls = [call(0, 1, { attempts: [attempt, attempt] }), call(0, 1)];
    expect(requestsOf(calls)).toBe(2);
  });
});

describe('What lesson 04 says about a run', () => {
  it.each([
    ['all calls added up', [call(0, 100), call(100, 300), call(300, 600), call(600, 900)], 0],
    ['the slowest', [call(0, 100), call(2, 300), call(3, 600), call(4, 950)], 1],
    ['the average', [call(0, 500), call(0, 500), call(0, 500), call(0, 501)], 1],
  ])('finds what the whole came closest to: %s', (_, exchanges, expected) => {
    expect(closestTo(outcome(exchanges))).toBe(expected);
  });

  it('does not judge a prediction by several variants at once', () => {
    expect(closestTo(outcome(Array.from({ length: 8 }, () => call(0, 100))))).toBeNull();
  });

  it('compares the whole with the sum', async () => {
    const text = said('together', [call(0, 900), call(0, 1000), call(0, 1100), call(0, 2000)]);
    expect(text).toContain('after **2.0 s**; the slowest call alone took 2.0 s');
    expect(text).toContain('take 5.0 s: 2.5 times as long');
  });

  it('compares nothing when the answers took no time, and says how to see it', async () => {
    const quick = [call(0, 5), call(0, 6), call(0, 6), call(0, 7)];
    expect(said('together', quick)).toContain('too short to compare');
    const simulated = quick.map((exchange) => ({ ...exchange, provider: 'sandbox' as const }));
    expect(said('together', simulated)).toContain('course lesson 04 --latency realistic');
  });

  it('tells in which order answers arrived', async () => {
    const printed = 'arrived: In five words.\narrived: In detail.\n';
    const text = said('order', [call(0, 400), call(0, 900)], printed);
    expect(text).toContain('“In five words.”, “In detail.”. A longer answer takes longer');
  });

  it('tells what the server says is left, and when it says nothing', async () => {
    const rateLimits = {
      ...{ 'limit-requests': '500', 'remaining-requests': '499' },
      ...{ 'limit-tokens': '200000', 'remaining-tokens': '199850' },
    };
    const attempt = {
      ...{ status: 200, ms: 1, retryAfterMs: null, waitMs: null },
      ...{ requestId: null, error: null, rateLimits },
    };
    expect(said('bounded', [call(0, 1, { attempts: [attempt] })])).toContain(
      '499 of 500 requests and 199,850 of 200,000 tokens left',
    );
    expect(said('bounded', [call(0, 1)])).toContain('does not say what its limits are');
  });

  it('says how it would look alone when variants ran at once', async () => {
    const many = Array.from({ length: 9 }, () => call(0, 1));
    for (const id of ['one-by-one', 'together', 'bounded']) {
      expect(said(id, many)).toContain('Several variants ran at the same time');
    }
  });

  it.each(lesson.steps.map(({ id }) => id))('holds without a call in step %s', async (id) => {
    expect(said(id, [])).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('Lesson 04', () => {
  it('goes from the first promise to the last limit', async () => {
    const { exitCode, out } = await runCourse(['lesson', '04']);
    expect(exitCode).toBe(0);
    for (const { title } of lesson.steps) expect(out).toContain(title);
    expect(out).not.toMatch(/NaN|undefined|Infinity|Several variants/);
  });

  it('begins a call only when the one before has ended, in the loop', async () => {
    const calls = await callsOf('one-by-one');
    const starts = calls.map(({ timing }) => Date.parse(timing.started_at));
    expect(calls).toHaveLength(4);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(await shown('one-by-one')).toContain('it all adds up');
  });

  it('asks the same, whether in turn or at once', async () => {
    const [inTurn, atOnce] = [await callsOf('one-by-one'), await callsOf('together')];
    expect(inputs(atOnce).toSorted()).toEqual(inputs(inTurn).toSorted());
  });

  it('goes on before the answer is there', async () => {
    expect(await shown('promise')).toMatch(/It prints \(answers are simulated\): The call is made/);
  });

  it('asks for everything before it waits for the first answer', async () => {
    const waiting: (() => void)[] = [];
    const fetch: typeof globalThis.fetch = async () => {
      // Nobody is answered until all have asked: a loop with `await` would wait for ever.
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 4) for (const release of waiting) release();
      });
      return Response.json(responseBody('Hello.'));
    };
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
    expect(await callsOf('together', [], { fetch, env })).toHaveLength(4);
  });

  it('never has more than three calls under way in the bounded step', async () => {
    let [now, most] = [0, 0];
    const fetch: typeof globalThis.fetch = async () => {
      now += 1;
      most = Math.max(most, now);
      await settle();
      now -= 1;
      return Response.json(responseBody('Hello.'));
    };
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
    expect(await callsOf('bounded', [], { fetch, env })).toHaveLength(8);
    expect(most).toBe(3);
  });

  it('gives results in the order of asking, each in its own length', async () => {
    const calls = await callsOf('order');
    const out = await shown('order');
    const printed = [...out.matchAll(/answers\[\d\]: (\d+) characters/g)].map(([, n]) => Number(n));
    const lengths = ['In detail.', 'In five words.', 'As a haiku.'].map(
      (style) =>
        calls.find(({ request }) => String(request.body.input).endsWith(style))?.output_text
          ?.length,
    );
    expect(printed).toEqual(lengths);
  });

  it('answers and bills two of three calls when one is refused', async () => {
    const calls = await callsOf('one-fails');
    expect(calls.map(({ status }) => status).toSorted()).toEqual([
      'completed',
      'completed',
      'failed',
    ]);
    expect(calls.filter(({ cost_usd }) => cost_usd)).toHaveLength(2);
    const out = await shown('one-fails');
    expect(out).toContain('all: no answer row 0: ');
    expect(out).toContain('row 1 failed: 400 ');
    expect(out).toContain('2 of 3 calls were answered, at a list price of $0.0000');
  });

  it('takes seven requests for five calls when two are refused once', async () => {
    const calls = await callsOf('limits');
    const attempts = calls.flatMap(({ attempts }) => attempts);
    expect(calls).toHaveLength(5);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual([
      ...[200, 200, 200, 200, 200, 429, 429],
    ]);
    const waits = attempts.flatMap(({ wait_ms }) => wait_ms ?? []).toSorted((a, b) => a - b);
    expect(waits).toHaveLength(2);
    expect(waits[0]).toBeGreaterThanOrEqual(199);
    expect(waits[1]).toBeGreaterThanOrEqual(299);
  });

  it('still retries a refused call with --max-retries 0, since the step is about that', async () => {
    expect(await callsOf('limits', ['--max-retries', '0'])).toHaveLength(5);
  });

  it('compares a guess with what happened', async () => {
    const flags = ['lesson', '04', '--latency', 'none'];
    const { out } = await runCourse(flags, { answers: ['The answer of the model', 'Leave'] });
    expect(out).toContain('You guessed "The answer of the model"; it was');
  });

  it.each([
    [['--prompt', 'Hi']],
    [['--instructions', 'You are a pirate', '--temperature', '0', '--temperature', '1']],
    [['--samples', '2', '--max-output-tokens', '40']],
    [['--model', 'gpt-6-luna', '--no-stream']],
  ])('holds with %j', async (flags) => {
    const { exitCode, out } = await runCourse(['lesson', '04', ...flags]);
    expect(exitCode).toBe(0);
    expect(out).toContain('To keep in mind');
    expect(out).not.toMatch(/NaN|undefined|null|\[object/);
  });

  it.each(['500*9', 'reset*9', '401', 'quota', 'html*9', 'failed@0'])(
    'ends with an explanation after --fail %s',
    async (script) => {
      const flags = ['--step', '3', '--fail', script, '--max-retries', '0'];
      const { exitCode, err } = await runCourse(['lesson', '04', ...flags]);
      expect(exitCode).toBe(1);
      expect(err).toContain('Error: ');
      expect(err).not.toMatch(/\.ts:\d/);
    },
  );

  it('asks what it is told to ask, in each style', async () => {
    const calls = await callsOf('together', ['--prompt', 'Why?']);
    expect(inputs(calls).every((input) => String(input).startsWith('Why? '))).toBe(true);
  });
});
