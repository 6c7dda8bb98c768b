import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../src/errors.ts';
import { runCourse } from '../helpers/course.ts';
import { json, type Reply, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';

/** Runs lesson 01; the second request is never answered, and Ctrl-C comes while it is awaited. */
async function interrupted(flags: readonly string[], signal: 'SIGINT' | 'SIGTERM' = 'SIGINT') {
  const stop = new AbortController();
  const pressCtrlC: Reply = () => stop.abort(new Interrupted(signal));
  await using server = await startLoopback(json(responseBody('Hi.')), pressCtrlC);
  const result = await runCourse(['lesson', '01', ...flags], {
    fetch,
    env: { OPENAI_BASE_URL: server.baseUrl },
    signal: stop.signal,
  });
  expect(server.requests).toHaveLength(2);
  return result;
}

describe('A run that is stopped while an answer is awaited', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends with %i, and says what it sent until then', async (signal, code) => {
    const { exitCode, out, err } = await interrupted([], signal);
    expect(exitCode).toBe(code);
    expect(out).toContain('Step 3 of 7');
    expect(out).not.toContain('Step 4 of 7');
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      '2 requests · 13 tokens in, 6 out · at least $0.00000525 (of 1 call it is unknown)',
    );
    expect(err).not.toContain('Error');
  });

  it('has an exchange of unknown usage, an error and a summary with --json', async () => {
    const { exitCode, json } = await interrupted(['--json']);
    expect(exitCode).toBe(130);
    const [, exchange, error, summary, ...more] = json();
    expect(exchange).toMatchObject({
      type: 'exchange',
      status: 'aborted',
      usage: null,
      cost_usd: null,
    });
    expect(error).toMatchObject({ type: 'error', code: 'interrupted' });
    expect(summary).toMatchObject({ type: 'summary', requests: 2, cost_usd: null });
    expect(more).toEqual([]);
  });

  it('before it began sends nothing', async () => {
    const { exitCode, err } = await runCourse(['lesson', '01', '--step', '2'], {
      signal: AbortSignal.abort(new Interrupted()),
    });
    expect(exitCode).toBe(130);
    expect(err).not.toContain('Error');
  });
});
