import type { Criterion, Finding } from './exercise.ts';
import { type Observation, printed, printedAnywhere, type ReceivedRequest } from './observation.ts';

/** A criterion, from its name and a function that finds out. */
export function criterion(name: string, judge: (observation: Observation) => Finding): Criterion {
  return { name, judge };
}

/** Requests that ask a model, in order of arrival. */
export function calls({ requests }: Observation): readonly ReceivedRequest[] {
  return requests.filter(({ method, path }) => method === 'POST' && path === '/v1/responses');
}

const times = (count: number) =>
  count === 0 ? 'no request' : count === 1 ? '1 request' : `${count} requests`;

/** Sends exactly so many requests to `/v1/responses`. */
export function sends(name: string, count: number): Criterion {
  return criterion(name, (observation) => {
    const seen = calls(observation).length;
    return {
      passed: seen === count,
      expected: `${times(count)} to POST /v1/responses`,
      actual: seen === 0 ? nothingSent(observation) : times(seen),
    };
  });
}

/** What there is to say of a program that did not ask the API. */
function nothingSent({ requests, program }: Observation): string {
  const [other] = requests;
  if (other) return `no such request, but ${other.method} ${other.path}`;
  const lastLine = printedAnywhere(program).trim().split('\n').at(-1);
  return lastLine
    ? `no request; the last thing it printed was: ${shortened(lastLine)}`
    : 'no request';
}

/** Uses the key of its environment, and holds none itself. */
export const keepsKeyOut = criterion(
  'takes the key from the environment',
  ({ requests, source, apiKey }) => {
    const written = source?.match(/\bsk-[\w-]{8,}/)?.[0];
    const others = requests.filter(({ key }) => key !== apiKey);
    return {
      passed: written === undefined && others.length === 0,
      expected: 'the key of OPENAI_API_KEY in each request, and no key in the file',
      actual: keyProblem(written, others) ?? 'so it is',
    };
  },
);

function keyProblem(
  written: string | undefined,
  others: readonly ReceivedRequest[],
): string | null {
  if (written !== undefined)
    return 'a key is written in the file; whoever reads the file can use it';
  if (others.some(({ key }) => key === null)) return 'a request came without a key';
  return others.length > 0 ? 'a request came with another key' : null;
}

/** Ends with exit code 0. */
export const endsWell = criterion('ends with exit code 0', ({ program }) => ({
  passed: program.exitCode === 0,
  expected: 'exit code 0',
  actual: exitOf(program),
}));

/** Ends with another exit code than 0, so that other programs can tell. */
export const endsInFailure = criterion('tells by its exit code that it failed', ({ program }) => ({
  passed: program.exitCode !== null && program.exitCode !== 0,
  expected: 'an exit code other than 0, such as 1',
  actual: exitOf(program),
}));

function exitOf({ exitCode, ending }: Observation['program']): string {
  return exitCode === null ? `none: it ran ${ending}` : `exit code ${exitCode}`;
}

/** A stack trace of Node or Python. */
const stackTrace = /^\s+at .+:\d+|^Traceback|^node:internal/m;

/** Tells a person what went wrong: something is printed that says what `pattern` looks for, and no stack trace. */
export function tellsKindly(name: string, about: RegExp, what: string): Criterion {
  return criterion(name, ({ program }) => {
    const text = printedAnywhere(program);
    const hasTrace = stackTrace.test(text);
    return {
      passed: about.test(text) && !hasTrace,
      expected: `a sentence ${what}, and no stack trace`,
      actual: hasTrace
        ? 'a stack trace'
        : text.trim()
          ? shortened(text.trim())
          : 'nothing was printed',
    };
  });
}

/** Standard output holds the whole text of an answer. */
export function printsAnswer(
  name: string,
  which: (observation: Observation) => string | null,
): Criterion {
  return criterion(name, (observation) => {
    const answer = which(observation);
    const text = printed(observation.program);
    return {
      passed: answer !== null && squeezed(text).includes(squeezed(answer)),
      expected: answer === null ? 'an answer of the model' : shortened(answer),
      actual:
        answer === null
          ? 'no request was answered'
          : text.trim()
            ? shortened(text.trim())
            : 'nothing was printed',
    };
  });
}

/** How the time between an answer and the next request compares with what the answer asked for. */
export function waitsBefore(
  name: string,
  number: number,
  leastMs: (before: ReceivedRequest) => number,
): Criterion {
  return criterion(name, (observation) => {
    const [before, after] = calls(observation).slice(number - 2, number);
    if (!before || !after) {
      return {
        passed: false,
        expected: `a request number ${number}`,
        actual: times(calls(observation).length),
      };
    }
    const waited = after.arrivedAt - before.endedAt;
    const least = leastMs(before);
    return {
      passed: waited >= least * timerSlack,
      expected: `at least ${Math.round(least)} ms between answer ${number - 1} and request ${number}`,
      actual: `${Math.round(waited)} ms`,
    };
  });
}

/** Timers may fire a little early, and clocks of two processes differ in the last digits. */
const timerSlack = 0.98;

/** Most requests that were under way at the same moment. */
export function mostAtOnce(requests: readonly ReceivedRequest[]): number {
  return Math.max(
    0,
    ...requests.map(
      ({ arrivedAt: at }) =>
        requests.filter(({ arrivedAt, endedAt }) => arrivedAt <= at && at < endedAt).length,
    ),
  );
}

/** The same text but for blanks and line breaks, which programs may set as they like. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

export function shortened(text: string): string {
  const line = squeezed(text);
  return line.length > 120 ? `“${line.slice(0, 118)}…”` : `“${line}”`;
}
