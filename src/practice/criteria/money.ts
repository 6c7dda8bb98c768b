/** Criteria about what calls cost. */
import { readUsage } from '../../usage/usage.ts';
import type { Criterion } from '../exercise.ts';
import type { Observation, ReceivedRequest } from '../observation.ts';
import { answeredRequests, counted, textOf } from './reading.ts';
import { whyNoAnswer, whyTooFew } from './requests.ts';

/** USD per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** Amounts count as exact to eight decimals. */
const tolerance = 5.1e-9;

/** Prints what each call cost, and the sum. @param least calls that it takes to judge: the sum of one is its cost */
export function printsTheCosts(price: Price, { least }: { readonly least: number }): Criterion {
  return {
    id: 'prints-the-costs',
    name: 'It prints the exact cost of each call, and their sum.',
    expected: 'each cost in USD, and the sum, to eight decimals or more',
    judge: (observation) => {
      const costs = costsOf(observation, price);
      if (costs.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const amounts = amountsIn(textOf(observation.program.stdout));
      const sum = costs.reduce((total, cost) => total + cost, 0);
      const wanted = [...costs, sum];
      const missing = wanted.findIndex((cost) => !amounts.some((amount) => isNear(amount, cost)));
      if (missing === -1) {
        const tooFew = whyTooFew(observation, least);
        return {
          passed: tooFew === null,
          actual: tooFew ?? `all of them; the sum is ${told(sum)}`,
        };
      }
      const what = missing === costs.length ? 'the sum is' : `call ${missing + 1} cost`;
      const near = nearest(amounts, wanted[missing] ?? 0);
      return { passed: false, actual: `${what} ${told(wanted[missing])}; ${near}` };
    },
  };
}

/** Sends nothing more once the budget is spent; `budget` in USD. */
export function stopsAtTheBudget(
  { price, budget }: { readonly price: Price; readonly budget: number },
  about: Required<Pick<Criterion, 'scenario'>>,
): Criterion {
  return {
    id: 'stops-at-the-budget',
    name: 'When answers are dear, it sends nothing more once the budget is spent.',
    expected: `no request after ${told(budget)} have been spent`,
    ...about,
    judge: (observation) => {
      const costs = costsOf(observation, price);
      if (costs.length === 0) return { passed: false, actual: whyNoAnswer(observation) };
      const before = costs.slice(0, -1).reduce((total, cost) => total + cost, 0);
      const spent = before + (costs.at(-1) ?? 0);
      if (spent < budget) {
        const actual = `${counted(costs.length, 'request')}, which cost ${told(spent)}: the budget was not spent`;
        return { passed: false, actual };
      }
      const actual = `${counted(costs.length, 'request')}; ${told(before)} had been spent before the last`;
      return { passed: before < budget, actual };
    },
  };
}

function costsOf(observation: Observation, price: Price): number[] {
  return answeredRequests(observation).map((request) => costOfRequest(request, price));
}

function costOfRequest({ answer }: ReceivedRequest, price: Price): number {
  const { inputTokens = 0, outputTokens = 0 } = readUsage(answer) ?? {};
  return (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
}

/** `0.0000366`, `3.66e-05` and `$1.50`, in the order in which they are printed. */
function amountsIn(text: string): number[] {
  return (
    text.match(/(?<![\w.])\d*\.\d+(?:e[+-]?\d+)?|(?<![\w.])\d+(?:\.\d+)?e[+-]?\d+/gi) ?? []
  ).map(Number);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < tolerance;
}

function nearest(amounts: readonly number[], cost: number): string {
  const [near] = [...amounts].sort((a, b) => Math.abs(a - cost) - Math.abs(b - cost));
  return near === undefined
    ? 'no amount was printed'
    : `the nearest amount printed is ${told(near)}`;
}

function told(usd: number | undefined): string {
  return usd === undefined || Number.isNaN(usd) ? 'none' : `$${usd.toFixed(8)}`;
}
