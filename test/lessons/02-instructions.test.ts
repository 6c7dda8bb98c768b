import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lesson } from '../../lessons/02-instructions/lesson.ts';
import {
  keptBy,
  likelihoods,
  temperatureTable,
  wordsKeptBy,
} from '../../lessons/02-instructions/next-word.ts';
import { readUsage } from '../../src/usage/usage.ts';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { apiError, startLoopback } from '../helpers/loopback.ts';
import { create, type Json, testSandbox } from '../sandbox/sandbox-under-test.ts';

interface Line {
  readonly type: string;
  readonly variant: { readonly temperature?: number; readonly top_p?: number };
  readonly request: { readonly body: Json };
  readonly response: Json;
  readonly output_text: string;
  readonly status: string;
  readonly usage: { readonly input_tokens: number };
}

const numberOf = (id: string) => lesson.steps.findIndex((step) => step.id === id) + 1;

/** The calls of one step. */
async function callsOf(id: string, args: readonly string[] = [], options: CourseOptions = {}) {
  const step = ['--step', String(numberOf(id)), '--json'];
  const run = await runCourse(['lesson', '02', ...step, ...args], options);
  expect(run.exitCode, run.err).toBe(0);
  const lines = run.json() as unknown as Line[];
  return lines.filter(({ type }) => type === 'exchange');
}

/** What one step shows, on one line. */
async function shown(id: string, args: readonly string[] = [], options: CourseOptions = {}) {
  const run = await runCourse(['lesson', '02', '--step', String(numberOf(id)), ...args], options);
  expect(run.exitCode, run.err).toBe(0);
  return run.out.replaceAll(/\s+/g, ' ');
}

const bodies = (calls: readonly Line[]) => calls.map(({ request }) => request.body);
const inputTokens = (body: Json) => readUsage(body)?.inputTokens ?? 0;
const pirate = 'You are a pirate.';
const reasoning = { model: 'gpt-6-luna' };

describe('What lesson 02 says is so:', () => {
  it('instructions are counted as input, with every call that they go with', async () => {
    const sandbox = await testSandbox();
    const alone = inputTokens((await create(sandbox)).body);
    const told = [
      inputTokens((await create(sandbox, { instructions: pirate })).body),
      inputTokens((await create(sandbox, { instructions: pirate })).body),
    ];
    expect(told[0]).toBeGreaterThan(alone);
    expect(told[1]).toBe(told[0]);
  });

  it('what a request does not carry, the model does not know: instructions are not remembered', async () => {
    const sandbox = await testSandbox();
    const before = inputTokens((await create(sandbox)).body);
    await create(sandbox, { instructions: pirate });
    const { body } = await create(sandbox);
    expect(body.instructions).toBeNull();
    expect(inputTokens(body)).toBe(before);
  });

  it.each(['developer', 'system'])(
    'instructions are like a %s message in front of the input',
    async (role) => {
      const sandbox = await testSandbox();
      const input = [
        { role, content: pirate },
        { role: 'user', content: 'hi' },
      ];
      const listed = await create(sandbox, { input });
      const told = await create(sandbox, { instructions: pirate });
      expect(inputTokens(listed.body)).toBe(inputTokens(told.body));
    },
  );

  it('temperature and top_p are 1 unless a request says otherwise, and nothing caps the answer', async () => {
    const { body } = await create(await testSandbox());
    expect(body).toMatchObject({ temperature: 1, top_p: 1, max_output_tokens: null });
  });

  it.each([
    [{ temperature: 2 }, 200],
    [{ temperature: 2.1 }, 400],
    [{ temperature: -0.1 }, 400],
    [{ top_p: 0 }, 200],
    [{ top_p: 1.1 }, 400],
    [{ temperature: 0, top_p: 0.5 }, 200],
    [{ max_output_tokens: 16 }, 200],
    [{ max_output_tokens: 15 }, 400],
  ])('%j gets status %i', async (settings, status) => {
    expect(await create(await testSandbox(), settings)).toMatchObject({ status });
  });

  it('there is no `seed`', async () => {
    const { status, body } = await create(await testSandbox(), { seed: 1 });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'unknown_parameter', param: 'seed' });
  });

  it.each([{ temperature: 0 }, { temperature: 1 }, { top_p: 0.5 }])(
    'a reasoning model refuses %j with a 400 that names the field',
    async (settings) => {
      const { status, body } = await create(await testSandbox(), { ...reasoning, ...settings });
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ param: Object.keys(settings)[0] });
    },
  );

  it('some reasoning models accept a temperature when they are told not to think, some never', async () => {
    const sandbox = await testSandbox();
    const asked = { temperature: 0, reasoning: { effort: 'none' } };
    expect(await create(sandbox, { ...asked, model: 'gpt-5.5' })).toMatchObject({ status: 200 });
    expect(await create(sandbox, { ...asked, model: 'gpt-6-astra' })).toMatchObject({
      status: 400,
    });
  });
});

