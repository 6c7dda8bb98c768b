import type { Exchange } from '../../src/client/exchange.ts';
import type { AfterwardsFacts, StepOutcome } from '../../src/course/lesson.ts';
import { backoffRange } from './backoff-range.ts';
import { isWorthRetrying } from './failures.ts';

/** What the lesson says about what happened, each number taken from the run. */

/** HTTP requests of one call, retries included. */
export function requestsOfFirst({ exchanges }: StepOutcome): number | null {
  return exchanges[0]?.attempts.length ?? null;
}

export function requestsOfAll({ exchanges }: StepOutcome): number {
  return exchanges.reduce((sum, { attempts }) => sum + attempts.length, 0);
}

export function whichPass({ exchanges }: AfterwardsFacts): string {
  const passing = exchanges.filter(isWorthRetrying).length;
  return `
**${passing} of ${exchanges.length}**: those where the server was busy, broken or not reached may pass by themselves. The others fail again, however often
you send them, until you change the request or the key.`;
}

export function howOftenSent({ exchanges }: AfterwardsFacts): string {
  const [call] = exchanges;
  return `**${times(call?.attempts.length ?? 0)}**: one request, and the retries. Your program saw one call, which took ${wholeMs(call?.timing.totalMs ?? 0)}.`;
}

export function whereItShows({ exchanges }: AfterwardsFacts): string {
  const place =
    exchanges.length > 1
      ? 'Run the step with one variant only to see a table of the **attempts**'
      : 'The table under the answer has each **attempt**';
  return `
Nothing in the code shows it: no error was thrown, the call just took longer. ${place}: what the server said, how long it asked to wait, and how
long the SDK waited. Your code gets an error only when the last attempt fails, and then that one's.`;
}

/** The waits before the second attempts. */
function firstWaits(exchanges: readonly Exchange[]): number[] {
  return exchanges.flatMap(({ attempts }) => attempts[0]?.waitMs ?? []);
}

/** 0: all calls waited equally long; 1: they did not; null when there are no two waits to compare. */
export function doWaitsDiffer({ exchanges }: StepOutcome): number | null {
  const waits = firstWaits(exchanges);
  if (waits.length < 2) return null;
  return Math.max(...waits) - Math.min(...waits) < 1 ? 0 : 1;
}

export function howLongEachWaited({ exchanges }: AfterwardsFacts): string {
  const waits = firstWaits(exchanges).map(wholeMs);
  const { shortestMs, longestMs } = backoffRange(1);
  return `
The SDK waited ${new Intl.ListFormat('en').format(waits)}: each time another part of the range from ${shortestMs} to ${longestMs} ms (a timer may add a little).
Without chance, all clients that were refused in the same moment would come back in the same moment, and be refused again.`;
}

export function totalMs({ exchanges }: StepOutcome): number | null {
  const [call] = exchanges;
  return call ? Math.round(call.timing.totalMs) : null;
}

export function whatTheTimeoutTook({ exchanges }: AfterwardsFacts): string {
  const [call] = exchanges;
  if (!call) return 'No call was made.';
  const waited = call.attempts.reduce((sum, { waitMs }) => sum + (waitMs ?? 0), 0);
  return `
**${wholeMs(call.timing.totalMs)}**: ${call.attempts.length} attempts (${call.attempts.map(({ ms }) => wholeMs(ms)).join(' and ')}), and a pause of ${wholeMs(waited)}. A timeout is for
**one attempt**, and the SDK tries again after it like after any failed connection.`;
}

export function howManyInAll(facts: AfterwardsFacts): string {
  const { exchanges } = facts;
  return `
**${requestsOfAll(facts)} requests** for one question: ${exchanges.length} tries of the loop, each of them ${exchanges[0]?.attempts.length ?? 0} requests of the SDK. They multiply. To a
server that is overloaded already, that is the opposite of help.`;
}

function times(count: number): string {
  return count === 1 ? 'Once' : `${count} times`;
}

function wholeMs(ms: number): string {
  return `${Math.round(ms)} ms`;
}
