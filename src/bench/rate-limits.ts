export const limitedKinds = ['requests', 'tokens'] as const;
export type LimitedKind = (typeof limitedKinds)[number];

/** What a server says of one of its limits. */
export interface RateLimit {
  readonly limit: number;
  readonly remaining: number;
  /** The time in which the whole limit comes back, in milliseconds; null where the headers do not give it away. */
  readonly windowMs: number | null;
}

/**
 * Reads the `x-ratelimit-*` headers of one kind, named without that prefix; null when they are missing or make no sense.
 * `reset` is the time until the limit is whole again, so the window is reset × limit / (limit − remaining): a first-tier
 * key of gpt-4o-mini shows a daily limit under the same names as others show one for a minute.
 */
export function readRateLimit(
  headers: Readonly<Record<string, string>>,
  kind: LimitedKind,
): RateLimit | null {
  const limit = readCount(headers[`limit-${kind}`]);
  const remaining = readCount(headers[`remaining-${kind}`]);
  if (limit === null || remaining === null || limit < 1 || remaining > limit) return null;
  const resetMs = readGoDuration(headers[`reset-${kind}`] ?? '');
  const used = limit - remaining;
  const windowMs = resetMs && used > 0 ? nearestWindow((resetMs * limit) / used) : null;
  return { limit, remaining, windowMs };
}

const windowsMs = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Resets are cut to whole milliseconds, which makes the window of a large limit inexact: the nearest usual one is meant. */
function nearestWindow(ms: number): number {
  const distance = (window: number) => Math.abs(Math.log(window / ms));
  return Object.values(windowsMs).reduce((nearest, window) =>
    distance(window) < distance(nearest) ? window : nearest,
  );
}

function readCount(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

const unitsMs: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Milliseconds of a duration as Go writes it: `8.64s`, `120ms`, `6m0s`; null for anything else. */
function readGoDuration(text: string): number | null {
  if (!/^(\d+(\.\d+)?(h|ms|m|s))+$/.test(text)) return null;
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g);
  return [...parts].reduce((sum, [, count, unit = '']) => {
    return sum + Number(count) * (unitsMs[unit] ?? 0);
  }, 0);
}
