/** Characters of a text in which its request is looked for: what is asked stands near the beginning or the end. */
const READ_FROM_START = 3000;
const READ_FROM_END = 1000;

/** The part of a text that is searched for what is asked; keeps a very long prompt as cheap as a short one. */
export function gist(text: string): string {
  if (text.length <= READ_FROM_START + READ_FROM_END) return text;
  return `${text.slice(0, READ_FROM_START)}\n${text.slice(-READ_FROM_END)}`;
}

/** Text without control characters and with one kind of quotation mark and space; lines are kept. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]+/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .trim();
}

/** Words in lower case and without their endings, so that `APIs`, `an api` and `API?` are the same. */
export function stems(text: string): string[] {
  const words = text
    .toLowerCase()
    .replace(/'s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).map(stem);
}

/** Cuts plural endings, roughly: it is applied to both sides of every comparison. */
function stem(word: string): string {
  if (word === 'https') return word;
  const singular = word.length > 2 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  if (singular.endsWith('ie')) return `${singular.slice(0, -2)}y`;
  return singular.length > 3 && singular.endsWith('e') ? singular.slice(0, -1) : singular;
}

const numberWords = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  'seventeen eighteen nineteen twenty',
]
  .join(' ')
  .split(' ');

/** Matches a whole number in digits or, up to twenty, in words; for building patterns. */
export const numberPattern = `(?:\\d{1,7}|${numberWords.toReversed().join('|')})`;

/** Reads what `numberPattern` matched. */
export function readNumber(text: string): number {
  const place = numberWords.indexOf(text.toLowerCase());
  return place >= 0 ? place : Number(text);
}

const anyNumberWord = new RegExp(`\\b(?:${numberWords.join('|')})\\b`, 'gi');

/** The text with the number words up to twenty in digits. */
export function inDigits(text: string): string {
  return text.replace(anyNumberWord, (word) => String(readNumber(word)));
}

/** The sentences of a text, each with its mark. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A quotation of what somebody wrote, on one line and no longer than a line. */
export function quote(text: string, longest = 80): string {
  const line = text
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return `“${line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line}”`;
}

/** `a, b and c` */
export function enumerate(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
