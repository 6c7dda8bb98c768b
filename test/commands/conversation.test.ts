import { describe, expect, it } from 'vitest';
import { runCourse, scratchFolder } from '../helpers/course.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';
import { change, enter, headings, leave, on, storedIn, talk, upTo } from './talk.ts';

const addedTo = (out: string) => out.match(/Added to the request: .*/g);
const questions = (out: string) => out.match(/const question = .*/g);

describe('A lesson on a terminal', () => {
  it('goes on, step by step, to the recap, the quiz and the end', async () => {
    const { exitCode, out, err, stored, asked } = await talk([
      ...[on, enter, on, '12', on, enter, on, on, 'Once', on, on],
      'It tells the server',
      'Because `POST` is faster',
      'In the parts',
      'Check which key',
      'Revoke the key',
      'OPENAI_API_KEY',
    ]);
    expect(exitCode).toBe(0);
    expect(headings(out)).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `Step ${number} of 7`));
    expect(out).toContain('To keep in mind');
    expect(out.match(/^(Right|Not quite)\.$/gm)).toEqual([
      'Right.',
      'Not quite.',
      'Right.',
      'Right.',
      'Right.',
      'Right.',
    ]);
    expect(out).toContain('5 of 6 questions right.');
    expect(err).toMatch(/^5 requests · 36 tokens in/m);
    expect(stored).toMatchObject({
      steps: ['round-trip', 'smallest-call', 'response', 'plain-fetch', 'curl', 'refused', 'keys'],
      place: null,
      quiz: {
        key: true,
        post: false,
        'output-text': true,
        unauthorized: true,
        leaked: true,
        variable: true,
      },
    });
    expect(asked.filter((message) => message === 'What next?')).toHaveLength(7);
  });

  it('runs a demo only when the learner says so', async () => {
    const { out, err } = await talk([on]);
    expect(headings(out)).toHaveLength(2);
    expect(out).not.toContain('It prints');
    expect(err).not.toContain('request ·');
  });

  it('says why an answer of the quiz is right, and why the others are not', async () => {
    const { out } = await talk([
      ...[on, enter, on, enter, on, enter, on, on, 'Just', on, on],
      'It encrypts',
    ]);
    expect(out).toContain('Not quite.');
    expect(out).toMatch(/1\. .+\n {3}Wrong\. HTTPS encrypts everything/);
    expect(out).toMatch(/2\. .+\n {3}Right\. The header/);
  });
});

describe('A window that is made narrower in the middle of a lesson', () => {
  it('is written in as wide as it is then', async () => {
    let columns = 120;
    const narrow = (text: string) => {
      if (text.includes('Step 1 of 7')) columns = 50;
    };
    const { out } = await talk([on, leave], { columns: () => columns, onOut: narrow });
    const [line = ''] = /^This is a whole program.*$/m.exec(out) ?? [];
    expect(line.length).toBeGreaterThan(20);
    expect(line.length).toBeLessThanOrEqual(50);
  });
});

describe('A prediction', () => {
  const atResponse = [on, enter, on];
  const atRefused = [...upTo[4], on, on];

  it('that is right is told so', async () => {
    const { out } = await talk([...atResponse, '12', leave]);
    expect(out).toContain('You guessed 12 tokens: right.');
  });

  it('that is wrong is told with what it was', async () => {
    const { out } = await talk([...atResponse, '4.5', leave]);
    expect(out).toContain('You guessed 4.5 tokens; it was 12 tokens.');
  });

  it('that is left out is told of no more', async () => {
    const { out } = await talk([...atResponse, enter, leave]);
    expect(out).not.toContain('You guessed');
    expect(out).toContain('The server counted 12 tokens');
  });

  it.each([
    ['Once', 'You guessed "Once": right.'],
    ['Three times', 'You guessed "Three times: once, and two retries"; it was "Once".'],
  ])('of an outcome: "%s"', async (guess, told) => {
    const { out } = await talk([...atRefused, guess, leave]);
    expect(out).toContain(told);
  });

  it('of an outcome may be left out', async () => {
    const { out } = await talk([...atRefused, 'Just run it', leave]);
    expect(out).not.toContain('You guessed');
    expect(out).toContain('It sent it once');
  });

  it.each(['twelve', '-1', '1e3'])('that is no number ("%s") is refused', async (guess) => {
    const { asked } = await talk([...atResponse, guess]);
    expect(asked).toContain('Type a number, or just Enter.');
  });
});

describe('One step alone, on a terminal,', () => {
  const alone = (step: string, answers: string[], flags: string[] = []) =>
    runCourse(['lesson', '01', '--step', step, '--latency', 'none', ...flags], { answers });

  it('waits for the guess, and tells what it was', async () => {
    const { exitCode, out, asked } = await alone('3', ['12']);
    expect(exitCode).toBe(0);
    expect(asked).toEqual(['Your guess, in tokens (Enter: just run it)']);
    expect(out).toContain('You guessed 12 tokens: right.');
  });

  it.each([
    ['has nothing to guess', '2', []],
    ['runs with --yes', '3', ['--yes']],
  ])('asks nothing when it %s', async (_, step, flags) => {
    const { exitCode, out, asked } = await alone(step, [], flags);
    expect({ exitCode, asked }).toEqual({ exitCode: 0, asked: [] });
    expect(out).toContain('It prints');
  });
});

