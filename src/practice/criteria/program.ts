/** Criteria about the program itself: how it ends, what it says when it fails, where its key comes from. */
import type { Criterion } from '../exercise.ts';
import type { Observation, ProgramRun } from '../observation.ts';
import { counted, modelRequests, quoted, textOf } from './reading.ts';
import { whyNoAnswer } from './requests.ts';

type About = Pick<Criterion, 'scenario'>;

/** Ends by itself, without an error, with nothing left running. */
export function endsWell(about: About = {}): Criterion {
  return {
    id: 'ends-well',
    name: 'The program ends by itself, without an error.',
    expected: 'exit code 0',
    ...about,
    judge: (observation) => {
      const { program } = observation;
      const problem = untidy(program) ?? exitProblem(program);
      return { passed: problem === null, actual: problem ?? 'exit code 0' };
    },
  };
}

/** Says on standard error what went wrong, for people, and ends with an exit code that scripts notice. */
export function failsInWords(about: Required<About> & Partial<Criterion>): Criterion {
  return {
    id: 'fails-in-words',
    name: 'When it cannot get an answer, the program says so on standard error and ends with an exit code other than 0.',
    expected: 'a sentence on standard error, no stack trace, exit code 1',
    ...about,
    judge: (observation) => {
      const { program } = observation;
      const problem = untidy(program) ?? unasked(observation) ?? silentFailure(program);
      const said = quoted(textOf(program.stderr));
      return { passed: problem === null, actual: problem ?? `${said}, ${exitText(program)}` };
    },
  };
}

/** The key is read from OPENAI_API_KEY: each request carries the one of this check, and the source has none. */
export const keyFromEnvironment: Criterion = {
  id: 'key-from-environment',
  name: 'The key comes from the environment variable OPENAI_API_KEY.',
  expected: 'the key of OPENAI_API_KEY in each request, and none in the source',
  judge: ({ requests, key, source }) => {
    const written = /\bsk-[\w-]{16,}/.test(source ?? '');
    const other = requests.filter(({ authorization }) => authorization !== `Bearer ${key}`).length;
    if (written)
      return { passed: false, actual: 'a key is written in the source, where others find it' };
    if (requests.length === 0) return { passed: false, actual: 'no request, so no key' };
    if (other > 0)
      return { passed: false, actual: `${counted(other, 'request')} with another key or none` };
    return {
      passed: true,
      actual: `${counted(requests.length, 'request')} with the key of the environment`,
    };
  },
};

/** What must not happen in any run; null when nothing of it did. */
function untidy(program: ProgramRun): string | null {
  if (program.ending === 'timed_out') {
    return `it was still running after ${Math.round(program.ranMs / 1000)} s and was stopped`;
  }
  if (program.ending === 'flooded')
    return 'it printed more than a million characters and was stopped';
  if (program.ending === 'stormed') return 'it sent more than a hundred requests and was stopped';
  if (program.leftChildren) return 'it left other processes running, which have been stopped';
  return null;
}

function exitProblem(program: ProgramRun): string | null {
  if (program.exitCode === 0) return null;
  return `${exitText(program)}${complaint(program)}`;
}

/** Words about an answer that was never asked for are not about the API. */
function unasked(observation: Observation): string | null {
  return modelRequests(observation).length === 0 ? whyNoAnswer(observation) : null;
}

function silentFailure(program: ProgramRun): string | null {
  const said = textOf(program.stderr);
  if (program.exitCode === 0) return 'exit code 0, as if all had gone well';
  if (said.trim() === '') return `${exitText(program)}, but nothing on standard error`;
  if (stackTrace.test(said))
    return `a stack trace, as of an error that nobody caught: ${lastLine(said)}`;
  return null;
}

/** Node's and Python's. */
const stackTrace = /^\s+at .*(?:\d+:\d+\)?|<anonymous>)$|^Traceback \(most recent call last\)/m;

function exitText({ exitCode }: ProgramRun): string {
  return exitCode === null ? 'ended by a signal' : `exit code ${exitCode}`;
}

/** What the program itself says of its end. */
function complaint({ stderr }: ProgramRun): string {
  const said = textOf(stderr);
  if (/No module named '?openai/.test(said)) {
    return ': Python has no package openai. Type "python3 -m pip install openai", or do without it, as the starter does';
  }
  return said.trim() === '' ? '' : `: ${lastLine(said)}`;
}

/** Of a traceback the line that names the error: Node's comes first, Python's last. */
function lastLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const named = lines.find((line) => /^(?:\w+\.)*\w*(?:Error|Exception)\b.*:/.test(line));
  return quoted(named ?? lines.findLast(Boolean) ?? '');
}
