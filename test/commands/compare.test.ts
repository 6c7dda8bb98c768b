import { describe, expect, it } from 'vitest';
import { runCourse } from '../helpers/course.ts';

const question = ['compare', 'What is an API?'];

describe('course compare', () => {
  it('asks every combination of the repeatable flags, and compares the samples of each', async () => {
    const args = [
      ...question,
      '-t',
      '0',
      '-t',
      '1',
      '-i',
      'You are a pirate',
      '-i',
      'Be brief',
      '-n',
      '3',
    ];
    const { exitCode, json } = await runCourse([...args, '--json']);
    const lines = json();
    const comparisons = lines.filter(({ type }) => type === 'comparison');
    expect(exitCode).toBe(0);
    expect(lines.filter(({ type }) => type === 'exchange')).toHaveLength(12);
    expect(comparisons.map(({ variant }) => variant)).toEqual([
      { instructions: 'You are a pirate', temperature: 0 },
      { instructions: 'You are a pirate', temperature: 1 },
      { instructions: 'Be brief', temperature: 0 },
      { instructions: 'Be brief', temperature: 1 },
    ]);
    for (const { variant, distinct, mean_similarity, samples } of comparisons) {
      expect(samples).toBe(3);
      if ((variant as { temperature: number }).temperature === 0) {
        expect([distinct, mean_similarity]).toEqual([1, 1]);
      }
    }
    expect(lines.at(-1)).toMatchObject({ type: 'summary', requests: 12, billed: false });
  });

  it('makes a row of a variant that the API refuses, and goes on with the others', async () => {
    const args = [...question, '-t', '0.5', '-m', 'gpt-4o-mini', '-m', 'gpt-6-luna'];
    const { exitCode, out } = await runCourse(args, { env: { COLUMNS: '120' } });
    expect(exitCode).toBe(0);
    const refused = (await runCourse([...args, '--json'])).json().find(({ refused }) => refused);
    expect(refused?.refused).toContain(
      "Unsupported parameter: 'temperature' is not supported with this model.",
    );
    expect(out).toMatch(/gpt-6-luna · temperature 0.5 +refused/);
    expect(out).toMatch(/gpt-4o-mini · temperature 0.5 +answered/);
  });

  it('fails only when every call does', async () => {
    const { exitCode, json } = await runCourse([...question, '-m', 'gpt-nope', '--json']);
    expect(exitCode).toBe(1);
    expect(json().find(({ type }) => type === 'error')).toMatchObject({ code: 'model_not_found' });
  });

  it.each([
    ['streams', [], true],
    ['does not with --no-stream', ['--no-stream'], undefined],
  ])('%s', async (_, flags, stream) => {
    const { json } = await runCourse([...question, ...flags, '--json']);
    expect(json()[0]).toMatchObject({ request: { body: stream ? { stream } : {} } });
    const firstTokenMs = stream ? expect.any(Number) : null;
    expect(json()[0]).toMatchObject({ timing: { first_token_ms: firstTokenMs } });
  });

  it('wants a question', async () => {
    const { exitCode, err } = await runCourse(['compare']);
    expect(exitCode).toBe(2);
    expect(err).toContain('There is no question to ask.');
  });
});
