import { requestedTokens } from '../usage/requested-tokens.ts';
import { TokenBucket } from '../usage/token-bucket.ts';
import { goDuration } from './wire/go-duration.ts';
import { type Limited, rateLimitReached, requestTooLarge } from './wire/rate-limit-errors.ts';

/** Requests and tokens a minute, whole numbers from 1; null is not enforced. */
export interface LimitSettings {
  readonly rpm: number | null;
  readonly tpm: number | null;
}

/** What a request with these texts counts against tokens a minute. */
export function estimatedTokens(
  texts: readonly { readonly text: string }[],
  maxOutputTokens: number | null,
): number {
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  return requestedTokens(characters, maxOutputTokens);
}

/** What the headers show when nothing is enforced: OpenAI's highest published tier for gpt-4o-mini. */
const unenforced: Readonly<Record<Limited, number>> = { requests: 30_000, tokens: 150_000_000 };

interface Limit {
  readonly kind: Limited;
  readonly bucket: TokenBucket;
  readonly enforced: boolean;
  /** Names of its headers. */
  readonly names: { readonly limit: string; readonly remaining: string; readonly reset: string };
}

function headerNames(kind: Limited): Limit['names'] {
  return {
    limit: `x-ratelimit-limit-${kind}`,
    remaining: `x-ratelimit-remaining-${kind}`,
    reset: `x-ratelimit-reset-${kind}`,
  };
}

/** The limits of one model. */
export class ModelLimits {
  readonly #model: string;
  readonly #limits: readonly Limit[];
  readonly #now: () => number;

  /** @param now gives Unix milliseconds */
  constructor(model: string, { rpm, tpm }: LimitSettings, now: () => number) {
    const limit = (kind: Limited, enforced: number | null): Limit => ({
      kind,
      bucket: new TokenBucket(enforced ?? unenforced[kind], now()),
      enforced: enforced !== null,
      names: headerNames(kind),
    });
    this.#model = model;
    this.#limits = [limit('requests', rpm), limit('tokens', tpm)];
    this.#now = now;
  }

  /**
   * Takes one request with these tokens. A refused request takes nothing.
   * @throws ApiError 429, with the wait when one helps
   */
  take(tokens: number): void {
    const amounts: Readonly<Record<Limited, number>> = { requests: 1, tokens };
    for (const limit of this.#current()) {
      if (limit.enforced) this.#check(limit, amounts[limit.kind]);
    }
    for (const { kind, bucket } of this.#limits) bucket.take(amounts[kind]);
  }

  #check({ kind, bucket }: Limit, requested: number): void {
    const { capacity: limit, used } = bucket;
    if (requested > limit) throw requestTooLarge(this.#model, limit, requested);
    if (bucket.has(requested)) return;
    const waitMs = bucket.msUntil(requested);
    throw rateLimitReached({ model: this.#model, kind, limit, used, requested, waitMs });
  }

  /** The x-ratelimit-* headers of this moment. */
  headers(): Record<string, string> {
    const shown: Record<string, string> = {};
    for (const { names, bucket } of this.#current()) {
      shown[names.limit] = String(bucket.capacity);
      shown[names.remaining] = String(bucket.capacity - bucket.used);
      shown[names.reset] = goDuration(bucket.msUntil());
    }
    return shown;
  }

  #current(): readonly Limit[] {
    const now = this.#now();
    for (const { bucket } of this.#limits) bucket.refill(now);
    return this.#limits;
  }
}

/** Each model has limits of its own, as in the API; they come to be when the model is first asked. */
export function limitsByModel(
  settings: LimitSettings,
  now: () => number,
): (model: string) => ModelLimits {
  const known = new Map<string, ModelLimits>();
  return (model) => {
    const limits = known.get(model) ?? new ModelLimits(model, settings, now);
    known.set(model, limits);
    return limits;
  };
}
