import { hash } from 'node:crypto';

/** Uniform in [0, 1). */
export type Random = () => number;

/** Different requests remembered, as many as responses; beyond it the oldest is forgotten and its count starts again. */
const rememberedRequests = 10_000;

/**
 * Randomness that does not depend on the order of arrival: each request draws from a generator of its own, seeded
 * by the sandbox's seed, by what was asked, and by how often this very thing was asked before.
 */
export class RequestRandomness {
  readonly #seed: number;
  readonly #timesAsked = new Map<string, number>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** @param asked what makes two requests the same request. */
  next(asked: string): Random {
    const key = hash('sha256', asked, 'base64');
    const times = this.#timesAsked.get(key) ?? 0;
    this.#remember(key, times + 1);
    return createRandom(`${this.#seed}:${key}:${times}`);
  }

  /** The same every time the same thing is asked. */
  repeatable(asked: string): Random {
    return createRandom(`${this.#seed}:${asked}`);
  }

  #remember(key: string, times: number): void {
    this.#timesAsked.delete(key);
    this.#timesAsked.set(key, times);
    const oldest = this.#timesAsked.keys().next();
    if (this.#timesAsked.size > rememberedRequests && !oldest.done) {
      this.#timesAsked.delete(oldest.value);
    }
  }
}

/** sfc32 ("small fast counter", Chris Doty-Humphrey, PractRand), its 128 bits of state taken from a SHA-256. */
export function createRandom(seed: string): Random {
  const digest = hash('sha256', seed, 'buffer');
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = digest.readInt32LE(12);
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}
