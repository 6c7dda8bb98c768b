import { describe, expect, it } from 'vitest';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { apiError, json, silence, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';

const key = 'sk-proj-0123456789abcdefwxyz';
const oneStep = ['lesson', '01', '--step', '2'];
const sandboxLine = 'sandbox (offline, simulated answers, nothing is billed)';

/** One step of lesson 01 with `--json`. */
async function step(flags: readonly string[], options?: CourseOptions) {
  const result = await runCourse([...oneStep, '--json', ...flags], options);
  const lines = result.json();
  const exchanges = lines.filter(({ type }) => type === 'exchange');
  const error = lines.find(({ type }) => type === 'error');
  return { ...result, exchanges, exchange: exchanges[0], error };
}

const attemptsOf = (exchange: Record<string, unknown> | undefined) =>
  (exchange?.attempts ?? []) as Record<string, unknown>[];

const usageOf = (exchange: Record<string, unknown> | undefined) =>
  exchange?.usage as Record<string, unknown>;

const timingOf = (exchange: Record<string, unknown> | undefined) =>
  exchange?.timing as Record<string, unknown>;

describe('Where a run goes', () => {
  it('is the sandbox when nothing is set', async () => {
    const { err, exchange } = await step([]);
    expect(err).toContain(sandboxLine);
    expect(exchange).toMatchObject({ provider: 'sandbox', base_url: null, billed: false });
  });

  it('is the sandbox with --provider sandbox, also with a key', async () => {
    const { err, exchange } = await step(['--provider', 'sandbox'], {
      env: { OPENAI_API_KEY: key },
    });
    expect(err).toContain(sandboxLine);
    expect(exchange).toMatchObject({ provider: 'sandbox' });
  });

  it.each([['auto'], ['openai']])(
    'is the server of --base-url with --provider %s',
    async (name) => {
      await using server = await startLoopback(json(responseBody('Hi.')));
      const { baseUrl } = server;
      const { err, exchange } = await step(['--base-url', baseUrl, '--provider', name], { fetch });
      expect(err).toContain(`${baseUrl} · no key`);
      expect(exchange).toMatchObject({ provider: 'openai', base_url: baseUrl, output_text: 'Hi.' });
    },
  );

  it('is told first of all', async () => {
    const refused: typeof fetch = async () => {
      throw new TypeError('fetch failed');
    };
    const options = { env: { OPENAI_API_KEY: key }, fetch: refused };
    const { err } = await runCourse([...oneStep, '--max-retries', '0'], options);
    expect(err).toMatch(/^https:\/\/api\.openai\.com\/v1 · key sk-…wxyz\n/);
  });
});

describe('--timeout', () => {
  it('ends an attempt that gets no answer, and names itself', async () => {
    await using server = await startLoopback(silence);
    const flags = ['--base-url', server.baseUrl, '--timeout', '0.05', '--max-retries', '0'];
    const { exitCode, error, exchange } = await step(flags, { fetch });
    expect(exitCode).toBe(1);
    expect(error).toMatchObject({ code: 'timed_out', status: null });
    expect(error?.advice).toContain('--timeout 60');
    expect(attemptsOf(exchange)).toMatchObject([{ status: null, error: 'timeout' }]);
  });

  it('holds for plain fetch too', async () => {
    await using server = await startLoopback(silence);
    const { exitCode, json } = await runCourse(
      ['lesson', '01', '--step', '4', '--json', '--base-url', server.baseUrl, '--timeout', '0.05'],
      { fetch },
    );
    expect(exitCode).toBe(1);
    expect(json()).toContainEqual(expect.objectContaining({ type: 'error', code: 'timed_out' }));
  });
});

describe('--max-retries', () => {
  const refusal = apiError(500, { type: 'server_error' }, { 'retry-after-ms': '1' });

  it.each([
    ['0', 1],
    ['1', 2],
    ['4', 5],
  ])('%s sends a request that fails at most so often again', async (retries, requests) => {
    await using server = await startLoopback(refusal);
    const flags = ['--base-url', server.baseUrl, '--max-retries', retries];
    const { exitCode, error, exchange } = await step(flags, { fetch });
    expect(exitCode).toBe(1);
    expect(error).toMatchObject({ code: 'server_error', status: 500, request_id: 'req_refused' });
    expect(server.requests).toHaveLength(requests);
    expect(attemptsOf(exchange)).toHaveLength(requests);
  });

  it('is 2 if left out', async () => {
    await using server = await startLoopback(refusal);
    await step(['--base-url', server.baseUrl], { fetch });
    expect(server.requests).toHaveLength(3);
  });
});

describe('--latency', () => {
  it.each([
    ['5000', 5000],
    ['0', 0],
    ['none', 0],
  ])('%s makes an answer of the sandbox take that long', async (latency, expected) => {
    const { exchange } = await step(['--latency', latency], { clock: simulatedClock() });
    expect(timingOf(exchange)).toMatchObject({ total_ms: expected });
  });

  it('realistic makes it take as long as a model would', async () => {
    const { exchange } = await step(['--latency', 'realistic'], { clock: simulatedClock() });
    const tokens = Number(usageOf(exchange).output_tokens);
    const totalMs = Number(timingOf(exchange).total_ms);
    expect(totalMs).toBeGreaterThan(280 + (tokens - 2) * (1000 / 60));
    expect(totalMs).toBeLessThan(520 + (tokens + 1) * (1000 / 60));
  });

  it('is none where nobody watches', async () => {
    const { exchange } = await step([], { clock: simulatedClock() });
    expect(timingOf(exchange)).toMatchObject({ total_ms: 0 });
  });

  it('is realistic on a terminal', async () => {
    const clock = simulatedClock();
    const startedAt = clock.now();
    await runCourse(oneStep, { clock, answers: [] });
    expect(clock.now() - startedAt).toBeGreaterThan(280);
  });
});

describe('The limits of the sandbox', () => {
  it('--rpm answers 429 to one request too many in a minute', async () => {
    const { exitCode, json } = await runCourse(
      ['lesson', '01', '--json', '--rpm', '2', '--max-retries', '0'],
      { clock: simulatedClock() },
    );
    expect(exitCode).toBe(1);
    const [first, second, third, error] = json();
    expect([first, second].map((line) => line?.status)).toEqual(['completed', 'completed']);
    expect(third).toMatchObject({ status: 'failed', attempts: [{ status: 429 }] });
    expect(error).toMatchObject({ type: 'error', code: 'rate_limited', status: 429 });
    expect(error?.message).toContain('requests per min (RPM): Limit 2');
  });

  it('--tpm answers 429 when a minute’s tokens are used up', async () => {
    const { exitCode, error } = await step(['--tpm', '5', '--max-retries', '0']);
    expect(exitCode).toBe(1);
    expect(error).toMatchObject({ code: 'rate_limited', status: 429 });
    expect(error?.message).toContain('tokens per min (TPM): Limit 5');
  });
});

describe('--fail', () => {
  it.each([
    ['401', 'authentication', 401],
    ['403', 'permission_denied', 403],
    ['429', 'rate_limited', 429],
    ['quota', 'quota_exhausted', 429],
    ['500', 'server_error', 500],
    ['503', 'overloaded', 503],
    ['reset', 'connection_failed', null],
    ['html', 'server_error', 502],
  ])('%s ends the run with that failure, and exit code 1', async (script, code, status) => {
    const { exitCode, error, exchange } = await step(['--fail', script, '--max-retries', '0']);
    expect(exitCode).toBe(1);
    expect(error).toMatchObject({ code, status });
    expect(exchange).toMatchObject({ status: 'failed', output_text: null, cost_usd: null });
  });

  it('strikes request by request, and a retry gets through', async () => {
    const { exitCode, error, exchange } = await step(['--fail', '503,429=0,ok']);
    expect(exitCode).toBe(0);
    expect(error).toBeUndefined();
    expect(attemptsOf(exchange).map(({ status, error }) => [status, error])).toEqual([
      [503, 'server_is_overloaded'],
      [429, 'rate_limit_exceeded'],
      [200, null],
    ]);
  });

  it('is as good as a timeout when the sandbox does not answer', async () => {
    const flags = ['--fail', 'timeout', '--timeout', '0.05', '--max-retries', '0'];
    expect((await step(flags)).error).toMatchObject({ code: 'timed_out' });
  });

  it('ends a whole lesson at the step that fails', async () => {
    const { exitCode, out, err } = await runCourse([
      'lesson',
      '01',
      '--fail',
      'ok,401',
      '--max-retries',
      '0',
    ]);
    expect(exitCode).toBe(1);
    expect(out).toContain('Step 3 of 7');
    expect(out).not.toContain('Step 4 of 7');
    expect(out).not.toContain('To keep in mind');
    expect(err).toContain('HTTP status 401');
    expect(err).toContain('2 requests');
  });
});

describe('--step', () => {
  it('runs that step only', async () => {
    const { exitCode, out } = await runCourse(oneStep);
    expect(exitCode).toBe(0);
    expect(out.match(/── Step \d of 7/g)).toEqual(['── Step 2 of 7']);
    expect(out).not.toContain('To keep in mind');
    expect(out).not.toContain('Question 1');
  });

  it('asks nothing on a terminal', async () => {
    const { exitCode, asked } = await runCourse(oneStep, { answers: [], clock: simulatedClock() });
    expect(exitCode).toBe(0);
    expect(asked).toEqual([]);
  });
});

describe('--yes', () => {
  it.each(['--yes', '-y'])(
    '(%s) goes through a lesson on a terminal without a question',
    async (flag) => {
      const { exitCode, asked, out } = await runCourse(['lesson', '01', flag], {
        answers: [],
        clock: simulatedClock(),
      });
      expect(exitCode).toBe(0);
      expect(asked).toEqual([]);
      expect(out).toContain('Step 7 of 7');
      expect(out).toContain('Question 5 of 5');
    },
  );
});

describe('--json', () => {
  it('asks nothing on a terminal either', async () => {
    const { exitCode, asked, json } = await runCourse(['lesson', '01', '--json'], { answers: [] });
    expect(exitCode).toBe(0);
    expect(asked).toEqual([]);
    expect(json().at(-1)).toMatchObject({ type: 'summary' });
  });
});

describe('--verbose', () => {
  it.each([['-v'], ['--verbose']])('(%s) tells each attempt on standard error', async (flag) => {
    const { out, err } = await runCourse([...oneStep, flag, '--fail', '503']);
    expect(err).toMatch(
      /^attempt 1 of 3: 503 server_is_overloaded in \d+ ms; request id req_\w+$/m,
    );
    expect(err).toMatch(/^attempt 2 of 3: 200 in \d+ ms; request id req_\w+$/m);
    expect(out).not.toContain('attempt 1 of 3');
  });

  it('tells them with --json too', async () => {
    const { err, exitCode } = await step(['-v']);
    expect(exitCode).toBe(0);
    expect(err).toMatch(/^attempt 1 of 3: 200 in/m);
  });

  it('is off if left out', async () => {
    expect((await runCourse(oneStep)).err).not.toContain('attempt');
  });
});

describe('Colour', () => {
  const isColored = (text: string) => text.includes('\x1b[');

  it.each<[string[], CourseOptions, boolean]>([
    [[], { isTerminal: false }, false],
    [[], { isTerminal: true }, true],
    [['--no-color'], { isTerminal: true }, false],
    [['--color'], { isTerminal: false }, true],
    [[], { isTerminal: true, env: { NO_COLOR: '1' } }, false],
    [[], { isTerminal: false, env: { FORCE_COLOR: '1' } }, true],
    [[], { isTerminal: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
    [['--color'], { isTerminal: true, env: { NO_COLOR: '1' } }, true],
    [['--no-color'], { isTerminal: false, env: { FORCE_COLOR: '1' } }, false],
  ])('with %j and %j', async (flags, options, expected) => {
    const { out, err } = await runCourse([...oneStep, ...flags], options);
    expect({ out: isColored(out), err: isColored(err) }).toEqual({ out: expected, err: expected });
    const failure = await runCourse(['lesson', '99', ...flags], options);
    expect(isColored(failure.err)).toBe(expected);
  });

  it('changes no word', async () => {
    const clock = () => simulatedClock();
    const plain = await runCourse(oneStep, { clock: clock() });
    const colored = await runCourse([...oneStep, '--color'], { clock: clock() });
    expect(colored.out.replaceAll(/\x1b\[\d+(;\d+)*m/g, '')).toBe(plain.out);
  });
});
