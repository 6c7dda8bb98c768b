import { describe, expect, it } from 'vitest';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { json, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';

const own = { model: 'gpt-4o-mini', input: 'What is an API?' };

/** Runs one step of lesson 01 against a server on loopback; gives what arrived there and what `--json` says of it. */
async function sentBy(flags: readonly string[], options: CourseOptions = {}) {
  await using server = await startLoopback(json(responseBody('An answer.')));
  const result = await runCourse(['lesson', '01', '--json', ...flags], {
    ...options,
    fetch: globalThis.fetch,
    env: { OPENAI_BASE_URL: server.baseUrl, ...options.env },
  });
  expect(result.exitCode, result.err).toBe(0);
  const arrived = server.requests.map(({ body }) => JSON.parse(body));
  const told = result
    .json()
    .filter(({ type, provider }) => type === 'exchange' && provider === 'openai')
    .map(({ request }) => request);
  expect(told).toEqual(arrived.map((body) => ({ method: 'POST', path: '/v1/responses', body })));
  return { arrived, lines: result.json() };
}

describe.each([
  ['sent by the SDK', '2'],
  ['whose fields are drawn', '3'],
  ['sent by plain fetch', '4'],
])('The request of a step %s', (_, step) => {
  it.each<[string, string[], object, CourseOptions]>([
    ['no flag', [], own, {}],
    ['--prompt', ['--prompt', 'Why "so"?'], { ...own, input: 'Why "so"?' }, {}],
    ['-p', ['-p', 'Why?'], { ...own, input: 'Why?' }, {}],
    [
      '--prompt -',
      ['--prompt', '-'],
      { ...own, input: 'Piped?\nYes.' },
      { input: 'Piped?\nYes.\n' },
    ],
    ['--instructions', ['--instructions', 'Be brief.'], { ...own, instructions: 'Be brief.' }, {}],
    ['-i', ['-i', 'Be brief.'], { ...own, instructions: 'Be brief.' }, {}],
    ['--temperature', ['--temperature', '0.7'], { ...own, temperature: 0.7 }, {}],
    ['-t 0', ['-t', '0'], { ...own, temperature: 0 }, {}],
    ['--top-p', ['--top-p', '0.9'], { ...own, top_p: 0.9 }, {}],
    ['--max-output-tokens', ['--max-output-tokens', '20'], { ...own, max_output_tokens: 20 }, {}],
    ['--model', ['--model', 'llama3.2'], { ...own, model: 'llama3.2' }, {}],
    ['OPENAI_MODEL', [], { ...own, model: 'qwen3' }, { env: { OPENAI_MODEL: 'qwen3' } }],
    [
      '-m over OPENAI_MODEL',
      ['-m', 'llama3.2'],
      { ...own, model: 'llama3.2' },
      { env: { OPENAI_MODEL: 'qwen3' } },
    ],
    [
      'all of them together',
      [
        '-p',
        'Why?',
        '-i',
        'Be brief.',
        '-t',
        '2',
        '--top-p',
        '0',
        '-m',
        'm',
        '--max-output-tokens',
        '1',
      ],
      {
        model: 'm',
        input: 'Why?',
        instructions: 'Be brief.',
        temperature: 2,
        top_p: 0,
        max_output_tokens: 1,
      },
      {},
    ],
  ])('carries %s and nothing else', async (_, flags, expected, options) => {
    const { arrived } = await sentBy(['--step', step, ...flags], options);
    expect(arrived).toEqual([expected]);
  });
});

describe('Request flags', () => {
  it('apply to each step that asks the question, and to no other', async () => {
    const { arrived, lines } = await sentBy(['-p', 'Why?', '-t', '0']);
    expect(arrived).toEqual(Array(3).fill({ ...own, input: 'Why?', temperature: 0 }));
    // The step with the refused requests runs on the sandbox.
    const provoked = lines.filter(({ step }) => step === 6);
    expect(
      provoked.map(({ provider, variant, request }) => ({ provider, variant, request })),
    ).toEqual(
      Array(2).fill({
        provider: 'sandbox',
        variant: {},
        request: {
          method: 'POST',
          path: '/v1/responses',
          body: { model: 'gpt-4o-mini', input: 'Hello' },
        },
      }),
    );
  });

  it('are named in the variant, with nothing that was not set', async () => {
    const { lines } = await sentBy(['--step', '2', '-t', '0', '-i', 'Be brief.', '-p', 'Why?']);
    expect(lines[0]?.variant).toEqual({ temperature: 0, instructions: 'Be brief.' });
  });

  it('given twice run the step once for each combination', async () => {
    const { arrived } = await sentBy(['--step', '2', '-t', '0', '-t', '1', '-i', 'A', '-i', 'B']);
    const sorted = (bodies: unknown[]) => bodies.map((body) => JSON.stringify(body)).sort();
    expect(sorted(arrived)).toEqual(
      sorted([
        { ...own, instructions: 'A', temperature: 0 },
        { ...own, instructions: 'A', temperature: 1 },
        { ...own, instructions: 'B', temperature: 0 },
        { ...own, instructions: 'B', temperature: 1 },
      ]),
    );
  });

  it('--samples runs the step that often', async () => {
    const { arrived, lines } = await sentBy(['--step', '2', '--samples', '3']);
    expect(arrived).toEqual(Array(3).fill(own));
    expect(lines.find(({ type }) => type === 'comparison')).toMatchObject({
      samples: 3,
      distinct: 1,
    });
  });

  it('never make a lesson without streams stream', async () => {
    const { arrived } = await sentBy(['--no-stream']);
    for (const body of arrived) expect(body).not.toHaveProperty('stream');
  });
});

describe('A request of a lesson in text', () => {
  it('says what the flags add to the code that is shown', async () => {
    const { out } = await runCourse([
      'lesson',
      '01',
      '--step',
      '2',
      '-t',
      '0',
      '-i',
      'Be "brief".',
    ]);
    expect(out).toContain('Added to the request: instructions: "Be \\"brief\\".", temperature: 0');
  });

  it('says nothing of the kind without flags', async () => {
    const { out } = await runCourse(['lesson', '01', '--step', '2']);
    expect(out).not.toContain('Added to the request');
  });

  it('shows the learner’s own question and model in the code', async () => {
    const { out } = await runCourse([
      'lesson',
      '01',
      '--step',
      '2',
      '-p',
      'Who?',
      '-m',
      'gpt-6-luna',
    ]);
    expect(out).toContain("const question = 'Who?';");
    expect(out).toContain("const model = 'gpt-6-luna';");
  });
});