describe('The likelihood of the next word', () => {
  const falling = fc
    .array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 9 })
    .map((logits) => logits.sort((a, b) => b - a));
  const temperature = fc.double({ min: 0.01, max: 2, noNaN: true });

  it('adds up to 1 and keeps the order of the logits', () => {
    fc.assert(
      fc.property(falling, temperature, (logits, at) => {
        const shares = likelihoods(logits, at);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      }),
    );
  });

  it('favours the likeliest more, the lower the temperature', () => {
    fc.assert(
      fc.property(falling, temperature, temperature, (logits, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const first = (at: number) => likelihoods(logits, at)[0] ?? 0;
        expect(first(low)).toBeGreaterThanOrEqual(first(high) - 1e-9);
      }),
    );
  });

  it('is cut by top_p to the fewest words that reach it', () => {
    fc.assert(
      fc.property(falling, fc.double({ min: 0, max: 1, noNaN: true }), (logits, topP) => {
        const shares = likelihoods(logits, 1);
        const kept = keptBy(topP, shares);
        const reached = (count: number) =>
          shares.slice(0, count).reduce((sum, share) => sum + share, 0);
        expect(kept).toBeGreaterThanOrEqual(1);
        expect(reached(kept)).toBeGreaterThanOrEqual(Math.min(topP, reached(shares.length)));
        if (kept > 1) expect(reached(kept - 1)).toBeLessThan(topP);
      }),
    );
  });

  it('is shown as the lesson says: nearly certain at 0.2, spread out at 2', () => {
    const rows = temperatureTable()
      .split('\n')
      .map((row) => row.split(' | ').map((cell) => cell.replaceAll(/[|\s]/g, '')));
    expect(rows[0]).toEqual(['Theskyis…', 'at0.2', 'at1', 'at2']);
    expect(rows[2]).toEqual(['blue', '99%', '66%', '47%']);
    expect(rows.at(-1)).toEqual(['falling', 'under1%', '1%', '6%']);
  });

  it('leaves what the lesson says of top_p', () => {
    expect(wordsKeptBy(0.1)).toEqual(['blue']);
    expect(wordsKeptBy(0.9)).toEqual(['blue', 'clear', 'grey']);
    expect(wordsKeptBy(1)).toHaveLength(4);
  });
});

