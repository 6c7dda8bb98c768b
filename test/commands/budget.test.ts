import { describe, expect, it } from 'vitest';
import { runCourse } from '../helpers/course.ts';
import { apiError, json, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';
import { oneStep } from './one-step.ts';

/** gpt-4o-mini at its longest: 16,384 tokens of output, $0.0098304, and a few of input. */
const oneLongestAnswer = '0.00985';

describe('--budget', () => {
  it('sends nothing that could pass it, and says what to do', async () => {
    await using server = await startLoopback(json(responseBody('Hi.')));
    const flags = ['--base-url', server.baseUrl, '--model', 'gpt-4o-mini', '--budget', '0.0001'];
    const { exitCode, err, out } = await runCourse([...oneStep, ...flags], { fetch });
    expect(exitCode).toBe(1);
    expect(server.requests).toEqual([]);
    expect(err).toContain('The next call was not sent: it may cost up to $0.0098');
    expect(err).toMatch(/\$0 of the\s+budget of \$0\.0001 is spent/);
    expect(out).not.toContain('Hi.');
  });

  it.each([
    ['more money', /Allow at least (--budget) (0\.0098\d+)/],
    ['a cap', /cap the answers: (--max-output-tokens) (\d+)/],
  ])('gives %s as advice that is enough', async (_, advice) => {
    const tight = [...oneStep, '--model', 'gpt-4o-mini', '--budget', '0.00003'];
    const refused = await runCourse(tight);
    const [, flag = '', value = ''] = advice.exec(refused.err.replaceAll(/\s+/g, ' ')) ?? [];
    const { exitCode } = await runCourse([...tight, flag, value]);
    expect([refused.exitCode, exitCode]).toEqual([1, 0]);
  });

  it('advises no cap where the shortest answer would not fit either', async () => {
    const { err } = await runCourse([...oneStep, '--budget', '0.00001']);
    expect(err).toMatch(/Allow at least --budget 0\.\d+\n/);
    expect(err).not.toContain('--max-output-tokens');
  });

  it('lets a call through that fits with its longest answer', async () => {
    const { exitCode } = await runCourse([...oneStep, '--budget', oneLongestAnswer]);
    expect(exitCode).toBe(0);
  });

  it('counts what a cap on the answer saves', async () => {
    const flags = ['--budget', '0.0001', '--max-output-tokens', '100'];
    const { exitCode, err } = await runCourse([...oneStep, ...flags]);
    expect(exitCode, err).toBe(0);
  });

  it('ends a lesson where it is reached, with what was spent until then', async () => {
    const lesson = ['lesson', '01', '--json', '--max-output-tokens', '100'];
    const { exitCode, json: lines } = await runCourse([...lesson, '--budget', '0.000068']);
    const all = lines();
    expect(exitCode).toBe(1);
    expect(all.filter(({ type }) => type === 'exchange')).toHaveLength(1);
    expect(all.find(({ type }) => type === 'error')).toMatchObject({ code: 'budget_reached' });
    expect(all.at(-1)).toMatchObject({ type: 'summary', requests: 1 });
  });

  it('lets calls wait for what others give back', async () => {
    const flags = ['compare', 'Why?', '-n', '6', '--budget', '0.0105', '--json'];
    const { exitCode, json: lines } = await runCourse(flags);
    expect(exitCode).toBe(0);
    expect(lines().filter(({ type }) => type === 'exchange')).toHaveLength(6);
  });

  it('ends a comparison with 1 when some of its calls could not be sent', async () => {
    const flags = ['compare', 'Why?', '-m', 'gpt-4o-mini', '-m', 'gpt-4o', '--json'];
    const { exitCode, json: lines } = await runCourse([...flags, '--budget', '0.02']);
    expect(exitCode).toBe(1);
    const comparisons = lines().filter(({ type }) => type === 'comparison');
    expect(comparisons.map(({ refused }) => refused === null)).toEqual([true, false]);
  });

  it('sends nothing to a model whose price is not known', async () => {
    await using server = await startLoopback(json(responseBody('Hi.')));
    const flags = ['--base-url', server.baseUrl, '--model', 'own-model', '--budget', '5'];
    const { exitCode, err } = await runCourse([...oneStep, ...flags], { fetch });
    expect({ exitCode, requests: server.requests }).toEqual({ exitCode: 1, requests: [] });
    expect(err).toContain('the price of its model is not known');
    expect(err).toContain('Leave --budget out');
  });

  it('takes a refused call for free', async () => {
    await using server = await startLoopback(apiError(500, {}), json(responseBody('Hi.')));
    const flags = ['--base-url', server.baseUrl, '--model', 'gpt-4o-mini'];
    const budget = ['--budget', oneLongestAnswer, '--max-retries', '1'];
    const { exitCode } = await runCourse([...oneStep, ...flags, ...budget], { fetch });
    expect(exitCode).toBe(0);
  });

  it.each(['0', '-1', 'ten', '1e-3', '', '0.0000000000001'])('refuses %j', async (amount) => {
    const { exitCode, err } = await runCourse([...oneStep, `--budget=${amount}`]);
    expect(exitCode).toBe(2);
    expect(err).toContain('Use an amount in US dollars, such as 0.05.');
  });
});
