import { describe, expect, it } from 'vitest';
import { type RequestForm, requestForms, writeRequest } from '../../src/course/snippets.ts';
import { runCourse } from '../helpers/course.ts';

/** Nothing may be sent: the fetch of these runs fails the test when it is reached. */
const dryRun = (...flags: string[]) =>
  runCourse(['lesson', '01', '--dry-run', ...flags], { env: { COLUMNS: '200' } });
const own = { model: 'gpt-4o-mini', input: 'What is an API?' };

describe('--dry-run', () => {
  it('prints the body that would be sent, and nothing else on standard output', async () => {
    const { exitCode, out } = await dryRun();
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual(own);
  });

  it.each(requestForms)('--as %s prints the request in that form', async (form: RequestForm) => {
    const { exitCode, out } = await dryRun('--as', form, '-p', 'Who’s "there"?', '-t', '0');
    expect(exitCode).toBe(0);
    const body = { ...own, input: 'Who’s "there"?', temperature: 0 };
    expect(out).toBe(`${writeRequest(form, body)}\n`);
  });

  it('tells tokens and the range of the cost on standard error', async () => {
    const { err } = await dryRun();
    // 12 tokens in at 0.15, and out, at 0.60 USD per million, 1 to 16,384.
    expect(err).toContain(
      'about 12 input tokens; list price from $0.0000024 (an answer of one token) to $0.0098322 (the longest answer); nothing was sent',
    );
  });

  it('takes --max-output-tokens for the longest answer', async () => {
    const { err } = await dryRun('--max-output-tokens', '100');
    expect(err).toContain('to $0.0000618 (the longest answer)');
  });

  it('counts the instructions', async () => {
    const { err } = await dryRun('-i', 'Answer in one word.');
    expect(err).toMatch(/about (?!12 )\d+ input tokens/);
  });

  it.each([
    // 12 tokens in and 1 out, at 1 and 6 USD per million, then at 0.20 and 1.20.
    ['2026-07-29', 0.000018],
    ['2026-11-20', 0.0000036],
  ])('takes the price of the day: on %s', async (day, expected) => {
    const flags = ['--dry-run', '--json', '-m', 'gpt-5.6-luna'];
    const { json } = await runCourse(['lesson', '01', ...flags], { env: { COURSE_NOW: day } });
    expect(json()[0]).toMatchObject({ cost_usd_min: expected });
  });

  it('says so when the price is unknown', async () => {
    const { err } = await dryRun('-m', 'llama3.2');
    expect(err).toContain(
      'list price unknown: the price of this model is not known; nothing was sent',
    );
  });

  it('shows the request of --step, also of one that does without the SDK', async () => {
    expect(JSON.parse((await dryRun('--step', '4')).out)).toEqual(own);
    expect(JSON.parse((await dryRun('--step', '6')).out)).toEqual({ ...own, input: 'Hello' });
  });

  it('sends nothing to a real server either', async () => {
    const { exitCode, out, err } = await runCourse(['lesson', '01', '--dry-run', '--as', 'curl'], {
      env: { OPENAI_API_KEY: 'sk-proj-0123456789abcdefwxyz' },
    });
    expect(exitCode).toBe(0);
    expect(out).toContain('curl');
    expect(out + err).not.toContain('0123456789');
  });

  it('is one line with --json', async () => {
    const { json } = await dryRun('--json');
    expect(json()).toEqual([
      {
        type: 'dry_run',
        form: 'json',
        request: own,
        input_tokens: 12,
        cost_usd_min: 0.0000024,
        cost_usd_max: 0.0098322,
      },
    ]);
  });

  it('asks nothing on a terminal', async () => {
    const { asked, exitCode } = await runCourse(['lesson', '01', '--dry-run'], { answers: [] });
    expect({ asked, exitCode }).toEqual({ asked: [], exitCode: 0 });
  });
});
