import { setMaxListeners } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pLimit from 'p-limit';
import { exercises } from '../../lessons/exercises.ts';
import { lessonOf } from '../practice/catalog.ts';
import { check } from '../practice/check.ts';
import { type Exercise, type Language, languages } from '../practice/exercise.ts';
import { languageRules } from '../practice/languages.ts';
import type { PracticeHost } from '../practice/observe.ts';
import { programInFile } from '../practice/programs.ts';
import { exerciseFolder } from '../practice/work-files.ts';
import type { Problem, Rule } from './rule.ts';

/** Programs that run at the same time: most wait most of the time. */
const concurrency = 6;

const fewestWrong = 5;

/** A program that comes with an exercise, and how it should fare. */
interface ShippedProgram {
  readonly exercise: Exercise;
  /** `start.mts`, `trials/wrong-label.py` */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly language: Language;
}

export const programsDoAsTheyShould: Rule = {
  name: 'starters fail, right programs pass, and each wrong one is caught for its reason',
  isSlow: true,
  check: async (lessons, setup) => {
    const ids = lessons.map(({ id }) => id);
    const inTurn = pLimit(concurrency);
    // Each run listens, so that Ctrl-C ends it.
    setMaxListeners(0, setup.signal);
    const problems = exercises
      .filter((entry) => ids.includes(lessonOf(entry).id))
      .map(async ({ load }) => {
        const { exercise } = await load();
        const programs = await shippedPrograms(exercise, setup.packageRoot);
        const judged = programs.map((program) =>
          inTurn(async () => {
            const what = await complaintAbout(program, setup);
            return what === null ? [] : [problem(exercise, program.name, what)];
          }),
        );
        return [...missing(exercise, programs), ...(await Promise.all(judged)).flat()];
      });
    return (await Promise.all(problems)).flat();
  },
};

/** Every program of an exercise. */
async function shippedPrograms(exercise: Exercise, packageRoot: string): Promise<ShippedProgram[]> {
  const folder = exerciseFolder(packageRoot, exercise);
  const names = await readdir(folder, { recursive: true });
  return names.sort().flatMap((name) => {
    const language = languages.find((one) => name.endsWith(languageRules[one].extension));
    return language ? [{ exercise, name, path: join(folder, name), language }] : [];
  });
}

/** What an exercise lacks. */
function missing(exercise: Exercise, programs: readonly ShippedProgram[]): Problem[] {
  const names = programs.map(({ name }) => name);
  const wanted = Object.values(languageRules).flatMap(({ extension }) => [
    `start${extension}`,
    `solution${extension}`,
  ]);
  const wrong = names.filter((name) => name.startsWith('trials/wrong')).length;
  const isOneOnly = !names.some((name) => name.startsWith('trials/right'));
  return [
    ...wanted.filter((name) => !names.includes(name)).map((name) => `there is no ${name}`),
    ...(isOneOnly ? ['there is no right program beside the solutions'] : []),
    ...(wrong < fewestWrong ? [`${wrong} wrong programs, at least ${fewestWrong} are needed`] : []),
  ].map((what) => problem(exercise, 'programs', what));
}

/** Judges a copy of a program, in a folder where nothing of the course is near; null when it fares as it should. */
async function complaintAbout(
  { exercise, name, path, language }: ShippedProgram,
  host: Omit<PracticeHost, 'cwd'>,
): Promise<string | null> {
  const cwd = await mkdtemp(join(tmpdir(), 'course-lint-'));
  try {
    const copy = join(cwd, basename(path));
    await cp(path, copy);
    const program = await programInFile(copy, language, host);
    const { passed, criteria } = await check(exercise, program, { ...host, cwd });
    const failed = criteria.filter((criterion) => !criterion.passed).map(({ id }) => id);
    if (/^(?:solution|trials\/right)/.test(name)) {
      return passed ? null : `it should pass, and fails: ${failed.join(', ')}`;
    }
    if (passed) return 'it should fail, and passes';
    if (name.startsWith('start')) return null;
    const [, reason] = /Caught by ([\w-]+):/.exec(await readFile(path, 'utf8')) ?? [];
    if (reason === undefined) return 'its first line should say “Caught by”, a criterion, and why';
    return failed.includes(reason)
      ? null
      : `it should be caught by ${reason}, and is by: ${failed.join(', ')}`;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

function problem({ id }: Exercise, where: string, what: string): Problem {
  return { lesson: id.slice(0, 2), where: `exercise ${id}, ${where}`, what };
}
