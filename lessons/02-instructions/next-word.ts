/** A word that may come next, and how well it fits: its logit, as a model computes one for each token that it knows. */
interface Candidate {
  readonly word: string;
  readonly logit: number;
}

/** What may follow “The sky is”: invented numbers of the usual kind, the likeliest word first. */
const candidates: readonly Candidate[] = [
  { word: 'blue', logit: 3 },
  { word: 'clear', logit: 2 },
  { word: 'grey', logit: 1 },
  { word: 'falling', logit: -1 },
];

/**
 * How likely each word is at a temperature above 0, in the order of the logits: softmax(logit / temperature), the
 * usual way to sample from a language model.
 * @returns shares that add up to 1
 */
export function likelihoods(
  logits: readonly number[],
  temperature: number,
): number[] {
  // The largest is taken off first, so that no exponent overflows.
  const largest = Math.max(...logits);
  const weights = logits.map((logit) =>
    Math.exp((logit - largest) / temperature),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * How many of the likeliest words `top_p` leaves: the fewest that together reach it, at least one.
 * @param shares falling, as likelihoods of falling logits are
 */
export function keptBy(topP: number, shares: readonly number[]): number {
  let reached = 0;
  const last = shares.findIndex((share) => {
    reached += share;
    return reached >= topP;
  });
  return last === -1 ? shares.length : last + 1;
}

/** What the lesson compares; 0, where only the likeliest word is left, cannot be divided by. */
const temperatures = [0.2, 1, 2];

/** The candidates with their likelihood at several temperatures, as a table in markdown. */
export function temperatureTable(): string {
  const logits = candidates.map(({ logit }) => logit);
  const columns = temperatures.map((temperature) =>
    likelihoods(logits, temperature),
  );
  const rows = candidates.map(({ word }, row) => {
    const shares = columns.map((column) => percent(column[row] ?? 0));
    return `| ${[word, ...shares].join(' | ')} |`;
  });
  const head = `| The sky is … | ${temperatures.map((each) => `at ${each}`).join(' | ')} |`;
  return [head, `|---|${'--:|'.repeat(temperatures.length)}`, ...rows].join(
    '\n',
  );
}

/** The candidates that a `top_p` leaves at temperature 1. */
export function wordsKeptBy(topP: number): string[] {
  const shares = likelihoods(
    candidates.map(({ logit }) => logit),
    1,
  );
  return candidates.slice(0, keptBy(topP, shares)).map(({ word }) => word);
}

function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 ? 'under 1 %' : `${rounded} %`;
}
