import { exact, type Skill, said } from '../reply.ts';
import { gist, quote, sentencesOf } from '../words.ts';
import { material, unquoted } from './material.ts';

interface Operation {
  /** Its last group is the text when the question does not set the text off. */
  readonly asked: RegExp;
  readonly carryOut: (text: string) => string;
}

const ofWord = String.raw`(?: the)?(?: following)?(?: word| text| sentence| string| phrase)?(?: of| in)? ?([^:?"\n]{1,200})?`;

const operations: readonly Operation[] = [
  {
    asked: new RegExp(String.raw`\b(?:reverse|spell backwards|write backwards)\b${ofWord}`, 'i'),
    carryOut: (text) => [...text].reverse().join(''),
  },
  {
    asked: /\bspell ([\p{L}'-]{1,60}) backwards?\b/iu,
    carryOut: (text) => [...text].reverse().join(''),
  },
  {
    asked:
      /\b(?:to|into|in) (?:all )?(?:upper ?case|capital letters|capitals|caps)\b[: ]*([^?\n]{1,200})?/i,
    carryOut: (text) => text.toUpperCase(),
  },
  {
    asked: new RegExp(String.raw`^(?:please )?(?:upper ?case|capitali[sz]e)\b${ofWord}`, 'i'),
    carryOut: (text) => text.toUpperCase(),
  },
  {
    asked: /\b(?:to|into|in) (?:all )?(?:lower ?case|small letters)\b[: ]*([^?\n]{1,200})?/i,
    carryOut: (text) => text.toLowerCase(),
  },
  {
    asked: new RegExp(String.raw`^(?:please )?lower ?case\b${ofWord}`, 'i'),
    carryOut: (text) => text.toLowerCase(),
  },
];

/** "Reverse the word hello", "Convert to uppercase: hello". */
export const rewriting: Skill = ({ question }) => {
  const text = gist(question);
  for (const { asked, carryOut } of operations) {
    const match = asked.exec(text);
    const subject = match && (material(question) ?? wordIn(match));
    if (subject) return exact(carryOut(subject));
  }
  return undefined;
};

/** The text a match found itself: its group, or what stands between the verb and the match. */
function wordIn(match: RegExpExecArray): string | undefined {
  if (match[1]) return unquoted(match[1].replace(/[.!]$/, ''));
  const before = match.input.slice(0, match.index);
  const named =
    /\b(?:convert|change|turn|write|put|make)(?: the word| the text)? (.{1,200})$/i.exec(before);
  return named?.[1] && unquoted(named[1]);
}

const counting =
  /\b(?:how many|count(?: the)?(?: number of)?|number of) (words|letters|characters|sentences|vowels)\b(?:[^:"?\n]*?\b(?:in|of|has|have)\b)?(?: the (?:word|text|sentence|phrase))? ?([^:"?\n]{1,200})?/i;
const oneLetter =
  /\bhow many ["']?(\p{L})["']?(?:'?s| letters?)?(?: are| is)?(?: there)? in(?: the word)? ["']?([\p{L}'-]{1,80})/iu;

const measures: Readonly<Record<string, RegExp>> = {
  word: /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu,
  letter: /\p{L}/gu,
  character: /./gsu,
  vowel: /[aeiou]/gi,
};

/** "How many words are in …?", "How many r's are in strawberry?" */
export const measuring: Skill = ({ question }) => {
  const text = gist(question);
  const letter = oneLetter.exec(text);
  if (letter) {
    const [, sought = '', word = ''] = letter;
    return said(
      `${tally(word.toLowerCase().split(sought.toLowerCase()).length - 1, `“${sought}”`)} in ${quote(word)}.`,
    );
  }
  const [asked, unit = '', named] = counting.exec(text) ?? [];
  const subject = asked && (material(question) ?? named?.trim());
  if (!subject) return undefined;
  const measure = unit.toLowerCase().replace(/s$/, '');
  const count =
    measure === 'sentence'
      ? sentencesOf(subject).length
      : (subject.match(measures[measure] ?? /./g) ?? []).length;
  return said(`${tally(count, measure)} in ${quote(subject, 40)}.`);
};

const tally = (count: number, thing: string): string =>
  `There ${count === 1 ? 'is' : 'are'} ${count} ${thing}${count === 1 || thing.startsWith('“') ? '' : 's'}`;

const summarising = /\b(?:summari[sz]e|sum up|summary of|shorten|tl;?dr|key point)\b/i;

/** Gives the opening sentences of a text: an extract, and it says so. */
export const summary: Skill = ({ question, instructions }, { length }) => {
  const isStanding = summarising.test(gist(instructions));
  const text = summarising.test(gist(question))
    ? material(question)
    : isStanding
      ? question
      : undefined;
  const sentences = text === undefined ? [] : sentencesOf(text);
  if (sentences.length === 0) return undefined;
  const kept = sentences.slice(0, length.unit === 'sentences' ? length.count : 1).join(' ');
  return length.unit === 'sentences' ? exact(kept) : said(`In its own words: ${quote(kept, 300)}`);
};
