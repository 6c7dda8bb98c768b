import { CourseError } from '../errors.ts';

/** How long answers take: as a model's (`realistic`), no time at all, or this many milliseconds each. */
export type Latency = 'realistic' | 'none' | number;

/** When the parts of one answer are due, in milliseconds after the request arrived. */
export interface Pace {
  readonly firstTokenMs: number;
  readonly perTokenMs: number;
}

/** Realistic: the first token after 400 ms, 30 % more or less, then 60 tokens a second. */
const firstTokenMs = 400;
const firstTokenSpread = 0.3;
const tokensPerSecond = 60;

/** With a fixed total, the first token comes after this share of it. */
const firstTokenShare = 0.2;

/**
 * @param tokens pieces of text the answer will have
 * @param random uniform in [0, 1)
 */
export function paceOf(latency: Latency, tokens: number, random: () => number): Pace {
  if (latency === 'none') return { firstTokenMs: 0, perTokenMs: 0 };
  if (latency === 'realistic') {
    const spread = firstTokenSpread * (2 * random() - 1);
    return { firstTokenMs: firstTokenMs * (1 + spread), perTokenMs: 1000 / tokensPerSecond };
  }
  if (tokens < 2) return { firstTokenMs: latency, perTokenMs: 0 };
  const first = latency * firstTokenShare;
  return { firstTokenMs: first, perTokenMs: (latency - first) / (tokens - 1) };
}

/** When the piece of this index (from 0) is due. */
export function dueMs(pace: Pace, index: number): number {
  return pace.firstTokenMs + pace.perTokenMs * Math.max(0, index);
}

/**
 * Reads the value of `--latency`: `realistic`, `none` or milliseconds.
 * @throws CourseError invalid_value
 */
export function parseLatency(text: string): Latency {
  if (text === 'realistic' || text === 'none') return text;
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new CourseError(
    'invalid_value',
    `"${text}" is no latency.`,
    'Use realistic, none, or whole milliseconds such as 800: the time a whole answer takes.',
  );
}