describe('After a step the learner', () => {
  it('runs it again', async () => {
    const { out, err } = await talk([...upTo[2], 'Run it again', 'Run it again', leave]);
    expect(out.match(/It prints \(answers are simulated\):/g)).toHaveLength(3);
    expect(err).toMatch(/^3 requests/m);
  });

  it.each([
    ['The prompt', 'Why is the sky "blue"?', /const question = 'Why is the sky "blue"\?';/],
    [
      'The instructions',
      'Answer like a pirate.',
      /Added to the request: instructions: "Answer like a pirate\."/,
    ],
    ['The temperature', '0', /Added to the request: temperature: 0/],
    ['The model', 'gpt-6-luna', /const model = 'gpt-6-luna';/],
  ])('changes it in place: %s', async (what, value, shown) => {
    const { out, err } = await talk([...upTo[2], change, what, value, leave]);
    expect(out).toMatch(shown);
    expect(out.match(/It prints \(answers are simulated\):/g)).toHaveLength(2);
    expect(err).toMatch(/^2 requests/m);
  });

  it('keeps what was changed in the next step, and adds to it', async () => {
    const { out } = await talk([
      ...upTo[2],
      ...[change, 'The temperature', '0.5'],
      ...[change, 'The instructions', 'Be brief.'],
      ...[on, enter, leave],
    ]);
    expect(addedTo(out)).toEqual([
      'Added to the request: temperature: 0.5',
      'Added to the request: temperature: 0.5, instructions: "Be brief."',
      'Added to the request: temperature: 0.5, instructions: "Be brief."',
    ]);
  });

  it('takes a change back with an empty line', async () => {
    const { out } = await talk([
      ...upTo[2],
      ...[change, 'The prompt', 'Why?'],
      ...[change, 'The temperature', '2'],
      ...[change, 'The prompt', enter],
      ...[change, 'The temperature', enter],
      leave,
    ]);
    expect(questions(out)?.at(-2)).toBe("const question = 'What is an API?';");
    expect(addedTo(out)).toHaveLength(2);
  });

  it('takes all changes back at once', async () => {
    const { out } = await talk([
      ...upTo[2],
      ...[change, 'The prompt', 'Why?'],
      ...[change, 'Everything back'],
      leave,
    ]);
    expect(questions(out)?.at(-1)).toBe("const question = 'What is an API?';");
  });

  it('changes nothing after all', async () => {
    const { out, offered } = await talk([...upTo[2], change, 'Nothing', leave]);
    expect(out.match(/It prints \(answers are simulated\):/g)).toHaveLength(1);
    expect(offered.at(-2)).not.toContain('Everything back to how it was');
  });

  it.each(['3', '-1', 'warm'])('cannot set the temperature to "%s"', async (value) => {
    const { asked } = await talk([...upTo[2], change, 'The temperature', value]);
    expect(asked).toContain('A temperature is a number from 0 to 2.');
  });

  it('reads the code again, without running it', async () => {
    const { out, err } = await talk([...upTo[2], 'Read the code', leave]);
    expect(out.match(/console\.log\(response\.output_text\);/g)).toHaveLength(2);
    expect(err).toMatch(/^1 request ·/m);
  });

  it('goes back one step, and on again', async () => {
    const { out, stored } = await talk([...upTo[2], 'Back one step', on, enter, leave]);
    expect(headings(out)).toEqual(['Step 1 of 7', 'Step 2 of 7', 'Step 1 of 7', 'Step 2 of 7']);
    expect(stored).toMatchObject({ steps: ['round-trip'], place: 'smallest-call' });
  });

  it('is offered what makes sense there', async () => {
    const { offered } = await talk([
      ...[on, enter, on, enter, on, enter, on, on, 'Once', on],
      leave,
    ]);
    const run = 'Run it again';
    const changeIt = 'Change the prompt, instructions, temperature or model, and run it';
    const read = 'Read the code again';
    const back = 'Back one step';
    const next = 'On to the next step';
    const away = 'Leave, and keep my place';
    expect(offered.filter(([first]) => first?.startsWith(on))).toEqual([
      [next, away],
      [next, run, changeIt, read, back, away],
      [next, run, changeIt, read, back, away],
      [next, run, changeIt, read, back, away],
      [next, back, away],
      [next, run, read, back, away],
      ['On to the recap and the quiz', back, away],
    ]);
  });

  it('leaves, keeps the place and is told how to go on', async () => {
    const { exitCode, out, stored } = await talk([...upTo[3], leave]);
    expect(exitCode).toBe(0);
    expect(out).toContain('Your place is kept. Go on with: course lesson');
    expect(stored).toEqual({ steps: ['round-trip', 'smallest-call'], place: 'response', quiz: {} });
    expect(out).not.toContain('What you changed');
  });

  it('leaves, and is told that changes to the requests are not kept', async () => {
    const { out } = await talk([...upTo[2], change, 'The temperature', '1.9', leave]);
    expect(out).toContain('What you changed about the requests is not kept');
  });
});

describe('A step that fails', () => {
  it('says why, and may be run again', async () => {
    const home = scratchFolder();
    const args = ['lesson', '01', '--no-color', '--fail', '401,ok', '--max-retries', '0'];
    const { exitCode, out, err } = await runCourse(args, {
      clock: simulatedClock(),
      answers: [on, enter, 'Run it again', on, enter, leave],
      columns: 200,
      env: { COURSE_HOME: home },
    });
    expect(exitCode).toBe(0);
    expect(err).toContain('The server does not know this key');
    expect(out.match(/It prints \(answers are simulated\):/g)).toHaveLength(2);
    expect(storedIn(home)).toMatchObject({ steps: ['round-trip', 'smallest-call'] });
  });
});
