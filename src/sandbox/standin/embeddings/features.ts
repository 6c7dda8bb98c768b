import { stems } from '../words.ts';
import { concepts } from './concepts.ts';

/** What a text is about: its words and what they stand for, each with its weight. */
export type Features = ReadonlyMap<string, number>;

/**
 * A word that stands for a concept is mostly that concept and a little itself, so that synonyms are near each
 * other and the same word is nearer. The squares add up to 1: every word weighs the same.
 */
const conceptShare = 0.9;
const wordShare = Math.sqrt(1 - conceptShare ** 2);

/** A text without a word of meaning is all of its words; one without a word is itself. */
export function featuresOf(text: string): Features {
  const words = wordsOf(text);
  const meaningful = words.filter((word) => !stopWords.has(word));
  const chosen = meaningful.length > 0 ? meaningful : words;
  const features = new Map<string, number>();
  const add = (feature: string, weight: number) =>
    features.set(feature, (features.get(feature) ?? 0) + weight);
  for (const [word, times] of counted(chosen.length > 0 ? chosen : [text])) {
    const weight = 1 + Math.log(times);
    const concept = conceptOf.get(word);
    if (concept !== undefined) add(`concept ${concept}`, weight * conceptShare);
    add(`word ${word}`, concept === undefined ? weight : weight * wordShare);
  }
  return features;
}

/** Scripts that put no blank between words: each character counts as one. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu;

/** The roots of the words, without accents. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return stems(plain.replace(unspaced, ' $& ')).map(rootOf);
}

function counted(words: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}

/**
 * The part of a word that its forms share: `baking`, `baked` and `bake` are one. Rough: it serves both sides of
 * every comparison.
 * @param stem in lower case and without the ending of a plural
 */
function rootOf(stem: string): string {
  const cut = stem.replace(/e?(?:ing|ed|ly|ment|ness)$/, '');
  const isWord = cut.length >= 3 && /[aeiouy]/.test(cut);
  return (isWord ? cut : stem).replace(/([^aeiou\d])\1$/, '$1');
}

const conceptOf: ReadonlyMap<string, string> = new Map(
  concepts.flatMap((words) => {
    const roots = wordsOf(words);
    return roots.map((root) => [root, roots[0] ?? root]);
  }),
);

/** Words that say little about what a text is about. */
const stopWords: ReadonlySet<string> = new Set(
  wordsOf(`
  a about above after again all also am an and any are as at be because been before being below between both but by
  can cannot could d did do does doesn doing don down during each few for from further had has have having he her here hers him
  his how i if in into is it its itself just let ll m me more most my no nor not now of off on once one only or other
  our ours out over own please re s same shall she should so some such t than that the their theirs them then there
  these they this those through to too two under until up us ve very was we were what when where which while who
  whom why will with would you your yours
`),
);
