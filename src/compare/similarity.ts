/** How many of the texts differ from all before them. */
export function countDistinct(texts: readonly string[]): number {
  return new Set(texts).size;
}

/** Mean similarity of all pairs, from 0 (no word in common) to 1 (the same); null for fewer than two texts. */
export function meanSimilarity(texts: readonly string[]): number | null {
  const pairs = texts.flatMap((one, index) =>
    texts.slice(index + 1).map((other) => similarity(one, other)),
  );
  if (pairs.length === 0) return null;
  return pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
}

/**
 * The share of words that two texts have in common and in the same order: twice the longest common
 * subsequence over all words (the ratio of Ratcliff and Obershelp, with words for letters). Two empty texts are the same.
 */
function similarity(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length + b.length === 0) return 1;
  return (2 * commonWords(a, b).length) / (a.length + b.length);
}

/** A piece of a text: words that stand in the reference too, or words that do not. */
export interface Span {
  readonly text: string;
  readonly differs: boolean;
}

/** The text in spans that put together are the text again, marked where it differs from the reference. */
export function differences(text: string, reference: string): Span[] {
  const pieces = text.match(/\S+|\s+/g) ?? [];
  const words = wordsOf(text);
  const common = new Set(commonWords(words, wordsOf(reference)));
  const spans: { text: string; differs: boolean }[] = [];
  let word = 0;
  for (const piece of pieces) {
    const isSpace = /^\s/.test(piece);
    const differs = isSpace ? (spans.at(-1)?.differs ?? false) : !common.has(word);
    if (!isSpace) word += 1;
    const last = spans.at(-1);
    if (last?.differs === differs) last.text += piece;
    else spans.push({ text: piece, differs });
  }
  return spans;
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}

/** More words than any answer of a lesson has; beyond, the table of the algorithm would grow too large. */
const mostWords = 2000;

/** Indexes, in `a`, of a longest common subsequence of words. */
function commonWords(a: readonly string[], b: readonly string[]): number[] {
  const [rows, columns] = [Math.min(a.length, mostWords), Math.min(b.length, mostWords)];
  // lengths[i * (columns + 1) + j]: longest common subsequence of a from i on and b from j on.
  const lengths = new Uint16Array((rows + 1) * (columns + 1));
  const at = (row: number, column: number) => lengths[row * (columns + 1) + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * (columns + 1) + column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const common: number[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[row] === b[column]) {
      common.push(row);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}
