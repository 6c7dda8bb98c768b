import type { Criterion, Exercise, Verdict } from './exercise.ts';
import type { Observation } from './observation.ts';
import { observe, type PracticeHost, type Program } from './observe.ts';

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

/** Milliseconds a program may run, unless the check says otherwise: more than any right one needs, on any machine. */
const defaultTimeLimitMs = 30_000;

/**
 * Runs a program in each of the exercise's scenarios and judges what was seen.
 * @param options.timeLimitMs milliseconds that each run may take
 * @throws CourseError usage when the program cannot be started
 */
export async function check(
  exercise: Exercise,
  program: Program,
  host: PracticeHost,
  { timeLimitMs = defaultTimeLimitMs }: { readonly timeLimitMs?: number } = {},
): Promise<CheckResult> {
  const observations = new Map<string, Observation>();
  for (const scenario of exercise.scenarios) {
    const observation = await observe(scenario, program, host, timeLimitMs);
    observations.set(scenario.name, observation);
    // What would not end by itself once is not run again.
    if (observation.program.ending !== 'exited') break;
  }
  const [{ name: first }] = exercise.scenarios;
  const criteria = exercise.criteria.map((criterion) =>
    judged(criterion, observations.get(criterion.scenario ?? first)),
  );
  return {
    exercise: exercise.id,
    passed: criteria.every(({ passed }) => passed),
    criteria,
  };
}

function judged(criterion: Criterion, observation: Observation | undefined): CriterionResult {
  const { id, name, expected } = criterion;
  const verdict = observation ? criterion.judge(observation) : notRun;
  return { id, name, expected, ...verdict };
}

const notRun: Verdict = {
  passed: false,
  actual: 'not tried, since the program had to be stopped before',
};
