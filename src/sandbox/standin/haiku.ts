import { write } from './pattern.ts';
import type { Choices, Draw } from './sampling.ts';

/** Lines of five syllables that name the subject, by the syllables that the subject takes of them. */
const naming: Readonly<Record<number, Choices>> = {
  1: ['Only $subject, alone', 'Nightfall, and still $subject', 'Morning brings us $subject'],
  2: ['Look at $subject now', '$subject in the dark', 'Once more, $subject, friend'],
  3: ['Think of $subject', 'Behold $subject', '$subject at dawn'],
  4: ['Ah, $subject', '$subject, still', 'Yes, $subject'],
  5: ['$subject'],
};
/** Stand before a subject of six or seven syllables, which fills the second line. */
const openings: Choices = [
  'Morning, quiet screen',
  'Rain against the glass',
  'One last cup of tea',
];
const longNaming: Readonly<Record<number, Choices>> = {
  6: ['ah, $subject', 'yes, $subject'],
  7: ['$subject'],
};
const middles: Choices = [
  'one thing asked and one thing told',
  'simple once you come to look',
  'many hands have made it so',
  'a small light behind the glass',
  'patient as a winter night',
  'the cursor blinks and listens',
];
const endings: Choices = [
  'the answer arrives',
  'someone writes it down',
  'morning finds it done',
  'the machine hums on',
  'rain taps on the keys',
  'a bird in the code',
];

/**
 * A poem of 5, 7 and 5 syllables that names its subject, `own` rather than one of its own making. A subject of
 * more than seven syllables, by a rough count, stands above the poem instead.
 */
export function haikuAbout(subject: string, draw: Draw, own?: readonly string[]): string {
  const made = () => assembled(subject, draw).map(withCapital).join('\n');
  return own ? draw<() => string>([() => own.join('\n'), made])() : made();
}

function assembled(subject: string, draw: Draw): string[] {
  const count = syllables(subject);
  const line = (choices: Choices) => write(draw(choices), draw, () => subject);
  const [first, middle] = [naming[count], longNaming[count]];
  const ending = `${draw(endings)}.`;
  if (first) return [`${line(first)},`, `${draw(middles)},`, ending];
  if (middle) return [`${draw(openings)},`, `${line(middle)},`, ending];
  return [`(${subject})`, `${draw(openings)},`, `${draw(middles)},`, ending];
}

const withCapital = (line: string, place: number): string =>
  place === 0 ? line.charAt(0).toUpperCase() + line.slice(1) : line;

/** How words are said that the rules below would get wrong. */
const irregular: Readonly<Record<string, number>> = { json: 2, rest: 1, sql: 3, url: 3, csv: 3 };

/** A rough count: letters of an abbreviation, else groups of vowels without a silent e. */
export function syllables(text: string): number {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map(
      (word) =>
        irregular[word.toLowerCase()] ?? (isSpelledOut(word) ? letters(word) : groups(word)),
    )
    .reduce((total, count) => total + count, 0);
}

const isSpelledOut = (word: string): boolean => /^[A-Z]{2,6}s?$/.test(word);

/** Every letter is one syllable, but for W. */
const letters = (word: string): number =>
  [...word.replace(/s$/, '')].reduce((total, letter) => total + (letter === 'W' ? 3 : 1), 0);

function groups(word: string): number {
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|[^aeioul]e|(?<=[^td])ed)$/, '');
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}
