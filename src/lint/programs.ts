import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import pLimit from 'p-limit';
import { exercisesOf, type ListedExercise } from '../practice/catalog.ts';
import { type CheckResult, checkExercise } from '../practice/check.ts';
import { type Language, languages, runners } from '../practice/languages.ts';
import { readProgram } from '../practice/programs.ts';
import { modelForRole } from '../usage/roles.ts';
import type { LintSetup, Problem, Rule } from './rule.ts';

/** Programs that run at the same time: they mostly wait. */
const concurrency = 4;

const fewestRight = 2;
const fewestWrong = 5;

/** How a program that comes with an exercise should fare. */
type Expectation =
  | { readonly kind: 'fails' }
  | { readonly kind: 'passes' }
  | { readonly kind: 'is caught'; readonly by: string };

interface Program {
  readonly listed: ListedExercise;
  /** Absolute. */
  readonly path: string;
  readonly expectation: Expectation;
}

export const programsDoAsTheyShould: Rule = {
  name: 'starters fail, right programs pass, and each wrong one is caught for its reason',
  isSlow: true,
  check: async (lessons, setup) => {
    const listed = lessons.flatMap((lesson) => exercisesOf(lesson, setup.packageRoot));
    const limit = pLimit(concurrency);
    const problems = listed.map(async (exercise) => {
      const programs = await programsOf(exercise);
      const judged = programs.map((program) => limit(() => judge(program, setup)));
      return [...missing(exercise, programs), ...(await Promise.all(judged)).flat()];
    });
    return (await Promise.all(problems)).flat();
  },
};

async function programsOf(listed: ListedExercise): Promise<Program[]> {
  const program = (path: string, expectation: Expectation) => ({ listed, path, expectation });
  const [top, right, wrong] = await Promise.all(
    ['', 'right', 'wrong'].map(async (name) => {
      const folder = join(listed.folder, name);
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
    }),
  );
  const caught = (wrong ?? []).map(async (path) => {
    const [, by = ''] = /Caught by: (.*)/.exec(await readFile(path, 'utf8')) ?? [];
    return program(path, { kind: 'is caught', by });
  });
  return [
    ...(top ?? []).map((path) =>
      program(path, { kind: basename(path).startsWith('start.') ? 'fails' : 'passes' }),
    ),
    ...(right ?? []).map((path) => program(path, { kind: 'passes' })),
    ...(await Promise.all(caught)),
  ];
}

function missing({ id, lesson }: ListedExercise, programs: readonly Program[]): Problem[] {
  const names = programs.map(({ path }) => basename(path));
  const count = (kind: Expectation['kind']) =>
    programs.filter(({ expectation }) => expectation.kind === kind).length;
  const others = count('passes') - 1;
  return [
    names.includes('start.mts') ? '' : 'there is no start.mts',
    names.includes('solution.mts') ? '' : 'there is no solution.mts',
    others >= fewestRight
      ? ''
      : `${others} other right programs, at least ${fewestRight} are needed`,
    count('is caught') >= fewestWrong
      ? ''
      : `${count('is caught')} wrong programs, at least ${fewestWrong} are needed`,
  ]
    .filter(Boolean)
    .map((what) => ({ lesson: lesson.id, where: `exercise ${id}`, what }));
}

async function judge({ listed, path, expectation }: Program, setup: LintSetup): Promise<Problem[]> {
  const result = await checkCopy(listed, path, setup);
  const failed = result.criteria.filter(({ passed }) => !passed).map(({ name }) => name);
  const what = complaint(expectation, result.passed, failed);
  const where = `exercise ${listed.id}, ${path.slice(listed.folder.length + 1)}`;
  return what === null ? [] : [{ lesson: listed.lesson.id, where, what }];
}

function complaint(
  expectation: Expectation,
  passed: boolean,
  failed: readonly string[],
): string | null {
  if (expectation.kind === 'passes')
    return passed ? null : `it should pass, and fails: ${failed.join('; ')}`;
  if (passed) return 'it should fail, and passes';
  if (expectation.kind === 'fails' || failed.includes(expectation.by)) return null;
  return expectation.by === ''
    ? 'its first line should say “Caught by:” and a criterion'
    : `it should be caught by “${expectation.by}”, and is by: ${failed.join('; ')}`;
}

/** Judges a copy of a program, as a learner's own file in a folder of its own. */
async function checkCopy(
  { exercise }: ListedExercise,
  path: string,
  setup: LintSetup,
): Promise<CheckResult> {
  const cwd = await mkdtemp(join(tmpdir(), 'course-lint-'));
  try {
    const file = join(cwd, basename(path));
    await writeFile(file, await readProgram(path, modelForRole('default', setup.today).model.id));
    const command = runners[languageOf(path)].command(file);
    return await checkExercise(exercise, { command, file, cwd }, setup);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

function languageOf(path: string): Language {
  const extension = extname(path).slice(1);
  return languages.find((language) => runners[language].extension === extension) ?? 'ts';
}
