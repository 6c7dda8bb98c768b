import type { Attempt } from './exchange.ts';
import { readRetryAfter } from './retry-after.ts';

const rateLimitPrefix = 'x-ratelimit-';

/** An attempt while it runs. */
export class AttemptRecord implements Attempt {
  status: number | null = null;
  ms = 0;
  retryAfterMs: number | null = null;
  waitMs: number | null = null;
  requestId: string | null = null;
  error: string | null = null;
  readonly #startedAt: number;
  #headers: Headers | null = null;

  /** @param startedAt Unix time in milliseconds, as are the times below */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  /** Neither answered nor failed yet. */
  get isOpen(): boolean {
    return this.status === null && this.error === null;
  }

  answered(response: Response, now: number): void {
    this.ms = now - this.#startedAt;
    this.status = response.status;
    this.requestId = response.headers.get('x-request-id');
    if (!response.ok) this.retryAfterMs = readRetryAfter(response.headers, now);
    this.#headers = response.headers;
  }

  failed(error: string, now: number): void {
    this.ms = now - this.#startedAt;
    this.error = error;
  }

  waitedUntil(now: number): void {
    this.waitMs = now - this.#startedAt - this.ms;
  }

  get rateLimits(): Readonly<Record<string, string>> {
    const limits: Record<string, string> = {};
    for (const [name, value] of this.#headers ?? []) {
      if (name.startsWith(rateLimitPrefix)) limits[name.slice(rateLimitPrefix.length)] = value;
    }
    return limits;
  }
}
