import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answers, runCourse, scratchFolder } from '../helpers/course.ts';

const wrong = 'It encrypts the prompt on its way.';
const right = 'It tells the server whose request this is, and who pays for it.';

/** Asks on a terminal on a day; when the answers are used up the input ends. */
async function asked(home: string, day: string, args: readonly string[], answers: Answers) {
  const env = { COURSE_HOME: home, COURSE_NOW: `${day}T12:00:00Z` };
  return runCourse(['quiz', ...args, '--no-color'], { env, answers });
}
const stored = (home: string) =>
  JSON.parse(readFileSync(join(home, 'progress.json'), 'utf8')).lessons;

describe('course quiz on a terminal', () => {
  it('asks, explains and keeps what was answered', async () => {
    const home = scratchFolder();
    const { out, exitCode } = await asked(
      home,
      '2026-11-20',
      ['01'],
      [right, 'Because `POST` is faster.'],
    );
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^Lesson 01 · First call\n\nQuestion 1 of 6$/m);
    expect(out).toMatch(/Right\.\n1\. .+\n {3}Wrong\. HTTPS encrypts everything/);
    expect(out).toContain('Not quite.');
    expect(stored(home)['01']).toMatchObject({
      quiz: { key: true, post: false },
      review: { post: { stage: 0, due: '2026-11-21' } },
    });
  });

  it('says at its end when what was missed comes back', async () => {
    const answers = [
      wrong,
      'Because `POST` is faster',
      'In the parts',
      'Check which key',
      'Revoke',
    ];
    const home = scratchFolder();
    const { out } = await asked(home, '2026-11-20', ['01'], [...answers, 'OPENAI_API_KEY']);
    expect(out).toMatch(
      /4 of 6 questions right\.\nThose that you missed come back from 2026-11-21 on: course quiz --review\n$/,
    );
  });

  it('takes words for a gap and numbers for an order, and asks again for anything else', async () => {
    const home = scratchFolder();
    const { out } = await asked(home, '2026-11-20', ['06'], ['1,000', 'context']);
    expect(out).toContain('It is `window`.');
    expect(stored(home)['06'].quiz).toMatchObject({ window: false });
  });

  it('asks the first lesson with an open question when none is named', async () => {
    const { out } = await asked(scratchFolder(), '2026-11-20', [], []);
    expect(out).toContain('What is the API key for?');
  });
});

describe('course quiz --review', () => {
  it('brings back what was missed when its day has come, and only that', async () => {
    const home = scratchFolder();
    await asked(home, '2026-11-20', ['01'], [wrong]);
    const early = await asked(home, '2026-11-20', ['--review'], []);
    expect(early.err).toContain('Nothing to review today. Next: 2026-11-21.');
    const { out } = await asked(home, '2026-11-21', ['--review'], [right]);
    expect(out).toContain('Question 1 of 1');
    expect(out).toMatch(/1 of 1 question right\.\n$/);
    expect(stored(home)['01'].review).toEqual({ key: { stage: 1, due: '2026-11-24' } });
  });

  it('names each lesson with its first question', async () => {
    const home = scratchFolder();
    await asked(home, '2026-11-20', ['01'], [wrong, 'Because `POST` is faster']);
    await asked(home, '2026-11-20', ['06', '--answer', 'window=context'], []);
    const answers = [right, 'Because `POST` is faster', 'window'];
    const { out } = await asked(home, '2026-11-21', ['--review'], answers);
    expect(out.match(/^(Lesson|Question) .*$/gm)).toEqual([
      'Lesson 01 · First call',
      'Question 1 of 3',
      'Question 2 of 3',
      expect.stringMatching(/^Lesson 06 · /),
      'Question 3 of 3',
    ]);
  });

  it('says that nothing was missed', async () => {
    const { err, exitCode } = await asked(scratchFolder(), '2026-11-20', ['--review', '01'], []);
    expect(err).toContain('Nothing to review: no question is waiting');
    expect(exitCode).toBe(0);
  });
});

describe('course quiz without a terminal', () => {
  it('gives the questions as JSON, without the answers', async () => {
    const { json, out } = await runCourse(['quiz', '03']);
    const questions = json();
    expect(questions).toHaveLength(6);
    expect(questions[0]).toMatchObject({
      type: 'question',
      lesson: '03',
      id: 'gain',
      kind: 'choice',
    });
    const order = questions.find(({ kind }) => kind === 'order');
    expect(order?.choices).toHaveLength(4);
    expect(out).not.toMatch(/is_?right|explanation/i);
  });

  it('judges answers given by flag, and moves nothing', async () => {
    const home = scratchFolder();
    const flags = ['--answer', 'key=2', '--answer', 'variable=openai_api_key'];
    const { json, exitCode } = await runCourse(['quiz', '01', ...flags], {
      env: { COURSE_HOME: home },
    });
    expect(json()).toEqual([
      expect.objectContaining({ type: 'answer', id: 'key', is_right: true, right_answer: '2' }),
      expect.objectContaining({ id: 'variable', is_right: false, right_answer: 'OPENAI_API_KEY' }),
    ]);
    expect(exitCode).toBe(0);
    expect(() => stored(home)).toThrow('ENOENT');
  });

  it('takes the number of a question as well as its name', async () => {
    const flags = ['--answer', '1=2', '--answer', ' post =1', '--answer', '6=1'];
    const { json, exitCode } = await runCourse(['quiz', '01', ...flags]);
    const questions = (await runCourse(['quiz', '01'])).json();
    expect(exitCode).toBe(0);
    expect(json().map(({ id }) => id)).toEqual(['key', 'post', questions[5]?.id]);
  });

  it('keeps answers given by flag on a terminal', async () => {
    const home = scratchFolder();
    await asked(home, '2026-11-20', ['01', '--answer', 'key=2'], []);
    expect(stored(home)['01'].quiz).toEqual({ key: true });
  });

  it.each([
    ['key=9', 'Use a number from 1 to 3.'],
    ['key', 'Use a number from 1 to 3.'],
    ['variable=', 'Write what is missing.'],
    ['kez=1', 'Did you mean key?'],
    ['nonsense=1', 'There are: key, post'],
    ['0=1', 'their numbers from 1 to 6'],
    ['7=1', 'their numbers from 1 to 6'],
    ['2=9', 'as an answer to "post"'],
  ])('refuses --answer %s before it judges any', async (answer, advice) => {
    const { exitCode, err, out } = await runCourse([
      'quiz',
      '01',
      '--answer',
      'post=1',
      '--answer',
      answer,
    ]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(advice);
  });

  it('names the nearest lesson for one that there is not', async () => {
    const { exitCode, err } = await runCourse(['quiz', 'streamin']);
    expect(exitCode).toBe(2);
    expect(err).toContain('Did you mean streaming?');
  });
});
