import { LRUCache } from 'lru-cache';

/** Uniform in [0, 1). */
export type Random = () => number;

/**
 * Different requests remembered, as many as responses; beyond it the one that was not asked for longest is forgotten and
 * its count starts again.
 */
const rememberedRequests = 10_000;

/**
 * Randomness that does not depend on the order of arrival: each request draws from a generator of its own, seeded
 * by the sandbox's seed, by what was asked, and by how often this very thing was asked before.
 */
export class RequestRandomness {
  readonly #seed: number;
  readonly #timesAsked = new LRUCache<string, number>({ max: rememberedRequests });

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** @param asked what makes two requests the same request. */
  next(asked: string): Random {
    const digest = this.#digestOf(asked);
    const key = digest.join(' ');
    const times = this.#timesAsked.get(key) ?? 0;
    this.#timesAsked.set(key, times + 1);
    return generator(digest, times);
  }

  /** The same every time the same thing is asked. */
  repeatable(asked: string): Random {
    return generator(this.#digestOf(asked), apart);
  }

  #digestOf(asked: string): Digest {
    return digestOf(`${this.#seed}:${asked}`);
  }
}

/** The same numbers for the same seed. */
export function createRandom(seed: string): Random {
  return generator(digestOf(seed), 0);
}

/** 128 bits, as four whole numbers of 32. */
type Digest = readonly [number, number, number, number];

/**
 * cyrb128 (bryc, public domain): no secret hangs on it, and SHA-256 takes as long as a twentieth of an answer.
 */
function digestOf(text: string): Digest {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  a ^= b ^ c ^ d;
  return [a, b ^ a, c ^ a, d ^ a];
}

/** No number of times that something was asked: what is repeatable has nothing in common with what is not. */
const apart = -1;

/** Draws after which generators that began in states alike have nothing in common. */
const warmUp = 12;

/**
 * sfc32 ("small fast counter", Chris Doty-Humphrey, PractRand), its 128 bits of state taken from a digest.
 * @param variation generators of one digest have other numbers in each
 */
function generator(digest: Digest, variation: number): Random {
  let [a, b, c, counter] = digest;
  c ^= variation;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let draw = 0; draw < warmUp; draw += 1) next();
  return next;
}
