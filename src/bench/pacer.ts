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
  /** What had been answered until then: this much the server has surely counted when it tells what is left. */
  readonly answeredUntilThen: Readonly<Record<LimitedKind, number>>;
}

/** What keeps the next request from being sent. */
export interface Hold {
  readonly kind: LimitedKind;
  /** What `windowMs` milliseconds give back. */
  readonly limit: number;
  readonly windowMs: number;
  /** Unix milliseconds; Infinity: not before something unanswered is answered. */
  readonly until: number;
}

interface Waiter {
  readonly amounts: Ticket['amounts'];
  readonly onHold: (hold: Hold) => void;
  readonly resolve: (ticket: Ticket) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Lets requests through in order, each as soon as no known limit can refuse it. How full a server's bucket is, nobody
 * knows before the first answer: it is taken for empty. Nor does anybody know, before its answer, when a request arrived, and
 * a full bucket gains nothing until one does: so what is unanswered is taken from a bucket with its answer only, and until
 * then kept free in it. What the pacer has is thus never more than what the server has, as long as nobody else uses the same
 * limits; where somebody does, the headers of each answer put it right.
 */
export class Pacer {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  /** As full as they are if nothing unanswered has arrived. */
  readonly #buckets: Record<LimitedKind, TokenBucket[]>;
  readonly #unanswered = new Set<Ticket>();
  /** What the unanswered ones add up to. */
  readonly #underWay: Record<LimitedKind, number> = { requests: 0, tokens: 0 };
  readonly #waiting: Waiter[] = [];
  /** What all that were answered add up to. */
  readonly #answered: Record<LimitedKind, number> = { requests: 0, tokens: 0 };
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
   * @param onHold told what holds the request back when it is the next one, and again whenever an answer has come
   */
  admit(tokens: number, onHold: (hold: Hold) => void = () => {}): Promise<Ticket> {
    return new Promise((resolve, reject) => {
      if (this.#signal.aborted) return reject(this.#signal.reason);
      this.#waiting.push({ amounts: { requests: 1, tokens }, onHold, resolve, reject });
      if (this.#waiting.length === 1) this.#letThrough();
    });
  }

  /** The headers of an answer have arrived, or there will be none. @param headers x-ratelimit-*, named without the prefix */
  answered(ticket: Ticket, headers: Readonly<Record<string, string>>): void {
    if (!this.#unanswered.delete(ticket)) return;
    const now = this.#clock.now();
    for (const { bucket, amount } of this.#each(ticket.amounts)) {
      bucket.refill(now);
      bucket.level -= amount;
    }
    for (const kind of limitedKinds) {
      this.#underWay[kind] -= ticket.amounts[kind];
      this.#answered[kind] += ticket.amounts[kind];
      const told = readRateLimit(headers, kind);
      if (told) this.#learn(kind, told, ticket);
    }
    this.#letThrough();
  }

  #learn(kind: LimitedKind, told: RateLimit, ticket: Ticket): void {
    const now = this.#clock.now();
    // The server may have counted when nothing else had arrived that was then under way or has been sent since. What of that
    // is answered has been taken meanwhile; the rest is kept free in any case.
    const takenSince = this.#answered[kind] - ticket.answeredUntilThen[kind] - ticket.amounts[kind];
    const level = told.remaining - takenSince;
    const bucket = this.#buckets[kind].find(
      ({ capacity, windowMs }) =>
        capacity === told.limit && (told.windowMs === null || windowMs === told.windowMs),
    );
    if (bucket) {
      bucket.refill(now);
      // What was there when the server counted, at most, and what has come back since.
      const mostLeft = told.remaining + 1 + (now - ticket.sentAt) * bucket.perMs;
      const isTooFull = bucket.level - this.#underWay[kind] > mostLeft;
      if (isTooFull || bucket.level < level) bucket.level = level;
    } else if (told.windowMs !== null) {
      const known = { level, windowMs: told.windowMs };
      this.#buckets[kind].push(new TokenBucket(told.limit, now, known));
    }
  }

  #letThrough(): void {
    this.#alarm?.clear();
    this.#alarm = null;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const hold = this.#holdOf(next.amounts);
      if (hold) {
        const ms = hold.until - this.#clock.now();
        // Where no time will do, the next answer lets it through.
        if (ms < Infinity) this.#alarm = this.#clock.timer(ms, () => this.#letThrough());
        next.onHold(hold);
        return;
      }
      this.#waiting.shift();
      next.resolve(this.#take(next.amounts));
    }
  }

  #take(amounts: Ticket['amounts']): Ticket {
    for (const kind of limitedKinds) this.#underWay[kind] += amounts[kind];
    const answeredUntilThen = { ...this.#answered };
    const ticket = { amounts, sentAt: this.#clock.now(), answeredUntilThen };
    this.#unanswered.add(ticket);
    return ticket;
  }

  /** The limit that holds it back longest; null when it may go. */
  #holdOf(amounts: Ticket['amounts']): Hold | null {
    const now = this.#clock.now();
    let longest: Hold | null = null;
    for (const { kind, bucket, amount, underWay } of this.#each(amounts)) {
      bucket.refill(now);
      const { capacity: limit, windowMs } = bucket;
      const wanted = amount + underWay;
      const until = wanted > limit ? Infinity : now + bucket.msUntilLevel(wanted);
      if (until > (longest?.until ?? now)) longest = { kind, limit, windowMs, until };
    }
    return longest;
  }

  /** Every bucket with what is asked of it: of more than it can ever hold, all that it can. */
  *#each(amounts: Ticket['amounts']) {
    for (const kind of limitedKinds) {
      const underWay = this.#underWay[kind];
      for (const bucket of this.#buckets[kind]) {
        yield { kind, bucket, amount: Math.min(amounts[kind], bucket.capacity), underWay };
      }
    }
  }

  #giveUp(): void {
    this.#alarm?.clear();
    this.#alarm = null;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#signal.reason);
  }
}
