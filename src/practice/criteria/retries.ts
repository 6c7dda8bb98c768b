/** Criteria about what happens after a failure: whether, when and how often a program tries again. */
import { errorCodeOf } from '../../client/answer.ts';
import type { Criterion } from '../exercise.ts';
import type { ReceivedRequest } from '../observation.ts';
import { counted, modelRequests } from './reading.ts';
import { whyNoAnswer } from './requests.ts';

type About = Pick<Criterion, 'id' | 'name' | 'expected' | 'scenario'>;

/** The server's answers came in this order, and there was no request besides: `['429', '503', 'answered']`. */
export function meets(outcomes: readonly string[], about: About): Criterion {
  return {
    ...about,
    judge: (observation) => {
      const seen = modelRequests(observation).map(outcomeOf);
      const passed = seen.join() === outcomes.join();
      if (seen.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
      return { passed, actual: `${counted(seen.length, 'request')}: ${listed(seen)}` };
    },
  };
}

/** Sends at least one request and at most so many. */
export function sendsAtMost(most: number, about: About): Criterion {
  return {
    ...about,
    judge: (observation) => {
      const sent = modelRequests(observation).length;
      const stopped = observation.program.ending === 'exited' ? '' : ', and it had to be stopped';
      if (sent === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const passed = sent <= most && stopped === '';
      return { passed, actual: `${counted(sent, 'request')}${stopped}` };
    },
  };
}

/** Timers of programs may fire a little early, and servers ask for whole seconds. */
const tolerance = 0.98;

/** After an answer that asks for a wait, the next request comes when it is over, not before. */
export const waitsAsAsked: Criterion = {
  id: 'waits-as-asked',
  name: 'Where the server asks for a wait (the header retry-after), the next request comes after it.',
  expected: 'a pause as long as the server asked for',
  judge: (observation) => {
    const sent = modelRequests(observation);
    if (sent.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
    const asked = pauses(sent).filter(({ after }) => after.retryAfterMs !== null);
    if (asked.length === 0)
      return { passed: false, actual: 'no request after the one that was told to wait' };
    const early = asked.find(({ ms, after }) => ms < (after.retryAfterMs ?? 0) * tolerance);
    const { ms, after } = early ?? asked[0] ?? { ms: 0, after: { retryAfterMs: 0 } };
    const told = `the server asked for ${seconds(after.retryAfterMs ?? 0)}, the next request came after ${seconds(ms)}`;
    return { passed: early === undefined, actual: told };
  },
};

/**
 * Milliseconds from which a pause is one: half of what the SDK waits first. Only a lower bound is judged: a busy
 * machine makes pauses longer, so it never turns a right program into a wrong one.
 */
const leastPauseMs = 250;

/** After failures that do not say how long to wait, the next request does not come at once either. */
export function backsOff(about: Required<Pick<Criterion, 'scenario'>>): Criterion {
  return {
    id: 'backs-off',
    name: 'Where the server only says that it failed, the program waits a little of its own accord.',
    expected: `pauses of ${seconds(leastPauseMs)} or more`,
    ...about,
    judge: (observation) => {
      const sent = modelRequests(observation);
      if (sent.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const own = pauses(sent).filter(({ after }) => after.retryAfterMs === null);
      if (own.length === 0) return { passed: false, actual: 'no request after the failure' };
      const least = Math.min(...own.map(({ ms }) => ms));
      const passed = least >= leastPauseMs * tolerance;
      return { passed, actual: `the shortest pause was ${seconds(least)}` };
    },
  };
}

/** An attempt that gets no answer is given up: the program closes the connection, and does not end by being stopped. */
export function givesUpWaiting(about: About): Criterion {
  return {
    ...about,
    judge: (observation) => {
      const sent = modelRequests(observation);
      const [first] = sent;
      if (!first) return { passed: false, actual: whyNoAnswer(observation) };
      const waited = seconds((first.endedAt ?? first.arrivedAt) - first.arrivedAt);
      if (observation.program.ending !== 'exited') {
        const ran = seconds(observation.program.ranMs);
        return { passed: false, actual: `it was still waiting after ${ran} and was stopped` };
      }
      return { passed: first.wasLeft, actual: `the first attempt was given up after ${waited}` };
    },
  };
}

/** How long after a failed request, by its last byte, the next one arrived, in milliseconds. */
function pauses(sent: readonly ReceivedRequest[]) {
  return sent.slice(1).flatMap((next, index) => {
    const after = sent[index];
    if (!after || after.outputText !== null) return [];
    return [{ after, ms: next.arrivedAt - (after.endedAt ?? after.arrivedAt) }];
  });
}

/** `answered`, the status with its code, or what became of it. */
function outcomeOf({ status, outputText, answer, wasLeft }: ReceivedRequest): string {
  if (outputText !== null) return 'answered';
  if (status === null) return wasLeft ? 'given up' : 'dropped';
  const code = errorCodeOf(answer);
  return code === 'credit_balance_exhausted' ? `${status} ${code}` : String(status);
}

/** Long lists by their beginning. */
function listed(outcomes: readonly string[]): string {
  const shown = outcomes.slice(0, 5).join(', ');
  return outcomes.length > 5 ? `${shown}, …` : shown;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 1000 ? 2 : 1)} s`;
}
