import { exact, type Skill } from '../reply.ts';
import { gist, inDigits } from '../words.ts';

/** The most numbers in one answer. */
const LONGEST_COUNT = 200;

const number = String.raw`(-?\d{1,9})`;
const counting = new RegExp(
  String.raw`\bcount(?:ing)?(?: (?:up|down|backwards?))*(?: from ${number})?(?:(?: down| up)? (?:to|through|until) ${number})?(?:.{0,20}?\b(?:by|in steps of|in) ${number}s?\b)?`,
  'i',
);

/** "Count from 1 to 5", "count down from 10 by 2": whole numbers, in steps. */
export const count: Skill = ({ question }) => {
  const text = inDigits(gist(question));
  const [asked, from, to, by] = counting.exec(text) ?? [];
  if (asked === undefined || (from === undefined && to === undefined)) return undefined;
  const isDown = /\bdown|backward/i.test(asked);
  const start = Number(from ?? (isDown ? to : 1));
  const end = Number(from === undefined && isDown ? 1 : (to ?? (isDown ? 0 : start)));
  const numbers = steps(start, end, Math.abs(Number(by ?? 1)) || 1);
  const separator = /\b(?:per|each on a|separate|own) lines?\b|\bnew lines?\b/i.test(text)
    ? '\n'
    : ', ';
  const isWhole = numbers.at(-1) === end || numbers.length < LONGEST_COUNT;
  return exact([...numbers, ...(isWhole ? [] : ['…'])].join(separator));
};

function steps(start: number, end: number, by: number): number[] {
  const length = Math.min(LONGEST_COUNT, Math.floor(Math.abs(end - start) / by) + 1);
  const step = end < start ? -by : by;
  return Array.from({ length }, (_, place) => start + place * step);
}
