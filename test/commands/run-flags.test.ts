import { describe, expect, it } from 'vitest';
import { runCourse } from '../helpers/course.ts';
import { apiError, json, silence, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';
import { oneStep, runStep } from './one-step.ts';

const key = 'sk-proj-0123456789abcdefwxyz';
const sandboxLine = 'sandbox (offline, simulated answers, nothing is billed)';

describe('Where a run goes', () => {
  it('is the sandbox when nothing is set', async () => {
    const { err, exchange } = await runStep([]);
    expect(err).toContain(sandboxLine);
    expect(exchange).toMatchObject({ provider: 'sandbox', base_url: null, billed: false });
  });

  it('is the sandbox with --provider sandbox, also with a key', async () => {
    const { err, exchange } = await runStep(['--provider', 'sandbox'], {
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
      const { err, exchange } = await runStep(['--base-url', baseUrl, '--provider', name], {
        fetch,
      });
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
    const { exitCode, error, attempts } = await runStep(flags, { fetch });
    expect(exitCode).toBe(1);
    expect(error).toMatchObject({ code: 'timed_out', status: null });
    expect(error?.advice).toContain('--timeout 60');
    expect(attempts).toMatchObject([{ status: null, error: 'timeout' }]);
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
    const { exitCode, error, attempts } = await runStep(flags, { fetch });
    expect(exitCode).toBe(1);
    expect(error).toMatchObject({ code: 'server_error', status: 500, request_id: 'req_refused' });
    expect(server.requests).toHaveLength(requests);
    expect(attempts).toHaveLength(requests);
  });

  it('is 2 if left out', async () => {
    await using server = await startLoopback(refusal);
    await runStep(['--base-url', server.baseUrl], { fetch });
    expect(server.requests).toHaveLength(3);
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
      expect(out).toContain('Question 6 of 6');
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
    const { err, exitCode } = await runStep(['-v']);
    expect(exitCode).toBe(0);
    expect(err).toMatch(/^attempt 1 of 3: 200 in/m);
  });

  it('is off if left out', async () => {
    expect((await runCourse(oneStep)).err).not.toContain('attempt');
  });
});