describe('Lesson 02', () => {
  it('goes from the first instruction to the last setting', async () => {
    const { exitCode, out } = await runCourse(['lesson', '02']);
    expect(exitCode).toBe(0);
    for (const { title } of lesson.steps) expect(out).toContain(title);
    expect(out).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('asks alone, then with instructions, and counts what they took', async () => {
    const calls = await callsOf('instructions');
    expect(bodies(calls).map(({ instructions }) => typeof instructions)).toEqual([
      'undefined',
      'string',
    ]);
    const [alone = 0, told = 0] = calls.map(({ usage }) => usage.input_tokens);
    const out = await shown('instructions');
    expect(out).toContain(`${told - alone} tokens for 7 words: instructions are text`);
  });

  it('compares a guess with what the instructions took', async () => {
    const flags = ['lesson', '02', '--latency', 'none'];
    const { out } = await runCourse(flags, { answers: ['13', 'Leave'] });
    expect(out).toContain('You guessed 13 tokens: right.');
  });

  it('does not compare two calls that had the same instructions', async () => {
    const out = await shown('instructions', ['--instructions', pirate]);
    expect(out).toContain('there is nothing to compare');
  });

  it('asks a comedian and a professor the same, and gets two answers', async () => {
    const calls = await callsOf('characters');
    expect(bodies(calls).map(({ instructions }) => instructions)).toEqual([
      'You are a sarcastic comedian.',
      'You are a formal professor.',
    ]);
    expect(new Set(bodies(calls).map(({ input }) => input)).size).toBe(1);
    expect(new Set(calls.map(({ output_text }) => output_text)).size).toBe(2);
  });

  it('sends the first answer again as what the assistant said', async () => {
    const [first, second] = await callsOf('roles');
    expect(second?.request.body.input).toEqual([
      { role: 'developer', content: 'Answer in one sentence.' },
      { role: 'user', content: lesson.question },
      { role: 'assistant', content: first?.output_text },
      { role: 'user', content: 'Explain that to a five-year-old.' },
    ]);
    expect(await shown('roles')).toMatch(/\d+ went in with the first call, \d+ with the second\./);
  });

  it('asks three times at temperature 0 and three times at 1: steady answers, then varied ones', async () => {
    const calls = await callsOf('temperature');
    const texts = (temperature: number) =>
      calls
        .filter(({ request }) => request.body.temperature === temperature)
        .map(({ output_text }) => output_text);
    expect(texts(0)).toHaveLength(3);
    expect(texts(1)).toHaveLength(3);
    expect(new Set(texts(0)).size).toBe(1);
    expect(new Set(texts(1)).size).toBeGreaterThan(1);
    const out = await shown('temperature');
    expect(out).toContain('`temperature: 0`: 1 distinct of 3 answers');
    expect(out).toMatch(/`temperature: 1`: [23] distinct of 3 answers/);
  });

  it('varies less with a low top_p', async () => {
    expect(bodies(await callsOf('top-p')).map(({ top_p }) => top_p)).toEqual([
      0.1, 0.1, 0.1, 1, 1, 1,
    ]);
    const out = await shown('top-p');
    expect(out).toContain('`top_p: 0.1`: 1 distinct of 3 answers');
    expect(out).toMatch(/`top_p: 1`: [23] distinct of 3 answers/);
    expect(out).not.toContain('both were set');
  });

  it('says so when a flag of the learner sets temperature beside top_p', async () => {
    expect(await shown('top-p', ['--temperature', '0.5'])).toContain('both were set');
  });

  it.each([
    ['temperature', ['-t', '1.9'], 'Your own setting runs in their place'],
    ['characters', ['-i', pirate], 'Your own instructions run in their place'],
  ])(
    'says of step %s whose setting runs, and asks no guess about others',
    async (id, flags, told) => {
      const out = await shown(id, flags);
      expect(out).toContain(told);
      expect(out).not.toMatch(/three times at|twice|guess/);
    },
  );

  it('asks its guess where the variants run that it is about, with another model too', async () => {
    for (const flags of [[], ['-t', '1', '-t', '0'], ['-m', 'gpt-4o']]) {
      const out = await shown('temperature', flags);
      expect(out).toContain('Before it runs, guess');
      expect(out).toContain('three times at 0');
    }
  });

  it('does not ask on a terminal for a guess about what does not run', async () => {
    const { asked } = await runCourse(['lesson', '02', '-t', '1.9', '--latency', 'none'], {
      answers: ['', 'On to', '', 'On to', '', 'On to', '', 'Leave'],
    });
    expect(asked.filter((message) => message.startsWith('Your guess'))).toHaveLength(1);
    expect(asked.filter((message) => message === 'Press Enter to run it')).toHaveLength(3);
  });

  it('shows the 400 of a model that takes no temperature, as it arrives', async () => {
    const [call] = await callsOf('refused');
    expect(call?.request.body).toMatchObject({ model: 'gpt-6-luna', temperature: 0 });
    expect(call).toMatchObject({ status: 'failed', output_text: null });
    expect(call?.response.error).toMatchObject({ param: 'temperature', code: null });
    const out = await shown('refused');
    expect(out).toContain("400 { message: \"Unsupported parameter: 'temperature'");
    expect(out).toContain('The request is refused, with status 400');
  });

  it('provokes its refusal on the sandbox with every provider', async () => {
    await using server = await startLoopback(apiError(500, {}));
    const options = { fetch, env: { OPENAI_BASE_URL: server.baseUrl } };
    expect(await shown('refused', [], options)).toContain('Runs on the sandbox');
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['a reasoning model gets no temperature', [], false],
    ['a model that accepts one gets it', ['--model', 'gpt-4o'], true],
    ['a model that nobody knows gets none', ['--model', 'own-model'], false],
  ])('asks first: %s', async (_, flags, isSent) => {
    const run = await runCourse(['lesson', '02', '--step', '7', '--dry-run', ...flags]);
    expect(run.exitCode).toBe(0);
    expect('temperature' in JSON.parse(run.out)).toBe(isSent);
  });

  it('tells whether a temperature was sent', async () => {
    const told = await shown('ask-first');
    expect(told).toContain('`gpt-6-luna` accepts a temperature at most with effort `none`');
    expect(told).toContain('so the request had no temperature, and was answered');
    expect(await shown('ask-first', ['-m', 'gpt-5'])).toContain('`gpt-5` accepts no temperature');
    const out = await shown('ask-first', ['--model', 'gpt-4o']);
    expect(out).toContain('`gpt-4o` accepts a temperature, so the request had one.');
  });

  it('still shows temperature after the default model is shut down', async () => {
    const env = { COURSE_NOW: '2027-02-01T00:00:00Z' };
    const calls = await callsOf('temperature', [], { env });
    expect(bodies(calls).map(({ model }) => model)).toEqual(Array(6).fill('gpt-5.4-mini'));
    const { exitCode } = await runCourse(['lesson', '02'], { env });
    expect(exitCode).toBe(0);
  });

  it.each([
    [['--prompt', 'Hi']],
    [['--instructions', pirate, '--temperature', '0', '--temperature', '1']],
    [['--samples', '2', '--top-p', '0.5']],
    [['--model', 'gpt-5.4-mini', '--no-stream']],
    [['--max-output-tokens', '16']],
    [['--model', 'gpt-4o', '--model', 'gpt-6-luna']],
  ])('holds with %j', async (flags) => {
    const { exitCode, out } = await runCourse(['lesson', '02', ...flags]);
    expect(exitCode).toBe(0);
    expect(out).toContain('To keep in mind');
    expect(out).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('shows a model that refuses among others as a row with its reason', async () => {
    const models = ['--model', 'gpt-4o', '--model', 'gpt-6-luna'];
    const out = await shown('temperature', models);
    expect(out).toMatch(/gpt-6-luna · refused/);
    expect(out).toContain('`temperature: 0`: 1 distinct of 3 answers');
  });

  it.each(['500*9', 'reset*9', '401', 'quota', 'html*9', 'failed@0'])(
    'ends with an explanation after --fail %s',
    async (script) => {
      const flags = ['--step', '1', '--fail', script, '--max-retries', '0'];
      const { exitCode, err } = await runCourse(['lesson', '02', ...flags]);
      expect(exitCode).toBe(1);
      expect(err).toContain('Error: ');
      expect(err).not.toMatch(/\.ts:\d/);
    },
  );

  it('shows why its only model takes no temperature, and goes on', async () => {
    const { exitCode, out } = await runCourse(['lesson', '02', '--model', 'gpt-6-luna']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/Unsupported parameter: 'temperature'/);
    expect(out).toContain('No answer came, so there is nothing to compare.');
    expect(out).toContain('To keep in mind');
  });
});
