import { maskKeysIn } from '../secret.ts';
import { textOf } from './criteria/reading.ts';
import { howToAsk } from './criteria/requests.ts';
import type { Exercise, Verdict } from './exercise.ts';
import type { Observation } from './observation.ts';
import { observe, type PracticeHost, type Program } from './observe.ts';
import { putBack } from './programs.ts';

export interface CheckResult {
  readonly exercise: string;
  readonly passed: boolean;
  readonly criteria: readonly CriterionResult[];
  /** What comes before any verdict; null when nothing does. */
  readonly trouble: Trouble | null;
}

export interface Trouble {
  /**
   * The program broke down where it should end well, after it had sent a request in any of the runs or before; or it
   * ended without one. Where it sent none, there is nothing to judge.
   */
  readonly kind: 'crashed' | 'crashed_unasked' | 'never_asked';
  /** What to look at; null when the program says it. */
  readonly advice: string | null;
  /** The last lines on standard error, those of the program itself, keys masked. */
  readonly lastLines: readonly string[];
}

/** One of the runs of a check. */
export interface Run {
  /** From 1. */
  readonly number: number;
  /** How many runs the check consists of. */
  readonly of: number;
  /** What the server does in it, as the exercise says: `the server stays down`. */
  readonly scenario: string;
}

export interface CriterionResult extends Verdict {
  readonly id: string;
  readonly name: string;
  readonly expected: string;
}

/** Milliseconds a program may be silent, unless the check says otherwise. */
const longestSilenceMs = 20_000;

export interface CheckOptions {
  readonly silenceMs?: number;
  readonly onRun?: (run: Run) => void;
}

/**
 * Runs a program in each of the exercise's scenarios, at the same time, and judges what was seen.
 * @param options.silenceMs milliseconds without a request or any output after which it is stopped
 * @param options.onRun told of the run that is waited for: the first of those that are not over
 * @throws CourseError usage when the program cannot be started
 */
export async function check(
  exercise: Exercise,
  program: Program,
  host: PracticeHost,
  { silenceMs = longestSilenceMs, onRun = () => {} }: CheckOptions = {},
): Promise<CheckResult> {
  const underWay = new Set(exercise.scenarios.keys());
  const tell = () => {
    const [index = 0] = underWay;
    const scenario = exercise.scenarios[index]?.name ?? '';
    onRun({ number: index + 1, of: exercise.scenarios.length, scenario });
  };
  const runs = exercise.scenarios.map(async (scenario, index) => {
    const observation = await observe(scenario, program, host, silenceMs);
    underWay.delete(index);
    if (underWay.size > 0) tell();
    return [scenario.name, observation] as const;
  });
  tell();
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
    trouble: troubleIn(observations.get(first), [...observations.values()]),
  };
}

/** Lines of standard error that are shown. */
const mostLines = 25;
/** What says nothing of the learner's program: frames of Node and of packages, and what Node puts around an error. */
const foreign =
  /^\s+at .*(?:\bnode:|[\\/]node_modules[\\/])|^node:internal|^\s+triggerUncaughtException\(|^\s*\^?$|^Node\.js v\d/;

/** @param first the run in which all goes well, or comes to a good end */
function troubleIn(first: Observation | undefined, all: readonly Observation[]): Trouble | null {
  if (first?.program.ending !== 'exited') return null;
  const hasAsked = all.some(({ requests }) => requests.length > 0);
  const hasCrashed = first.program.exitCode !== 0;
  if (hasAsked && !hasCrashed) return null;
  const lines = maskKeysIn(textOf(first.program.stderr))
    .trimEnd()
    .split('\n')
    .filter((line) => !foreign.test(line));
  return {
    kind: hasAsked ? 'crashed' : hasCrashed ? 'crashed_unasked' : 'never_asked',
    advice: hasCrashed ? null : howToAsk,
    lastLines: lines.slice(-mostLines),
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
