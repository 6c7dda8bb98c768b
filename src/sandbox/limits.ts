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
}

/** The limits of one model. */
export class ModelLimits {
  readonly #model: string;
  readonly #requests: Limit;
  readonly #tokens: Limit;
  readonly #now: () => number;

  /** @param now gives Unix milliseconds */
  constructor(model: string, { rpm, tpm }: LimitSettings, now: () => number) {
    const limit = (kind: Limited, enforced: number | null): Limit => ({
      kind,
      bucket: new TokenBucket(enforced ?? unenforced[kind], now()),
      enforced: enforced !== null,
    });
    this.#model = model;
    this.#requests = limit('requests', rpm);
    this.#tokens = limit('tokens', tpm);
    this.#now = now;
  }

  /**
   * Takes one request with these tokens. A refused request takes nothing.
   * @throws ApiError 429, with the wait when one helps
   */
  take(tokens: number): void {
    this.#refill();
    this.#check(this.#requests, 1);
    this.#check(this.#tokens, tokens);
    this.#requests.bucket.take(1);
    this.#tokens.bucket.take(tokens);
  }

  #check({ kind, bucket, enforced }: Limit, requested: number): void {
    if (!enforced) return;
    const { capacity: limit, used } = bucket;
    if (requested > limit) throw requestTooLarge(this.#model, limit, requested);
    if (bucket.has(requested)) return;
    const waitMs = bucket.msUntil(requested);
    throw rateLimitReached({ model: this.#model, kind, limit, used, requested, waitMs });
  }

  /** The x-ratelimit-* headers of this moment. */
  headers(): Readonly<Record<string, string>> {
    this.#refill();
    const [requests, tokens] = [this.#requests.bucket, this.#tokens.bucket];
    return {
      'x-ratelimit-limit-requests': String(requests.capacity),
      'x-ratelimit-remaining-requests': String(requests.capacity - requests.used),
      'x-ratelimit-reset-requests': goDuration(requests.msUntil()),
      'x-ratelimit-limit-tokens': String(tokens.capacity),
      'x-ratelimit-remaining-tokens': String(tokens.capacity - tokens.used),
      'x-ratelimit-reset-tokens': goDuration(tokens.msUntil()),
    };
  }

  #refill(): void {
    const now = this.#now();
    for (const { bucket } of [this.#requests, this.#tokens]) bucket.refill(now);
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
