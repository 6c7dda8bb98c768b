import type { Exchange } from '../../src/client/exchange.ts';
import type { AfterwardsFacts, StepOutcome } from '../../src/course/lesson.ts';
import { addCosts, formatUsd, zeroCost } from '../../src/usage/cost.ts';
import { duration } from '../duration.ts';
import { requestsOf, timelineOf } from './timeline.ts';

/** What the lesson says about what happened, each number taken from the run. */

/** Below this, starting the calls takes a good part of the time: there is nothing to compare. */
const comparableMs = 250;

const noCall = 'No call was made, so there is nothing to compare.';

const variantsOverlap =
  'Several variants ran at the same time here, so the picture has the calls of all of them. Run the step without them to see one.';

/** The styles that the demos ask for are calls of one run; variants and samples bring more. */
function hasVariants({ exchanges }: StepOutcome, calls: number): boolean {
  return exchanges.length > calls;
}

export function howItAddedUp(facts: AfterwardsFacts): string {
  const timeline = timelineOf(facts.exchanges);
  if (!timeline) return noCall;
  if (hasVariants(facts, 4)) return variantsOverlap;
  return `
No row begins before the one above it has ended. The calls took ${listOf(facts.exchanges)}, and the whole took
**${duration(timeline.wallMs)}**: it all adds up. \`await\` inside a loop is right when a call needs the answer of the one before. Here none
does, so most of this waiting is in vain.`;
}

/** The sum of the calls, the slowest, the average: the index of what the whole came closest to. */
export function closestTo(outcome: StepOutcome): number | null {
  const timeline = timelineOf(outcome.exchanges);
  if (!timeline || hasVariants(outcome, 4)) return null;
  const { wallMs, sumMs, slowestMs, averageMs } = timeline;
  const distances = [sumMs, slowestMs, averageMs].map((ms) => Math.abs(wallMs - ms));
  return distances.indexOf(Math.min(...distances));
}

export function whatTogetherTook(facts: AfterwardsFacts): string {
  const timeline = timelineOf(facts.exchanges);
  if (!timeline) return noCall;
  if (hasVariants(facts, 4)) return variantsOverlap;
  const { wallMs, sumMs, slowestMs } = timeline;
  return `
All answers were there after **${duration(wallMs)}**; the slowest call alone took ${duration(slowestMs)}. ${
    wallMs < comparableMs
      ? tooShort(facts.exchanges)
      : `One after another, calls of these lengths take ${duration(sumMs)}: ${(sumMs / wallMs).toFixed(1)} times as long.`
  }`;
}

function tooShort(exchanges: readonly Exchange[]): string {
  const isSimulated = exchanges.some(({ provider }) => provider === 'sandbox');
  return isSimulated
    ? 'The sandbox answered without delay, so there is no waiting to compare. At the pace of a model: `course lesson 04 --latency realistic`.'
    : 'That is too short to compare.';
}

/** The styles in the order in which their answers arrived. */
function arrivals({ printed }: StepOutcome): string[] {
  return [...printed.matchAll(/^arrived: (.+)$/gm)].map(([, style = '']) => style);
}

/** The index of the answer that arrived first, of those that the demo asks for. */
export function firstToArrive(outcome: StepOutcome, styles: readonly string[]): number | null {
  const [first] = arrivals(outcome);
  return first === undefined ? null : styles.indexOf(first);
}

export function whatArrivedWhen(facts: AfterwardsFacts): string {
  const timeline = timelineOf(facts.exchanges);
  if (!timeline) return noCall;
  const order = arrivals(facts).map((style) => `“${style}”`);
  return `
They arrived in this order: ${order.join(', ')}. ${
    timeline.wallMs < comparableMs
      ? tooShort(facts.exchanges)
      : 'A longer answer takes longer to write, so it mostly comes later.'
  }`;
}

const isAnswered = ({ status }: Exchange) => status === 'completed' || status === 'incomplete';

/** How many of the three calls were answered; null when variants make more of them. */
export function answeredOfThree(outcome: StepOutcome): number | null {
  return hasVariants(outcome, 3) ? null : outcome.exchanges.filter(isAnswered).length;
}

export function whatWasPaidFor({ exchanges }: AfterwardsFacts): string {
  const answered = exchanges.filter(isAnswered);
  const { total } = answered.reduce((sum, { cost }) => addCosts(sum, cost ?? zeroCost), zeroCost);
  const price = answered.every(({ cost }) => cost)
    ? `, at a list price of ${formatUsd(total)}`
    : '';
  return `
**${answered.length} of ${exchanges.length}** calls were answered${price}. \`Promise.all\` gives up at the first failure and throws: the other
answers are written and billed all the same, and a program that only has \`Promise.all\` never sees them.`;
}

export function whatWasBounded(facts: AfterwardsFacts): string {
  const timeline = timelineOf(facts.exchanges);
  if (!timeline) return noCall;
  const { mostAtOnce, wallMs, sumMs, slowestMs } = timeline;
  const measured = hasVariants(facts, 8)
    ? variantsOverlap
    : `
At most **${mostAtOnce} calls** were under way at any moment. The calls add up to ${duration(sumMs)}; a third of that is ${duration(sumMs / 3)}, the slowest
call took ${duration(slowestMs)}, and the whole cannot be done sooner than the longer of these two. It took ${duration(wallMs)}.`;
  return `${measured}

${remaining(facts.exchanges)}`;
}

/** What the server says is left of a minute. */
function remaining(exchanges: readonly Exchange[]): string {
  const limits = exchanges.at(-1)?.attempts.at(-1)?.rateLimits ?? {};
  const parts = ['requests', 'tokens'].flatMap((kind) => {
    const [left, limit] = [limits[`remaining-${kind}`], limits[`limit-${kind}`]];
    return left && limit ? [`${grouped(left)} of ${grouped(limit)} ${kind}`] : [];
  });
  if (parts.length === 0) return 'This server does not say what its limits are.';
  return `What else holds you back is in the headers of each answer. After the last one, you had ${parts.join(' and ')} left, since what was used flows back all the time (\`x-ratelimit-remaining-…\` and \`x-ratelimit-limit-…\`).`;
}

export function requestsForFive(outcome: StepOutcome): number | null {
  return hasVariants(outcome, 5) ? null : requestsOf(outcome.exchanges);
}

export function whatTheLimitCost({ exchanges }: AfterwardsFacts): string {
  const waits = exchanges.flatMap(({ attempts }) => attempts.flatMap(({ waitMs }) => waitMs ?? []));
  const longest = waits.length > 0 ? `, and waited up to ${duration(Math.max(...waits))}` : '';
  return `
It took **${requestsOf(exchanges)} requests** for ${exchanges.length} calls: the SDK sent what was refused once more${longest}. The bars of those calls
are longer for that reason, not because the model was slow.`;
}

function listOf(exchanges: readonly Exchange[]): string {
  const times = exchanges.map(({ timing }) => duration(timing.totalMs));
  return new Intl.ListFormat('en').format(times);
}

function grouped(digits: string): string {
  return Number(digits).toLocaleString('en');
}
