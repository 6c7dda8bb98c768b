/** The longest wait we grant a server before the next attempt, in milliseconds. */
export const longestWaitMs = 60_000;

/**
 * What a server asks for in `retry-after-ms` (milliseconds) or `retry-after` (seconds, or an HTTP date:
 * RFC 9110, section 10.2.3), in milliseconds. null when it asks for nothing, or for something that
 * cannot be waited for: a negative number, a date in the past, words.
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const milliseconds = headers.get('retry-after-ms');
  const fromMilliseconds =
    milliseconds === null ? null : asWait(Number(milliseconds || Number.NaN));
  if (fromMilliseconds !== null) return fromMilliseconds;

  const value = headers.get('retry-after');
  if (value === null || value === '') return null;
  const seconds = Number(value);
  return asWait(Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000);
}

function asWait(ms: number): number | null {
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

/**
 * Headers that make the SDK wait as long as the server asked, but never longer than a minute, and as
 * long as its own backoff says where the server asked for nonsense. (openai 6.49 waits for whatever it
 * is told: two minutes, or a number so large that the timer overflows and fires at once.)
 */
export function boundRetryAfter(headers: Headers, now: number): Headers {
  if (!headers.has('retry-after') && !headers.has('retry-after-ms')) return headers;
  const asked = readRetryAfter(headers, now);
  const bounded = new Headers(headers);
  bounded.delete('retry-after');
  bounded.delete('retry-after-ms');
  // The SDK takes 0 in retry-after-ms for "not said", so a wait of nothing becomes one millisecond.
  if (asked !== null) {
    bounded.set('retry-after-ms', String(Math.min(Math.max(asked, 1), longestWaitMs)));
  }
  return bounded;
}
