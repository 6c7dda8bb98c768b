import { randomInt } from 'node:crypto';
import type { Context } from '../context.ts';
import { today } from '../course-env.ts';
import { createSandbox } from '../sandbox/app.ts';
import { parseFailScript } from '../sandbox/faults.ts';
import { serve } from '../sandbox/server.ts';
import { answer, type StandinRequest } from '../sandbox/standin/standin.ts';
import type { Scenario } from './exercise.ts';
import { learnerEnv } from './learner-env.ts';
import type { Observation } from './observation.ts';
import { recordRequests } from './record-requests.ts';
import { type Command, runProgram } from './run-program.ts';
import { endStrays } from './strays.ts';

/** A learner's program, and what is known of it before it runs. */
export interface Program {
  readonly command: Command;
  /** The files that it consists of, as far as the command names them: absolute path → text. */
  readonly files: ReadonlyMap<string, string>;
}

export type PracticeHost = Pick<
  Context,
  'clock' | 'cwd' | 'env' | 'nodePath' | 'endProcesses' | 'signal'
>;

/** Runs a program once, against a server of its own on a free port, and tells all that was seen. */
export async function observe(
  scenario: Scenario,
  { command, files }: Program,
  host: PracticeHost,
  timeLimitMs: number,
): Promise<Observation> {
  const { clock, cwd, env } = host;
  const sandbox = await createSandbox({
    clock,
    today: () => today(host),
    seed: null,
    latency: scenario.latency ?? 'none',
    limits: { rpm: null, tpm: null },
    faults: scenario.fail === undefined ? [] : parseFailScript(scenario.fail),
    answer: unguessable(scenario),
  });
  const recorded = recordRequests(sandbox, clock);
  const server = await serve(recorded.sandbox, { port: 0 });
  const key = `sk-practice-${randomInt(2 ** 47).toString(36)}`;
  try {
    const options = {
      cwd,
      env: learnerEnv(env, { baseUrl: server.url, key }),
      timeLimitMs,
      storm: recorded.storm,
    };
    const program = await runProgram(command, options, host);
    const source = files.size === 0 ? null : [...files.values()].join('\n');
    return { requests: recorded.requests(), program, key, source };
  } finally {
    await endStrays(key, host);
    await server.close();
  }
}

/** Each answer begins with a number that nobody can know before: a program that prints it has asked for it. */
function unguessable({ answer: scripted }: Scenario) {
  return (request: StandinRequest): string => {
    const question = request.turns.findLast(({ role }) => role === 'user')?.text ?? '';
    return `(Answer ${randomInt(100_000, 1_000_000)}.) ${scripted?.(question) ?? answer(request)}`;
  };
}
