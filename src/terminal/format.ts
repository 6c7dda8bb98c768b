/** `412 ms`, `1.2 s`, `1 min 5 s`. */
export function formatMs(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** `1 token`, `2 tokens`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** `14:05:09`, UTC. @param at Unix milliseconds */
export function formatTime(at: number): string {
  const seconds = Math.floor(at / 1000);
  return `${twoDigits((seconds / 3600) % 24)}:${twoDigits((seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
}

/** @param number below 100; its fraction is left out */
function twoDigits(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}
