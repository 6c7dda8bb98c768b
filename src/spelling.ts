/** Slips of the keyboard: a name this many edits away is taken for what was meant. */
const maxEdits = 2;

/** Those of `known` that `word` may have been meant to be, nearest first. */
export function similar(word: string, known: readonly string[]): string[] {
  return known
    .map((name) => ({ name, edits: editDistance(word, name) }))
    .filter(({ edits }) => edits <= maxEdits)
    .sort((one, other) => one.edits - other.edits)
    .map(({ name }) => name);
}

/** Levenshtein distance; words whose lengths alone differ too much are not compared letter by letter. */
function editDistance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > maxEdits) return Number.POSITIVE_INFINITY;
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const replaced = (above[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}
