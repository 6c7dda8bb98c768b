import { longestWaitMs } from '../client/retry-after.ts';

const firstMs = 500;
const longestMs = 8000;
const jitter = 0.25;

/**
 * Milliseconds to wait before the next attempt: what the server asks for, but never more than a minute; where it does not ask,
 * half a second, doubled with each retry up to eight seconds, less up to a quarter by chance, so that calls refused together do
 * not come back together. The same rule as the SDK's own retries.
 * @param askedMs null when the server did not ask
 * @param retries how often the call was tried again before
 * @param random uniform in [0, 1)
 */
export function backoffMs(askedMs: number | null, retries: number, random: () => number): number {
  if (askedMs !== null) return Math.min(askedMs, longestWaitMs);
  return Math.min(firstMs * 2 ** retries, longestMs) * (1 - jitter * random());
}
