/** Every program of every exercise: starters fail, solutions and other right ones pass, wrong ones fail for their reason. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import { exercises } from '../../lessons/exercises.ts';
import { check } from '../../src/practice/check.ts';
import { type Exercise, languages } from '../../src/practice/exercise.ts';
import { languageRules } from '../../src/practice/languages.ts';
import { programInFile } from '../../src/practice/programs.ts';
import { exerciseFolder } from '../../src/practice/work-files.ts';
import { packageRoot, scratchFolder } from '../helpers/course.ts';
import { practiceHost } from './helpers.ts';

const loaded = await Promise.all(exercises.map(async ({ load }) => (await load()).exercise));
/** Most programs wait most of the time. */
const inTurn = pLimit(3 * availableParallelism());

interface Trial {
  readonly exercise: Exercise;
  /** `trials/wrong-label.mts` */
  readonly name: string;
  readonly path: string;
}

const languageOf = (path: string) =>
  languages.find((language) => path.endsWith(languageRules[language].extension));

const trials: Trial[] = await Promise.all(loaded.map(trialsOf)).then((all) => all.flat());

async function trialsOf(exercise: Exercise): Promise<Trial[]> {
  const folder = exerciseFolder(packageRoot, exercise);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => languageOf(name))
    .sort()
    .map((name) => ({ exercise, name, path: join(folder, name) }));
}

/** Runs a copy elsewhere, where nothing of the course is near. */
async function verdictOf({ exercise, path }: Trial) {
  const cwd = scratchFolder();
  const copy = join(cwd, basename(path));
  cpSync(path, copy);
  const language = languageOf(path);
  if (!language) throw new Error(`${path} is in no language that the course runs.`);
  const program = await programInFile(copy, language, { nodePath: process.execPath });
  return inTurn(() => check(exercise, program, practiceHost({ cwd }), { timeLimitMs: 20_000 }));
}

const named = (kind: string) =>
  trials
    .filter(({ name }) => basename(name).startsWith(kind))
    .map((trial) => [`${trial.exercise.id} ${trial.name}`, trial] as const);

describe.concurrent('A program', { timeout: 180_000 }, () => {
  it.each(named('start'))('that has only been started fails with a hint: %s', async (_, trial) => {
    const { passed, criteria } = await verdictOf(trial);
    expect(passed).toBe(false);
    for (const { actual } of criteria) expect(actual).not.toBe('');
  });

  it.each([...named('solution'), ...named('right')])(
    'that is right passes: %s',
    async (_, trial) => {
      const { criteria } = await verdictOf(trial);
      expect(criteria.filter(({ passed }) => !passed)).toEqual([]);
    },
  );

  it.each(named('wrong'))('that is wrong fails for its reason: %s', async (_, trial) => {
    const reason = /Caught by ([\w-]+):/.exec(readFileSync(trial.path, 'utf8'))?.[1];
    const { criteria } = await verdictOf(trial);
    const failed = criteria.filter(({ passed }) => !passed);
    expect(failed.map(({ id }) => id)).toContain(reason);
  });
});

describe.each(loaded.map((exercise) => [exercise.id, exercise] as const))(
  'Exercise %s',
  (_, exercise) => {
    const names = trials.filter((trial) => trial.exercise === exercise).map(({ name }) => name);

    it('has a starter and a solution in each language', () => {
      for (const { extension } of Object.values(languageRules)) {
        expect(names).toContain(`start${extension}`);
        expect(names).toContain(`solution${extension}`);
      }
    });

    it('has other right programs, and five wrong ones at least', () => {
      expect(names.filter((name) => name.startsWith('trials/right')).length).toBeGreaterThan(0);
      expect(names.filter((name) => name.startsWith('trials/wrong')).length).toBeGreaterThan(4);
    });

    it('names each criterion once', () => {
      const ids = exercise.criteria.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('judges runs that there are', () => {
      const scenarios = exercise.scenarios.map(({ name }) => name);
      for (const { scenario } of exercise.criteria) {
        if (scenario !== undefined) expect(scenarios).toContain(scenario);
      }
    });
  },
);
