import { numberPattern, readNumber, sentencesOf } from '../words.ts';
import { cuesOf, lastCue } from './cues.ts';

/** How long an answer is to be. */
export type Length =
  | { readonly unit: 'any' }
  | { readonly unit: 'sentences'; readonly count: number }
  | WordLength;

interface WordLength {
  readonly unit: 'words';
  readonly count: number;
  /** The count is the most, not exactly what is wanted. */
  readonly isLimit: boolean;
}

const sentencesAsked = new RegExp(` (${numberPattern}|single)(?: [a-z]+)? sentences? `);
const wordsAsked = new RegExp(
  ` (in|with|using|use|exactly|only|just|most|under|than|within|maximum) (${numberPattern}|a single) words? `,
);
/** Of the words before "ten words", those that set a limit. */
const limits = ['most', 'under', 'than', 'within', 'maximum'];
const brief = cuesOf(
  'brief, briefly, concise, concisely, terse, tersely, succinct, succinctly, be short, keep it short, ' +
    'short answer, short answers, a sentence',
);

/** The length that a text, made plain, asks for; undefined if none. "Brief" is one sentence. */
export function lengthIn(plainText: string): Length | undefined {
  const [, sentences] = sentencesAsked.exec(plainText) ?? [];
  if (sentences) return { unit: 'sentences', count: count(sentences) };
  const [, before = '', words] = wordsAsked.exec(plainText) ?? [];
  if (words) return { unit: 'words', count: count(words), isLimit: limits.includes(before) };
  return lastCue(plainText, brief) >= 0 ? { unit: 'sentences', count: 1 } : undefined;
}

/** At least one: an answer of no words is none. */
const count = (text: string): number =>
  text.endsWith('single') ? 1 : Math.max(1, readNumber(text));

/** Cuts a text down to so many sentences; a shorter one is left as it is. */
export function cutToSentences(text: string, count: number): string {
  const sentences = sentencesOf(text);
  return sentences.length > count ? sentences.slice(0, count).join(' ') : text;
}

/** Cuts a text to so many words; to a limit by whole sentences, if at least one fits. */
export function cutToWords(text: string, { count, isLimit }: WordLength): string {
  const words = text.split(/\s+/);
  if (words.length <= count) return text;
  const whole = isLimit ? sentencesWithin(text, count) : '';
  return (
    whole ||
    `${words
      .slice(0, count)
      .join(' ')
      .replace(/[.,:;!?]$/, '')}…`
  );
}

function sentencesWithin(text: string, most: number): string {
  let words = 0;
  return sentencesOf(text)
    .filter((each) => {
      words += each.split(/\s+/).length;
      return words <= most;
    })
    .join(' ');
}
