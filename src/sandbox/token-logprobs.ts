/** A token and how probable it was, as a natural logarithm. */
interface TokenLogprob {
  readonly token: string;
  readonly logprob: number;
  /** Its text in UTF-8. */
  readonly bytes: readonly number[];
}

/** A token of an answer. */
export interface ChosenLogprob extends TokenLogprob {
  /** The likeliest tokens at its place, itself among them. */
  readonly top_logprobs: readonly TokenLogprob[];
}

/** What might have stood there instead: common tokens, more than can be asked for. */
const otherTokens = [
  ...[' the', ',', ' a', '.', ' and', ' to', ' of', ' in', ' is', ' that', ' for'],
  ...[' it', ' with', ' as', ' on', ' this', ' an', ' you', ' are', ' be', ' or', ' from'],
];

/** The stand-in is never less sure than this of a token, nor more than that. */
const leastSure = 0.5;
const mostSure = 0.9999;

/**
 * Log probabilities for the pieces of a text. The stand-in chooses sentences and knows no probabilities of tokens:
 * these are made up, so that they have the form and the order of real ones.
 * @param top how many of the likeliest tokens to name at each place
 * @param random uniform in [0, 1)
 */
export function tokenLogprobs(
  pieces: readonly string[],
  top: number,
  random: () => number,
): ChosenLogprob[] {
  return pieces.map((piece) => {
    const sure = mostSure - (mostSure - leastSure) * random() ** 3;
    const others = otherTokens.filter((token) => token !== piece);
    // Each of the others has half of what is left.
    const rest = others.map((token, place) => entry(token, (1 - sure) / 2 ** (place + 1)));
    const chosen = entry(piece, sure);
    return { ...chosen, top_logprobs: [chosen, ...rest].slice(0, top) };
  });
}

function entry(token: string, probability: number): TokenLogprob {
  return { token, logprob: Math.log(probability), bytes: [...Buffer.from(token)] };
}
