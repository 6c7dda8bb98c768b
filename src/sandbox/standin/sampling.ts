/** Ways to say one thing, the likeliest first. Their order is their weight: see `likelihood`. */
export type Choices<Item = string> = readonly [Item, ...Item[]];

/** Picks one of the alternatives. */
export type Draw = <Item>(alternatives: Choices<Item>) => Item;

export interface Sampling {
  /** 0 to 2, as in the API. At 0 the likeliest alternative is taken and `random` is not called. */
  readonly temperature: number;
  /** 0 to 1: only the likeliest alternatives that together reach this probability are drawn from. */
  readonly topP: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** How steeply alternatives fall off: near 1, the exponent Zipf found for words; a little flatter suits short lists. */
const STEEPNESS = 0.8;

/** The logit of an alternative by its place in the list, from 0. */
const likelihood = (place: number): number => -STEEPNESS * Math.log(place + 1);

/** Samples as a language model does: softmax(logit / temperature), cut to the nucleus of `topP`, then drawn. */
export function sampler({ temperature, topP, random }: Sampling): Draw {
  return (alternatives) => {
    if (!(temperature > 0) || alternatives.length === 1) return alternatives[0];
    // The first logit is 0, the largest: no exponent can overflow.
    const weights = alternatives.map((_, place) => Math.exp(likelihood(place) / temperature));
    const kept = nucleus(weights, topP);
    let left = random() * sum(kept);
    const drawn = kept.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return alternatives[drawn] ?? alternatives[0];
  };
}

/** The fewest of the falling weights that together reach the share `topP` of them all; always at least one. */
function nucleus(weights: readonly number[], topP: number): readonly number[] {
  const enough = topP * sum(weights);
  let reached = 0;
  return weights.filter((weight, place) => {
    const isNeeded = place === 0 || reached < enough;
    reached += weight;
    return isNeeded;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
