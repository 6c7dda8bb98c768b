/** When a question that was missed is asked again. */
export interface Repetition {
  /** How often it has been answered right since it was missed. */
  readonly stage: number;
  /** The day from which it is due, UTC: `2026-11-21`. */
  readonly due: string;
}

/** Days until a missed question comes back, and again after each right answer; after the last it is known. */
const intervals = [1, 3, 7, 21];

const msPerDay = 86_400_000;

/**
 * What an answer does to the repetition of its question; null when there is none (any more).
 * @param before what there was; undefined for a question that has not been missed
 */
export function repeated(
  before: Repetition | undefined,
  isRight: boolean,
  now: Date,
): Repetition | null {
  if (!isRight) return inDays(0, now);
  if (!before) return null;
  // Right before it was due shows nothing: it was seen a moment ago.
  if (!isDue(before, now)) return before;
  return inDays(before.stage + 1, now);
}

export function isDue({ due }: Repetition, now: Date): boolean {
  return due <= dayOf(now);
}

/** The day of a time, UTC. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

function inDays(stage: number, now: Date): Repetition | null {
  const days = intervals[stage];
  if (days === undefined) return null;
  return { stage, due: dayOf(new Date(now.getTime() + days * msPerDay)) };
}
