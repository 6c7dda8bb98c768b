/** A text in lower case as words with single spaces, ` . ` where a clause ends, and a space at both ends. */
export function plain(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[.!?;:\n]+/g, ' . ')
    .replace(/[^\p{L}\p{N}'.]+/gu, ' ');
  return ` ${words.replace(/ +/g, ' ').trim()} `;
}

/** Cues written as one list. */
export const cuesOf = (list: string): readonly string[] => list.split(', ');

/** How many words before a cue may turn it into its opposite: "do not be formal". */
const REACH = 4;
const negations = ['not', "don't", 'dont', 'never', 'no', 'avoid', 'without', 'nor'];

/**
 * Where a plain text last asks for one of the cues, or -1. A cue with a negation before it does not count, and
 * with `signals` it counts only after one of these words, within the same clause.
 */
export function lastCue(
  text: string,
  cues: readonly string[],
  signals?: readonly string[],
): number {
  return Math.max(-1, ...cues.map((cue) => lastUse(text, cue, signals)));
}

function lastUse(text: string, cue: string, signals?: readonly string[]): number {
  for (let at = text.lastIndexOf(` ${cue} `); at >= 0; at = before(text, cue, at)) {
    const clause =
      text
        .slice(Math.max(0, at - 80), at)
        .split('.')
        .at(-1) ?? '';
    const words = clause.trim().split(' ');
    const isNegated = words.slice(-REACH).some((word) => negations.includes(word));
    const isSignalled = !signals || words.some((word) => signals.includes(word));
    if (!isNegated && isSignalled) return at;
  }
  return -1;
}

const before = (text: string, cue: string, at: number): number =>
  at === 0 ? -1 : text.lastIndexOf(` ${cue} `, at - 1);

/** The entry whose cue comes last in the text: later instructions overrule earlier ones. */
export function lastAsked<Entry>(
  entries: readonly Entry[],
  place: (entry: Entry) => number,
): Entry | undefined {
  const [latest] = entries
    .map((entry) => ({ entry, at: place(entry) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at);
  return latest?.entry;
}
