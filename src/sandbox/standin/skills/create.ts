import { haikuAbout } from '../haiku.ts';
import { sentence, write } from '../pattern.ts';
import { exact, type Skill } from '../reply.ts';
import type { Choices, Draw } from '../sampling.ts';
import { gist, numberPattern, quote, readNumber } from '../words.ts';
import { jokes, slogans, storySlots, verses } from './creations.ts';
import { aim } from './material.ts';
import { anything, type Theme, themes } from './names.ts';

interface Genre {
  readonly asked: RegExp;
  /** What it is about when the question does not say. */
  readonly usually: string;
  readonly make: (subject: string, draw: Draw) => string;
}

const making = String.raw`\b(?:write|make|suggest|invent|create|compose|give|tell|think of|come up with|propose|need|want|find|what(?:'s| is| would be)|say|pick|brainstorm)\b.{0,60}?\b`;
const genre = (nouns: string): RegExp =>
  new RegExp(
    `${making}(?:${nouns})\\b|^(?:an? )?(?:[\\w-]+ ){0,3}(?:${nouns}) (?:about|for|on)\\b`,
    'i',
  );

const genres: readonly Genre[] = [
  { asked: genre('jokes?|puns?|something funny'), usually: 'programmers', make: slots(jokes) },
  {
    asked: genre('slogans?|taglines?|mottos?|catchphrases?'),
    usually: 'it',
    make: (subject, draw) => slots(slogans)(ours(subject), draw),
  },
  { asked: genre('poems?|verses?|rhymes?|limericks?|songs?'), usually: 'a machine', make: verse },
  {
    asked: genre('stor(?:y|ies)|tales?|fable'),
    usually: 'a curious robot',
    make: slots(storySlots),
  },
  { asked: genre('names?|brand'), usually: '', make: name },
];

const several = new RegExp(
  `\\b(${numberPattern})\\b(?: [\\w-]+){0,4} (?:names|slogans|taglines|jokes|ideas|mottos)\\b`,
  'i',
);
/** The most inventions in one answer. */
const MOST = 10;

/** Names, slogans, jokes, poems and stories about anything. */
export const create: Skill = ({ question }, _style, draw) => {
  const text = gist(question);
  const found = genres.find(({ asked }) => asked.test(text));
  if (!found || /\b(?:variable|function|file|class|my|your|his|her) names?\b/i.test(text))
    return undefined;
  const subject = shorten(aim(text)) ?? found.usually;
  const count = Math.min(MOST, readNumber(several.exec(text)?.[1] ?? '1'));
  if (count < 2) return exact(found.make(subject, draw));
  return exact(numbered(distinct(count, () => found.make(subject, draw))).join('\n'));
};

/** A haiku about what is no topic, when a haiku is asked for. */
export const lastHaiku: Skill = ({ question }, { form }, draw) => {
  if (form !== 'haiku') return undefined;
  const subject =
    /\bwhat(?:'s| is| are) ([^.!?\n]{1,60})/i.exec(gist(question))?.[1] ?? aim(question);
  return exact(haikuAbout(subject ?? 'the keyboard', draw));
};

const shorten = (subject: string | undefined): string | undefined =>
  subject && (subject.length > 60 ? quote(subject, 60) : subject);

function slots(choices: readonly Choices[]) {
  return (subject: string, draw: Draw): string =>
    choices.map((each) => sentence(write(draw(each), draw, () => subject))).join(' ');
}

function verse(subject: string, draw: Draw): string {
  return verses.map((couplets) => write(draw(couplets), draw, () => subject)).join('\n');
}

/** A business speaks of itself: "a bakery" is "our bakery" in its slogan. */
const ours = (subject: string): string => subject.replace(/^(?:an?|the|my|your) /i, 'our ');

const shapes: Choices = [
  'The $first $second',
  '$first $second',
  '$first & $second',
  '$second & Co.',
];

function name(subject: string, draw: Draw): string {
  const { firsts, seconds } = themeOf(subject);
  return write(draw(shapes), draw, (part) => draw(part === 'first' ? firsts : seconds));
}

function themeOf(subject: string): Theme {
  const words = subject.toLowerCase();
  return themes.find(({ cues }) => cues.some((cue) => words.includes(cue))) ?? anything;
}

/** So many inventions; at temperature 0, where all are the same, only one. */
function distinct(count: number, invent: () => string): string[] {
  const attempts = Array.from({ length: count * 5 }, invent);
  return [...new Set(attempts)].slice(0, count);
}

const numbered = (items: readonly string[]): string[] =>
  items.map((item, at) => `${at + 1}. ${item}`);
