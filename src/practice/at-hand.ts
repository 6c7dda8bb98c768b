import { type ExerciseEntry, exercises } from '../../lessons/exercises.ts';
import type { Progress } from '../course/progress.ts';
import { findWorkFile } from './work-files.ts';

/**
 * The exercise that is meant when none is named: the one worked on last, else the only one with a file in course-work
 * of this folder. Undefined when neither tells.
 */
export async function exerciseAtHand(
  { exercise }: Progress,
  cwd: string,
): Promise<ExerciseEntry | undefined> {
  return exercises.find(({ slug }) => slug === exercise) ?? (await onlyOneWithFile(cwd));
}

async function onlyOneWithFile(cwd: string): Promise<ExerciseEntry | undefined> {
  const files = await Promise.all(exercises.map((entry) => findWorkFile(cwd, entry)));
  const [first, second] = exercises.filter((_, index) => files[index] !== null);
  return second ? undefined : first;
}
