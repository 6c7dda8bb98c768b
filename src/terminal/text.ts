import stringWidth from 'string-width';
import stripAnsi from 'strip-ansi';
import wrapAnsi from 'wrap-ansi';

const tab = ' '.repeat(4);

export type Align = 'left' | 'right' | 'center';

/**
 * Breaks text, styled or not, into lines of at most `width` columns, prefixes included. Breaks at
 * spaces, but not before a unit of time; a word that is longer than a whole line is broken inside. Line breaks and the spaces a
 * line begins with stay, a tab counts as four. `indent` goes before the first line, `hanging` (if
 * left out: `indent`) before each further one.
 */
export function wrap(
  text: string,
  width: number,
  { indent = '', hanging = indent }: { indent?: string; hanging?: string } = {},
): string[] {
  const columns = Math.max(1, width - Math.max(stringWidth(indent), stringWidth(hanging)));
  return prefix(
    text
      .replaceAll('\t', tab)
      .split('\n')
      .flatMap((line) => wrapLine(line, columns)),
    indent,
    hanging,
  );
}

/** Between a number and its unit of time, and within `1 min 27 s`. */
const spaceBeforeUnit = /(?<=\d) (?=(?:ms|s|min|%)(?![\p{L}\d]))|(?<=\d min) (?=\d+ s\b)/gu;
/** Stands for such a space while lines are broken: Unicode keeps it out of all texts, for use inside programs. */
const unbroken = '\ufdd0';
/** Where there is less room, even a time is broken. */
const longestTime = 16;

function wrapLine(line: string, columns: number): string[] {
  const spaces = /^ */.exec(stripAnsi(line))?.[0].slice(0, columns >> 1) ?? '';
  const joined = columns < longestTime ? line : line.replace(spaceBeforeUnit, unbroken);
  const lines = wrapAnsi(joined, columns - spaces.length, { hard: true })
    .replaceAll(unbroken, ' ')
    .split('\n');
  return prefix(lines, spaces, spaces);
}

/**
 * Puts `first` before the first line and `rest` before the others; an empty line gets no trailing
 * spaces (styles never end in one).
 */
export function prefix(lines: readonly string[], first: string, rest: string): string[] {
  return lines.map((line, index) => {
    const before = index === 0 ? first : rest;
    return stripAnsi(line) === '' ? before.trimEnd() : before + line;
  });
}

/** Puts items beside each other, as many as fit into `width` columns, each on one line if it fits on one at all. */
export function fillLines(
  items: readonly string[],
  width: number,
  { indent = '', gap }: { indent?: string; gap: string },
): string[] {
  const columns = width - stringWidth(indent);
  const lines: string[] = [];
  for (const item of items) {
    const longer = lines.length > 0 ? `${lines.at(-1)}${gap}${item}` : item;
    if (lines.length > 0 && stringWidth(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(item);
  }
  return lines.flatMap((line) => wrap(line, width, { indent }));
}

/** Fills text up to `width` columns with spaces; longer text stays as it is. */
export function pad(text: string, width: number, align: Align = 'left'): string {
  const missing = Math.max(0, width - stringWidth(text));
  const before = { left: 0, right: missing, center: missing >> 1 }[align];
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/**
 * One line of at most `width` columns, cut with `…` where it would be longer; takes text without
 * styles.
 */
export function truncate(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (stringWidth(line) <= width) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (stringWidth(kept + segment) >= width) break;
    kept += segment;
  }
  return width < 1 ? '' : `${kept}…`;
}

/** Columns of the widest line. */
export function widest(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, stringWidth(line)), 0);
}
