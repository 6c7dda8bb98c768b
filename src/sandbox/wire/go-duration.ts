/**
 * Milliseconds as Go prints a duration, the form of OpenAI's rate-limit headers and texts: `0s`, `120ms`,
 * `8.64s`, `6m0s`, `1h0m0s`.
 * @param ms a whole number
 */
export function goDuration(ms: number): string {
  if (ms === 0) return '0s';
  if (ms < 1000) return `${ms}ms`;
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = `${(ms % 60_000) / 1000}s`;
  if (hours > 0) return `${hours}h${minutes}m${seconds}`;
  return minutes > 0 ? `${minutes}m${seconds}` : seconds;
}
