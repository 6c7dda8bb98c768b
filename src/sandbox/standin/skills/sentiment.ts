import { exact, type Skill } from '../reply.ts';
import { gist } from '../words.ts';
import { material } from './material.ts';

const positive = new Set(
  `good great love loved loves lovely excellent amazing wonderful happy fantastic perfect best awesome nice delicious
  friendly fast helpful enjoy enjoyed recommend pleased delighted brilliant superb fun beautiful easy reliable like
  liked thanks charming comfortable tasty outstanding impressive works smooth glad favourite favorite`.split(
    /\s+/,
  ),
);
const negative = new Set(
  `bad terrible awful hate hated hates horrible worst poor sad angry slow broken disappointing disappointed rude dirty
  useless boring ugly expensive cold annoying problem problems refund waste wasted failed fails crash crashes crashed
  disgusting late noisy difficult unhelpful unreliable bland stale overpriced mediocre regret never`.split(
    /\s+/,
  ),
);
const negations =
  /^(?:not|no|never|hardly|isn't|wasn't|don't|didn't|doesn't|can't|couldn't|won't|without)$/;
/** How many words a negation reaches: "not a very good film". */
const REACH = 3;

const asked = /\bsentiment\b|\bpositive\b.{0,40}\bnegative\b|\bnegative\b.{0,40}\bpositive\b/i;

/** Labels a text as positive, negative or neutral by its words. */
export const sentiment: Skill = ({ question, instructions }) => {
  const isAsked = asked.test(gist(question));
  if (!isAsked && !asked.test(gist(instructions))) return undefined;
  const text = isAsked ? material(question) : question;
  if (text === undefined) return undefined;
  const mood = moodOf(text);
  const label = mood > 0 ? 'Positive' : mood < 0 ? 'Negative' : 'Neutral';
  return exact(label);
};

/** Above 0 for a glad text, below for a sad one, 0 for one that is neither. */
export function moodOf(text: string): number {
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return words.reduce((total, word, at) => {
    const mood = Number(positive.has(word)) - Number(negative.has(word));
    const isTurned =
      mood !== 0 && words.slice(Math.max(0, at - REACH), at).some((each) => negations.test(each));
    return total + (isTurned ? -mood : mood);
  }, 0);
}
