import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { type ListedExercise, loadExercises } from '../../src/practice/catalog.ts';
import { type CheckResult, checkExercise } from '../../src/practice/check.ts';
import { type Language, languages, runners } from '../../src/practice/languages.ts';
import { readProgram, solutionPath, starterPath } from '../../src/practice/programs.ts';
import { modelForRole } from '../../src/usage/roles.ts';
import { bareEnv, packageRoot, scratchFolder } from '../helpers/course.ts';

const today = new Date('2026-11-20T12:00:00Z');
const model = modelForRole('default', today).model.id;
const exercises = (await loadExercises(packageRoot)).map((listed) => [listed.id, listed] as const);

const languageOf = (path: string): Language =>
  languages.find((language) => runners[language].extension === extname(path).slice(1)) ?? 'ts';

/** Checks a program as if a learner had written it, in a folder of its own. */
async function check({ exercise }: ListedExercise, path: string): Promise<CheckResult> {
  const cwd = mkdtempSync(join(scratchFolder(), 'course-work-'));
  const file = join(cwd, basename(path));
  writeFileSync(file, await readProgram(path, model));
  const command = runners[languageOf(path)].command(file);
  const { signal } = new AbortController();
  const env = { ...bareEnv(), PATH: process.env.PATH };
  return checkExercise(
    exercise,
    { command, file, cwd },
    { clock: systemClock, today, env, signal },
  );
}

const failed = ({ criteria }: CheckResult) =>
  criteria.filter(({ passed }) => !passed).map(({ name }) => name);

const programsIn = (folder: string, kind: 'right' | 'wrong') =>
  readdirSync(join(folder, kind)).map((name) => join(folder, kind, name));

// Each program runs for real: waits are part of what is judged.
describe.each(exercises)('Exercise %s', { timeout: 120_000 }, (_, listed) => {
  const { exercise, folder } = listed;
  const starters = languages.map((language) => starterPath(folder, language)).filter(existsSync);

  it('has what it needs: starters, a solution, other right programs, and wrong ones', () => {
    expect(starters).toContain(starterPath(folder, 'ts'));
    expect(starters).toContain(starterPath(folder, 'python'));
    expect(programsIn(folder, 'right').length).toBeGreaterThanOrEqual(2);
    expect(programsIn(folder, 'right').some((path) => path.endsWith('.py'))).toBe(true);
    expect(programsIn(folder, 'wrong').length).toBeGreaterThanOrEqual(5);
    const names = exercise.scenarios.flatMap(({ when, criteria }) =>
      criteria.map(({ name }) => `${name}, ${when}`),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it.concurrent.each(starters)('fails as shipped: %s', async (path) => {
    const result = await check(listed, path);
    expect(result.passed).toBe(false);
    for (const { expected, actual } of result.criteria)
      expect([expected, actual]).not.toContain('');
  });

  it.concurrent.each([solutionPath(folder), ...programsIn(folder, 'right')])(
    'passes: %s',
    async (path) => {
      const result = await check(listed, path);
      expect(result.criteria.filter(({ passed }) => !passed)).toEqual([]);
      expect(result.remarks).toEqual([]);
    },
  );

  it.concurrent.each(programsIn(folder, 'wrong'))('is caught for its reason: %s', async (path) => {
    const [, reason = ''] = /Caught by: (.*)/.exec(readFileSync(path, 'utf8')) ?? [];
    const names = failed(await check(listed, path));
    expect(reason).not.toBe('');
    expect(names.map((name) => name === reason)).toContain(true);
  });
});
