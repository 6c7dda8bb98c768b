import { randomInt, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Clock, Environment } from '../context.ts';
import { createSandbox } from '../sandbox/app.ts';
import { parseFailScript } from '../sandbox/faults.ts';
import { serve } from '../sandbox/server.ts';
import { answer } from '../sandbox/standin/standin.ts';
import type { Criterion, Exercise, Finding, Scenario } from './exercise.ts';
import { learnerEnvironment } from './learner-environment.ts';
import type { Observation } from './observation.ts';
import { watchRequests } from './received-requests.ts';
import { runProgram } from './run-program.ts';

/** The program that is judged. */
export interface Candidate {
  readonly command: readonly [string, ...string[]];
  /** The learner's file, absolute; null for a command of their own. */
  readonly file: string | null;
  readonly cwd: string;
}

export interface CheckSetup {
  readonly clock: Clock;
  readonly today: Date;
  readonly env: Environment;
  readonly signal: AbortSignal;
  /** Told before each run. */
  readonly onRun?: (scenario: Scenario, number: number) => void;
}

/** What came of one criterion. */
export interface JudgedCriterion extends Finding {
  readonly name: string;
  /** The circumstances of the run, after the scenario. */
  readonly when: string;
}

export interface CheckResult {
  readonly passed: boolean;
  readonly criteria: readonly JudgedCriterion[];
  /** What went on besides, which no criterion asks about. */
  readonly remarks: readonly string[];
}

const defaultLimitMs = 20_000;

/**
 * Runs a program once for each scenario of an exercise, each time against a sandbox of its own on a free port, and judges
 * what was seen. The program gets a key that works there only.
 * @throws the signal's reason; CourseError when the sandbox cannot listen
 */
export async function checkExercise(
  exercise: Exercise,
  candidate: Candidate,
  setup: CheckSetup,
): Promise<CheckResult> {
  const criteria: JudgedCriterion[] = [];
  const remarks = new Set<string>();
  for (const [index, scenario] of exercise.scenarios.entries()) {
    setup.onRun?.(scenario, index + 1);
    const observation = await observe(scenario, candidate, setup);
    for (const criterion of [endsByItself, ...scenario.criteria]) {
      const finding = criterion.judge(observation);
      criteria.push({ name: criterion.name, when: scenario.when, ...finding });
    }
    for (const remark of remarksOn(observation)) remarks.add(remark);
  }
  return { passed: criteria.every(({ passed }) => passed), criteria, remarks: [...remarks] };
}

/** Asked of every program in every run. */
const endsByItself: Criterion = {
  name: 'runs and ends',
  judge: ({ program: { ending, exitCode } }) => ({
    passed: ending === 'by itself' && exitCode !== null,
    expected: 'a program that ends by itself',
    actual: endings[ending],
  }),
};

const endings: Readonly<Record<Observation['program']['ending'], string>> = {
  'by itself': 'it ended, or something stopped it',
  'too slow': 'it was still running when its time was up, and was stopped',
  'too much output': 'it printed more than a megabyte, and was stopped',
  'not started': 'it could not be started',
};

function remarksOn({ program }: Observation): string[] {
  return [
    program.leftChildren ? 'It left processes running; they were stopped with it.' : '',
    program.deletedItself ? 'It deleted its own file; the file was put back.' : '',
  ].filter(Boolean);
}

async function observe(
  scenario: Scenario,
  { command, file, cwd }: Candidate,
  { clock, today, env, signal }: CheckSetup,
): Promise<Observation> {
  const { latency = 'none', fail } = scenario.sandbox ?? {};
  // No program can know beforehand what the answers say: each run has words of its own in them.
  const mark = randomUUID().slice(0, 8);
  const sandbox = watchRequests(
    await createSandbox({
      clock,
      today: () => today,
      seed: randomInt(2 ** 47),
      latency,
      limits: { rpm: null, tpm: null },
      faults: fail === undefined ? [] : parseFailScript(fail),
      answer: (request) => `${answer(request)} (Note ${mark}.)`,
    }),
    clock,
  );
  const server = await serve(sandbox, { port: 0 });
  const apiKey = `sk-practice-${randomUUID()}`;
  const source = file === null ? null : await readFile(file, 'utf8');
  try {
    const limitMs = scenario.limitMs ?? defaultLimitMs;
    const programEnv = learnerEnvironment(env, server.url, apiKey);
    const run = await runProgram({ command, cwd, env: programEnv, limitMs, clock, signal });
    const deletedItself = file !== null && source !== null && (await putBack(file, source));
    return { requests: sandbox.requests, program: { ...run, deletedItself }, source, apiKey };
  } finally {
    await server.close();
  }
}

/** Writes a file again that is gone; whether it was. */
async function putBack(file: string, source: string): Promise<boolean> {
  try {
    await writeFile(file, source, { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
