import type { Clock, Timer } from '../context.ts';
import { TokenBucket } from '../usage/token-bucket.ts';
import { type LimitedKind, limitedKinds, type RateLimit, readRateLimit } from './rate-limits.ts';

export interface PacerOptions {
  readonly clock: Clock;
  /** What to stay below in a minute; null: what the server tells. */
  readonly limits: Readonly<Record<LimitedKind, number | null>>;
  /** Nobody has used the limits before: true of a server of one's own that has just been started. */
  readonly isUnused: boolean;
  readonly signal: AbortSignal;
}

/** A request that was let through, to be handed back with what the server said. */
export interface Ticket {
  readonly amounts: Readonly<Record<LimitedKind, number>>;
  readonly sentAt: number;
  /** What had been let through until then, itself included. */
  readonly sentUntilThen: Readonly<Record<LimitedKind, number>>;
}

interface Waiter {
  readonly amounts: Ticket['amounts'];
  readonly resolve: (ticket: Ticket) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Lets requests through in order, each as soon as no known limit would refuse it. How full a server's bucket is, nobody
 * knows before the first answer: it is taken for empty. So what the pacer has is never more than what the server has,
 * as long as nobody else uses the same limits; where somebody does, the headers of each answer put it right.
 */
export class Pacer {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #buckets: Record<LimitedKind, TokenBucket[]>;
  readonly #unanswered = new Set<Ticket>();
  /** What the unanswered ones add up to. */
  readonly #underWay: Record<LimitedKind, number> = { requests: 0, tokens: 0 };
  readonly #waiting: Waiter[] = [];
  /** What has been let through. */
  readonly #sent: Record<LimitedKind, number> = { requests: 0, tokens: 0 };
  #alarm: Timer | null = null;

  constructor({ clock, limits, isUnused, signal }: PacerOptions) {
    this.#clock = clock;
    this.#signal = signal;
    const chosen = (limit: number | null) =>
      limit === null ? [] : [new TokenBucket(limit, clock.now(), isUnused ? {} : { level: 0 })];
    this.#buckets = { requests: chosen(limits.requests), tokens: chosen(limits.tokens) };
    signal.addEventListener('abort', () => this.#giveUp(), { once: true });
  }

  /**
   * Resolves when a request with these tokens may be sent; rejects with the signal's reason when it aborts.
   * @param tokens as the limit counts them: see requestedTokens
   */
  admit(tokens: number): Promise<Ticket> {
    return new Promise((resolve, reject) => {
      if (this.#signal.aborted) return reject(this.#signal.reason);
      this.#waiting.push({ amounts: { requests: 1, tokens }, resolve, reject });
      if (this.#waiting.length === 1) this.#letThrough();
    });
  }

  /** The headers of an answer have arrived, or there will be none. @param headers x-ratelimit-*, named without the prefix */
  answered(ticket: Ticket, headers: Readonly<Record<string, string>>): void {
    if (!this.#unanswered.delete(ticket)) return;
    for (const kind of limitedKinds) {
      this.#underWay[kind] -= ticket.amounts[kind];
      const told = readRateLimit(headers, kind);
      if (told) this.#learn(kind, told, ticket);
    }
    this.#letThrough();
  }

  #learn(kind: LimitedKind, told: RateLimit, { sentAt, sentUntilThen }: Ticket): void {
    const now = this.#clock.now();
    // The server may have counted when none of the later requests, and of the earlier ones those under way, had arrived.
    const sentSince = this.#sent[kind] - sentUntilThen[kind];
    const surelyLeft = told.remaining - this.#underWay[kind] - sentSince;
    const bucket = this.#buckets[kind].find(
      ({ capacity, windowMs }) =>
        capacity === told.limit && (told.windowMs === null || windowMs === told.windowMs),
    );
    if (bucket) {
      bucket.refill(now);
      // What was there when the server counted, at most, and what has come back since.
      const mostLeft = told.remaining + 1 + (now - sentAt) * bucket.perMs;
      if (bucket.level < surelyLeft || bucket.level > mostLeft) bucket.level = surelyLeft;
    } else if (told.windowMs !== null) {
      const known = { level: surelyLeft, windowMs: told.windowMs };
      this.#buckets[kind].push(new TokenBucket(told.limit, now, known));
    }
  }

  #letThrough(): void {
    this.#alarm?.clear();
    this.#alarm = null;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const ms = this.#msUntil(next.amounts);
      if (ms > 0) {
        this.#alarm = this.#clock.timer(ms, () => this.#letThrough());
        return;
      }
      this.#waiting.shift();
      next.resolve(this.#take(next.amounts));
    }
  }

  #take(amounts: Ticket['amounts']): Ticket {
    for (const [bucket, amount] of this.#each(amounts)) bucket.take(amount);
    for (const kind of limitedKinds) {
      this.#underWay[kind] += amounts[kind];
      this.#sent[kind] += amounts[kind];
    }
    const ticket = { amounts, sentAt: this.#clock.now(), sentUntilThen: { ...this.#sent } };
    this.#unanswered.add(ticket);
    return ticket;
  }

  #msUntil(amounts: Ticket['amounts']): number {
    const now = this.#clock.now();
    let longest = 0;
    for (const [bucket, amount] of this.#each(amounts)) {
      bucket.refill(now);
      longest = Math.max(longest, bucket.msUntilLevel(amount));
    }
    return longest;
  }

  /** Every bucket with what is asked of it: of more than it can ever hold, all that it can. */
  *#each(amounts: Ticket['amounts']): Generator<[TokenBucket, number]> {
    for (const kind of limitedKinds) {
      for (const bucket of this.#buckets[kind]) {
        yield [bucket, Math.min(amounts[kind], bucket.capacity)];
      }
    }
  }

  #giveUp(): void {
    this.#alarm?.clear();
    this.#alarm = null;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#signal.reason);
  }
}
