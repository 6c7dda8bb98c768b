import { randomInt } from 'node:crypto';
import type { Context } from '../context.ts';
import { today } from '../course-env.ts';
import { createSandbox, type Sandbox } from '../sandbox/app.ts';
import { parseFailScript } from '../sandbox/faults.ts';
import { serve } from '../sandbox/server.ts';
import { answer, type StandinRequest } from '../sandbox/standin/standin.ts';
import type { Scenario } from './exercise.ts';
import { learnerEnv } from './learner-env.ts';
import type { Ending, Observation } from './observation.ts';
import { withOwnNames } from './own-names.ts';
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

/** Requests of one run: more than any program needs for an exercise. */
const mostRequests = 100;

/** A program that goes on and on is stopped after this many times the silence that it may keep. */
const mostSilences = 6;

/**
 * Runs a program once, against a server of its own on a free port, and tells all that was seen.
 * @param silenceMs milliseconds without a request or any output after which it is stopped: a machine may be so busy
 * that a limit for the whole run would hit programs that do nothing wrong
 */
export async function observe(
  scenario: Scenario,
  { command, files }: Program,
  host: PracticeHost,
  silenceMs: number,
): Promise<Observation> {
  const { clock, cwd, env } = host;
  const stopping = new AbortController();
  const stopFor = (ending: Ending) => stopping.abort(ending);
  const silence = clock.timer(silenceMs, () => stopFor('timed_out'));
  const whole = clock.timer(silenceMs * mostSilences, () => stopFor('timed_out'));
  const { sandbox, requests } = recordRequests(await sandboxFor(scenario, host), clock, (count) => {
    silence.refresh();
    if (count > mostRequests) stopFor('stormed');
  });
  const server = await serve(sandbox, { port: 0 });
  const key = `sk-practice-${randomInt(2 ** 47).toString(36)}`;
  try {
    const program = await runProgram(
      command,
      {
        cwd,
        env: learnerEnv(env, { baseUrl: server.url, key }),
        stopping: stopping.signal,
        onOutput: silence.refresh,
      },
      host,
    );
    const source = files.size === 0 ? null : [...files.values()].join('\n');
    const stderr = program.stderr.map(({ at, text }) => ({
      at,
      text: withOwnNames(text, files.keys(), cwd),
    }));
    return { requests: requests(), program: { ...program, stderr }, key, source };
  } finally {
    silence.clear();
    whole.clear();
    await endStrays(key, host);
    await server.close();
  }
}

function sandboxFor(scenario: Scenario, host: PracticeHost): Promise<Sandbox> {
  return createSandbox({
    clock: host.clock,
    today: () => today(host),
    seed: null,
    latency: scenario.latency ?? 'none',
    limits: { rpm: null, tpm: null },
    faults: scenario.fail === undefined ? [] : parseFailScript(scenario.fail),
    answer: unguessable(scenario),
  });
}

/** Each answer begins with a number that nobody can know before: a program that prints it has asked for it. */
function unguessable({ answer: scripted }: Scenario) {
  return (request: StandinRequest): string => {
    const question = request.turns.findLast(({ role }) => role === 'user')?.text ?? '';
    return `(Answer ${randomInt(100_000, 1_000_000)}.) ${scripted?.(question) ?? answer(request)}`;
  };
}
