import { describe, expect, it } from 'vitest';
import { runCourse } from '../helpers/course.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';
import { oneStep, runStep } from './one-step.ts';

describe('--latency', () => {
  it.each([
    ['5000', 5000],
    ['0', 0],
    ['none', 0],
  ])('%s makes an answer of the sandbox take that long', async (latency, expected) => {
    const { timing } = await runStep(['--latency', latency], { clock: simulatedClock() });
    expect(timing).toMatchObject({ total_ms: expected });
  });

  it('realistic makes it take as long as a model would', async () => {
    const { timing, usage } = await runStep(['--latency', 'realistic'], {
      clock: simulatedClock(),
    });
    const tokens = Number(usage?.output_tokens);
    const totalMs = Number(timing?.total_ms);
    expect(totalMs).toBeGreaterThan(280 + (tokens - 2) * (1000 / 60));
    expect(totalMs).toBeLessThan(520 + (tokens + 1) * (1000 / 60));
  });

  it('is none where nobody watches', async () => {
    const { timing } = await runStep([], { clock: simulatedClock() });
    expect(timing).toMatchObject({ total_ms: 0 });
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
    const { exitCode, error } = await runStep(['--tpm', '5', '--max-retries', '0']);
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
    const { exitCode, error, exchange } = await runStep(['--fail', script, '--max-retries', '0']);
    expect(exitCode).toBe(1);
    expect(error).toMatchObject({ code, status });
    expect(exchange).toMatchObject({ status: 'failed', output_text: null, cost_usd: null });
  });

  it('strikes request by request, and a retry gets through', async () => {
    const { exitCode, error, attempts } = await runStep(['--fail', '503,429=0,ok']);
    expect(exitCode).toBe(0);
    expect(error).toBeUndefined();
    expect(attempts.map(({ status, error }) => [status, error])).toEqual([
      [503, 'server_is_overloaded'],
      [429, 'rate_limit_exceeded'],
      [200, null],
    ]);
  });

  it('is as good as a timeout when the sandbox does not answer', async () => {
    const flags = ['--fail', 'timeout', '--timeout', '0.05', '--max-retries', '0'];
    expect((await runStep(flags)).error).toMatchObject({ code: 'timed_out' });
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
