import type { Exercise, Verdict } from './exercise.ts';
import { observe, type PracticeHost, type Program } from './observe.ts';
import { putBack } from './programs.ts';

export interface CheckResult {
  readonly exercise: string;
  readonly passed: boolean;
  readonly criteria: readonly CriterionResult[];
}

export interface CriterionResult extends Verdict {
  readonly id: string;
  readonly name: string;
  readonly expected: string;
}

/** Milliseconds a program may be silent, unless the check says otherwise. */
const longestSilenceMs = 20_000;

/**
 * Runs a program in each of the exercise's scenarios, at the same time, and judges what was seen.
 * @param options.silenceMs milliseconds without a request or any output after which it is stopped
 * @throws CourseError usage when the program cannot be started
 */
export async function check(
  exercise: Exercise,
  program: Program,
  host: PracticeHost,
  { silenceMs = longestSilenceMs }: { readonly silenceMs?: number } = {},
): Promise<CheckResult> {
  const runs = exercise.scenarios.map(async (scenario) => {
    const observation = await observe(scenario, program, host, silenceMs);
    return [scenario.name, observation] as const;
  });
  const observations = new Map(await Promise.all(runs));
  const [{ name: first }] = exercise.scenarios;
  const judged = exercise.criteria.map(({ id, name, expected, scenario = first, judge }) => {
    const observation = observations.get(scenario);
    if (!observation)
      throw new RangeError(`Exercise ${exercise.id} has no scenario "${scenario}".`);
    return { id, name, expected, ...judge(observation) };
  });
  const criteria = (await putBack(program)) ? [deletedItself, ...judged] : judged;
  return {
    exercise: exercise.id,
    passed: criteria.every(({ passed }) => passed),
    criteria,
  };
}

/** Told only of a program that does it. */
const deletedItself: CriterionResult = {
  id: 'keeps-its-file',
  name: 'The program leaves its own file alone.',
  expected: 'the file as it was',
  passed: false,
  actual: 'it deleted its own file, which has been put back',
};
