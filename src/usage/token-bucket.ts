/** Guards against sums like 0.1 + 0.2: what is this close to a whole number is that number. */
const rounding = 1e-6;

const minuteMs = 60_000;

/**
 * Holds what may be used now, refilled evenly. A server's limit is one, full at first; a client that wants to stay below it
 * keeps one too, with what it knows of the server's.
 */
export class TokenBucket {
  readonly capacity: number;
  /** Milliseconds in which an empty bucket becomes full. */
  readonly windowMs: number;
  /** What a millisecond gives back. */
  readonly perMs: number;
  #level: number;
  #refilledAt: number;

  /**
   * @param capacity what it holds, and what a window gives back; at least 1
   * @param now Unix milliseconds
   * @param windowMs a minute, if left out
   */
  constructor(capacity: number, now: number, { level = capacity, windowMs = minuteMs } = {}) {
    this.capacity = capacity;
    this.windowMs = windowMs;
    this.perMs = capacity / windowMs;
    this.#level = level;
    this.#refilledAt = now;
  }

  refill(now: number): void {
    this.#level = Math.min(this.capacity, this.#level + (now - this.#refilledAt) * this.perMs);
    this.#refilledAt = now;
  }

  /** What is there; below 0 where more was used than there was. */
  get level(): number {
    return this.#level;
  }

  /** Puts right what turned out to be wrong. */
  set level(known: number) {
    this.#level = Math.min(this.capacity, known);
  }

  /** Whether this amount is there. What the next millisecond brings counts: waits are told in whole ones, cut. */
  has(amount: number): boolean {
    return this.#level + this.perMs + rounding >= amount;
  }

  /** Never leaves a debt: when nothing is enforced, more may be taken than there is. */
  take(amount: number): void {
    this.#level = Math.max(0, this.#level - amount);
  }

  /** Whole units in use, a started one counting. */
  get used(): number {
    return Math.ceil(this.capacity - this.#level - rounding);
  }

  /**
   * Whole milliseconds, cut, until this amount is there or, by default, until the bucket is full: as a server tells it, which
   * takes a started unit for a used one.
   */
  msUntil(amount: number = this.capacity): number {
    return Math.trunc((this.used + amount - this.capacity) / this.perMs + rounding);
  }

  /** Whole milliseconds until this amount is really there, without the millisecond that `has` adds; 0 when it is. */
  msUntilLevel(amount: number): number {
    return Math.max(0, Math.ceil((amount - this.#level - rounding) / this.perMs));
  }
}
