import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLessons } from '../../src/course/catalog.ts';
import type { Lesson } from '../../src/course/lesson.ts';
import type { Question } from '../../src/course/quiz/question.ts';
import { lint } from '../../src/lint/lint.ts';
import type { LintSetup } from '../../src/lint/rule.ts';
import { packageRoot, runCourse, scratchFolder } from '../helpers/course.ts';
import { practiceHost } from '../practice/helpers.ts';

const setup: LintSetup = {
  ...practiceHost(),
  today: new Date('2026-11-20T12:00:00Z'),
  packageRoot,
  commands: ['lesson', 'practice'],
  flags: ['--fail', '--step'],
};

const lessons = await loadLessons();
const [first] = lessons;
if (!first) throw new Error('The course has no lesson.');

/** What is complained of in a lesson that is the first but for this. */
async function complaints(
  changes: Partial<Lesson>,
  { quick = true, ...others }: { quick?: boolean; packageRoot?: string } = {},
): Promise<string[]> {
  const lesson: Lesson = {
    ...first,
    quiz: [],
    steps: [],
    goals: [],
    recap: [],
    ...changes,
  } as Lesson;
  const told: string[] = [];
  for await (const linted of lint([lesson], { ...setup, ...others }, { quick })) {
    if (linted.type === 'checked')
      told.push(...linted.problems.map(({ where, what }) => `${where}: ${what}`));
  }
  return told.filter((line) => !line.startsWith('quiz: ask four'));
}

const question: Question = {
  kind: 'choice',
  id: 'why',
  question: 'Why?',
  choices: [
    { text: 'Yes', isRight: true, explanation: 'That is how it is, and not otherwise.' },
    { text: 'No', isRight: false, explanation: 'That is not how it is, but otherwise.' },
  ],
};

// Programs run for real.
describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
  'Lesson %s',
  { timeout: 600_000 },
  (_, lesson) => {
    it('has nothing that the lint complains of', async () => {
      const { out: help } = await runCourse(['--help']);
      const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
      const pages = await Promise.all(commands.map((name) => runCourse([name, '--help'])));
      const flags = pages.flatMap(({ out }) =>
        [...out.matchAll(/--[a-z-]+/g)].map(([flag]) => flag),
      );
      for await (const linted of lint([lesson], { ...setup, commands, flags }, { quick: false })) {
        expect(linted).toEqual({ type: 'checked', rule: linted.rule, problems: [] });
      }
    });
  },
);

describe('The lint complains of', () => {
  it('a lesson that is not in the catalog, or has no folder', async () => {
    expect(await complaints({ slug: 'other' })).toEqual([
      'catalog.ts: it is not listed as 01-other',
      'lessons/: there is no folder 01-other',
    ]);
  });

  it('two things of one name, and names that are none', async () => {
    const step = { title: '', text: '' };
    expect(
      await complaints({
        steps: [
          { ...step, id: 'a' },
          { ...step, id: 'a' },
          { ...step, id: 'B c' },
        ],
      }),
    ).toEqual([
      'step a: there are two of that name',
      'step B c: use small letters, digits and hyphens',
    ]);
  });

  it.each<[string, Question, string]>([
    [
      'two right answers',
      { ...question, choices: question.choices.map((choice) => ({ ...choice, isRight: true })) },
      '2 of its choices are right, instead of one',
    ],
    [
      'no right answer',
      { ...question, choices: question.choices.map((choice) => ({ ...choice, isRight: false })) },
      '0 of its choices are right, instead of one',
    ],
    [
      'the same choice twice',
      { ...question, choices: question.choices.map((choice) => ({ ...choice, text: 'Same' })) },
      'two of its choices are the same',
    ],
    [
      'a choice without an explanation',
      { ...question, choices: question.choices.map((choice) => ({ ...choice, explanation: '' })) },
      'an explanation is missing',
    ],
    [
      'a gap that is not there',
      {
        kind: 'blank',
        id: 'why',
        question: 'Why?',
        accepts: ['so'],
        explanation: 'Because it is so, that is why.',
        mistakes: [],
      },
      'it has no gap: write ___',
    ],
    [
      'an order of one',
      {
        kind: 'order',
        id: 'why',
        question: 'Why?',
        items: ['a'],
        explanation: 'Because it is so, that is why.',
      },
      'there is nothing to choose between',
    ],
  ])('a question with %s', async (_, wrong, what) => {
    expect(await complaints({ quiz: [wrong] })).toEqual([`question why: ${what}`]);
  });

  it('the right answer always at one place', async () => {
    const quiz = ['a', 'b', 'c', 'd'].map((id) => ({ ...question, id }));
    expect(await complaints({ quiz })).toEqual([
      'quiz: the right answer is always at the same place',
    ]);
  });

  it('commands, flags and files that do not exist', async () => {
    const text =
      'Type `course lesson 01 --fail 429`, or `course dance --nowhere`. See lessons/catalog.ts and src/gone.ts.';
    expect(await complaints({ steps: [{ id: 'a', title: '', text }] })).toEqual([
      'prose: there is no command "course dance"',
      'prose: no command has the flag --nowhere',
      'prose: there is no file src/gone.ts',
    ]);
  });

  it('a demo that does not run offline', async () => {
    const demo = {
      file: 'call.ts',
      run: async () => {
        throw new Error('Broken.');
      },
      role: 'default',
      asksQuestion: false,
    } as const;
    const steps = [{ id: 'a', title: '', text: '', demo }];
    await expect(complaints({ steps }, { quick: false })).rejects.toThrow('Broken.');
  });
});

describe('course lint', () => {
  it('says of each rule that it holds, or was left out', async () => {
    const { exitCode, out } = await runCourse(['lint', '01', '--quick']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^holds {4}lessons are numbered without a gap/m);
    expect(out).toMatch(
      /^skipped {2}each demo runs offline: it runs programs, and --quick was said/m,
    );
  });

  it('is one line a rule with --json', async () => {
    const lines = (await runCourse(['lint', '01', '--quick', '--json'])).json();
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatchObject({ type: 'lint', problems: [] });
  });

  it('skips what needs a compiler that is not there, and says so', async () => {
    const told = [];
    for await (const linted of lint(
      [{ ...first, steps: [] }],
      { ...setup, packageRoot: scratchWithLessons() },
      { quick: false },
    )) {
      if (linted.type === 'skipped') told.push(linted.because);
    }
    expect(told).toEqual(['The TypeScript compiler is not installed here.']);
  });
});

/** A folder that has the lessons and nothing that is installed. */
function scratchWithLessons(): string {
  const folder = scratchFolder();
  symlinkSync(join(packageRoot, 'lessons'), join(folder, 'lessons'));
  return folder;
}
