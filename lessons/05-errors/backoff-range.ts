/** What the SDK may wait before a retry, in milliseconds. */
interface Range {
  readonly shortestMs: number;
  readonly longestMs: number;
}

/**
 * How long the SDK waits when the server does not say: half a second, doubled with each retry up to eight
 * seconds, less a random part of up to a quarter. Source: `calculateDefaultRetryTimeoutMillis` of `openai` 6.49.
 * @param retry from 1
 */
export function backoffRange(retry: number): Range {
  const longestMs = Math.min(500 * 2 ** (retry - 1), 8000);
  return { shortestMs: longestMs * 0.75, longestMs };
}

const msPerMark = 250;

/** The first retries as bars, a quarter of a second a mark: what is always waited, then what chance may add. */
export function drawBackoff(retries: number): string {
  const rows = Array.from({ length: retries }, (_, index) => {
    const { shortestMs, longestMs } = backoffRange(index + 1);
    const always = Math.floor(shortestMs / msPerMark);
    const all = longestMs / msPerMark;
    return `retry ${index + 1}  ${'█'.repeat(always)}${'░'.repeat(all - always)} ${shortestMs} to ${longestMs} ms`;
  });
  return rows.join('\n');
}
