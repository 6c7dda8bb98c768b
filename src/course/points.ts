import type { Progress } from './progress.ts';
import { dayOf } from './quiz/review.ts';

const perStep = 10;
const perRightAnswer = 5;
const perExercise = 20;

/** A number to be pleased with, from what is done; it decides nothing. */
export function pointsOf({ lessons }: Progress): number {
  return Object.values(lessons).reduce((sum, { steps, quiz, practice = {} }) => {
    const right = Object.values(quiz).filter(Boolean).length;
    const solved = Object.values(practice).filter(({ passed }) => passed).length;
    return sum + steps.length * perStep + right * perRightAnswer + solved * perExercise;
  }, 0);
}

const msPerDay = 86_400_000;

/** Days in a row on which something was done, up to today, or to yesterday while today is young. */
export function streakOf(days: readonly string[], now: Date): number {
  const done = new Set(days);
  let at = now.getTime();
  if (!done.has(dayOf(now))) at -= msPerDay;
  let streak = 0;
  while (done.has(dayOf(new Date(at)))) {
    streak += 1;
    at -= msPerDay;
  }
  return streak;
}
