/** The longest wait we grant a server before the next attempt, in milliseconds. */
export const longestWaitMs = 60_000;

/**
 * What a server asks for in `retry-after-ms` (milliseconds) or `retry-after` (seconds, or an HTTP date:
 * RFC 9110, section 10.2.3), in milliseconds. null when it asks for nothing, or for something that
 * cannot be waited for: a negative number, a date in the past, words.
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  return readMilliseconds(headers) ?? readSecondsOrDate(headers, now);
}

function readMilliseconds(headers: Headers): number | null {
  return readNumber(headers.get('retry-after-ms') ?? '');
}

function readSecondsOrDate(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after') ?? '';
  const seconds = readNumber(value);
  if (seconds !== null) return seconds * 1000;
  // JavaScript finds a date in almost any words with a number; HTTP dates are in GMT.
  const wait = value.endsWith(' GMT') ? Date.parse(value) - now : Number.NaN;
  return wait >= 0 ? wait : null;
}

/** At most twelve digits before the point: thirty thousand years, and no overflow. */
function readNumber(value: string): number | null {
  return /^\d{1,12}(\.\d+)?$/.test(value) ? Number(value) : null;
}

/**
 * Headers that make the SDK wait as long as the server asked, but never longer than a minute, and as
 * long as its own backoff says where the server asked for nonsense. (openai 6.49 waits for whatever it
 * is told: two minutes, or a number so large that the timer overflows and fires at once.)
 */
export function boundRetryAfter(headers: Headers, now: number): Headers {
  const asked = readRetryAfter(headers, now);
  const bounded = new Headers(headers);
  if (asked === null) {
    bounded.delete('retry-after');
    bounded.delete('retry-after-ms');
  } else {
    // The SDK obeys it before retry-after, which stays for others to read; 0 it takes for "not said".
    bounded.set('retry-after-ms', String(Math.min(Math.max(asked, 1), longestWaitMs)));
  }
  return bounded;
}
