import { describe, expect, it } from 'vitest';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { json, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';

async function step(number: number, flags: readonly string[] = [], options: CourseOptions = {}) {
  const args = ['lesson', '01', '--step', String(number), ...flags];
  return runCourse(args, { clock: simulatedClock(), ...options });
}

/** Bodies of the requests of the whole lesson on a day, the provoked refusals aside. */
async function bodiesOn(day: string) {
  const { json } = await runCourse(['lesson', '01', '--json'], { env: { COURSE_NOW: day } });
  return json()
    .filter(({ type, step }) => type === 'exchange' && step !== 6)
    .map(({ request }) => (request as { body: object }).body);
}

const words = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('Lesson 01', () => {
  it('asks gpt-4o-mini as long as it lives', async () => {
    const asked = { model: 'gpt-4o-mini', input: 'What is an API?' };
    expect(await bodiesOn('2027-01-13T23:59:59Z')).toEqual(Array(3).fill(asked));
  });

  it('asks gpt-6-luna not to reason from the day on which it is shut down', async () => {
    const asked = { model: 'gpt-6-luna', input: 'What is an API?', reasoning: { effort: 'none' } };
    expect(await bodiesOn('2027-01-14')).toEqual(Array(3).fill(asked));
  });

  it.each([
    ['2026-10-15', false],
    ['2026-10-16', true],
    ['2027-01-13', true],
    ['2027-01-14', false],
  ])('on %s warns of the shut-down: %j', async (day, isWarned) => {
    const { err } = await step(2, [], { env: { COURSE_NOW: day } });
    expect(words(err).includes('gpt-4o-mini shuts down on 2027-01-14')).toBe(isWarned);
  });

  it('costs what the model cost on that day', async () => {
    const costs = ['2026-07-29', '2026-11-20'].map(async (day) => {
      const { json } = await step(
        2,
        ['--json', '-m', 'gpt-5.6-luna', '--max-output-tokens', '16'],
        {
          env: { COURSE_NOW: day },
        },
      );
      return json()[0]?.cost_usd;
    });
    // 12 tokens in and 16 out.
    expect(await Promise.all(costs)).toEqual([0.000108, 0.0000216]);
  });

  it('names the replacement of a model that is off when somebody asks for it', async () => {
    const { err } = await step(2, ['-m', 'gpt-4o-mini', '--max-retries', '0'], {
      env: { COURSE_NOW: '2027-02-01' },
    });
    expect(words(err)).toContain('which has passed: use gpt-6-luna instead.');
  });

  it('shows that the SDK prints what plain fetch prints', async () => {
    await using server = await startLoopback(json(responseBody('An answer,\nin two lines.')));
    const options = { fetch, env: { OPENAI_BASE_URL: server.baseUrl } };
    const printed = async (number: number) =>
      /It prints:\n(.*?)\n\n/s.exec((await step(number, [], options)).out)?.[1];
    expect(await printed(2)).toBe('  An answer,\n  in two lines.');
    expect(await printed(4)).toBe(await printed(2));
  });

  it('draws the fields of the response that came', async () => {
    const body = responseBody('Hi.', { id: 'resp_42', model: 'gpt-4o-mini-2024-07-18' });
    await using server = await startLoopback(json(body, { headers: { 'x-request-id': 'req_7' } }));
    const { out } = await step(3, [], { fetch, env: { OPENAI_BASE_URL: server.baseUrl } });
    for (const value of [
      'resp_42',
      'completed',
      'gpt-4o-mini-2024-07-18',
      '"Hi."',
      '13 + 6 = 19 tokens',
      'req_7',
    ]) {
      expect(out).toContain(value);
    }
    expect(words(out)).toContain('The server counted 13 tokens for 4 words');
  });

  it('counts the words of the learner’s question, not of its own', async () => {
    const { out } = await step(3, ['-p', 'Why?']);
    expect(words(out)).toMatch(/The server counted \d+ tokens for one word:/);
  });

  it('has no annotated fields to show for a call that failed', async () => {
    const { exitCode, out } = await step(3, ['--fail', '401', '--max-retries', '0']);
    expect(exitCode).toBe(1);
    expect(out).not.toContain('The server counted');
  });

  it('shows the request for curl with the learner’s own question and settings', async () => {
    const { exitCode, out } = await step(5, ['-p', 'It’s?', '-t', '0', '-m', 'gpt-5.4-mini']);
    expect(exitCode).toBe(0);
    expect(out).toContain(`"\${OPENAI_BASE_URL:-https://api.openai.com/v1}/responses"`);
    const [, body = ''] = /-d '(.*)'/s.exec(out) ?? [];
    expect(JSON.parse(body)).toEqual({ model: 'gpt-5.4-mini', input: 'It’s?', temperature: 0 });
  });

  it('provokes its refusals on the sandbox with every provider, and says so', async () => {
    await using server = await startLoopback(json(responseBody('Hi.')));
    const {
      exitCode,
      out,
      json: _,
    } = await step(6, [], {
      fetch,
      env: { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-proj-0123456789abcdefwxyz' },
    });
    expect(exitCode).toBe(0);
    expect(server.requests).toEqual([]);
    expect(out).toContain('It prints (answers are simulated):');
    expect(out).toContain("no key:    401 You didn't provide an API key\n");
    expect(out).toContain('wrong key: 401 invalid_api_key');
    expect(words(out)).toContain('Runs on the sandbox with every provider: it provokes a failure.');
    expect(words(out)).toContain('It sent it once');
  });

  it('never calls a simulated answer real, nor a real one simulated', async () => {
    await using server = await startLoopback(json(responseBody('Hi.')));
    const real = await step(2, [], { fetch, env: { OPENAI_BASE_URL: server.baseUrl } });
    expect(real.out).not.toContain('simulated');
    const simulated = await step(2);
    expect(simulated.out).toContain('It prints (answers are simulated):');
    expect(words(simulated.out)).toContain('list price, not billed: simulated');
  });
});
