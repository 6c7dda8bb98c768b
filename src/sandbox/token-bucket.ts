/** Guards against sums like 0.1 + 0.2: what is this close to a whole number is that number. */
const rounding = 1e-6;

/** Holds what may be used now: full at first, refilled evenly, its capacity within a minute. */
export class TokenBucket {
  readonly capacity: number;
  readonly #perMs: number;
  #level: number;
  #refilledAt: number;

  /**
   * @param capacity what it holds, and what a minute gives back; at least 1
   * @param now Unix milliseconds
   */
  constructor(capacity: number, now: number) {
    this.capacity = capacity;
    this.#perMs = capacity / 60_000;
    this.#level = capacity;
    this.#refilledAt = now;
  }

  refill(now: number): void {
    this.#level = Math.min(this.capacity, this.#level + (now - this.#refilledAt) * this.#perMs);
    this.#refilledAt = now;
  }

  /** Whether this amount is there. What the next millisecond brings counts: waits are told in whole ones, cut. */
  has(amount: number): boolean {
    return this.#level + this.#perMs + rounding >= amount;
  }

  /** Never leaves a debt: when nothing is enforced, more may be taken than there is. */
  take(amount: number): void {
    this.#level = Math.max(0, this.#level - amount);
  }

  /** Whole units in use, a started one counting. */
  get used(): number {
    return Math.ceil(this.capacity - this.#level - rounding);
  }

  /** Whole milliseconds, cut, until this amount is there or, by default, until the bucket is full. */
  msUntil(amount: number = this.capacity): number {
    return Math.trunc((this.used + amount - this.capacity) / this.#perMs + rounding);
  }
}
