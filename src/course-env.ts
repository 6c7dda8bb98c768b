import type { Context } from './context.ts';
import { CourseError } from './errors.ts';

/**
 * The day by which shut-down dates are judged: now, or the time in COURSE_NOW, which exists for tests and
 * demonstrations.
 * @throws CourseError invalid_value when COURSE_NOW is no ISO time
 */
export function today(context: Pick<Context, 'env' | 'clock'>): Date {
  return calendar(context)();
}

/** The same for whoever asks again and again: the environment is read once, since that takes longer than all the rest. */
export function calendar({ env, clock }: Pick<Context, 'env' | 'clock'>): () => Date {
  const set = env.COURSE_NOW;
  if (!set) return () => new Date(clock.now());
  const date = new Date(set);
  if (!Number.isNaN(date.getTime())) return () => date;
  throw new CourseError(
    'invalid_value',
    `COURSE_NOW is not a time: ${set}`,
    'Write it as 2027-01-15 or 2027-01-15T12:00:00Z, or leave it unset.',
  );
}

/**
 * The number in COURSE_SEED, which fixes the sandbox's randomness for tests and demonstrations; null without one.
 * @throws CourseError invalid_value when it is no whole number
 */
export function readSeed(env: Context['env']): number | null {
  const set = env.COURSE_SEED;
  if (!set) return null;
  if (/^\d{1,9}$/.test(set)) return Number(set);
  throw new CourseError(
    'invalid_value',
    `COURSE_SEED is not a whole number: ${set}`,
    'Use a number such as 7, or leave it unset.',
  );
}

/** The folder where progress is kept: COURSE_HOME, else the platform's place for data of programs. */
export async function courseHome(env: Context['env']): Promise<string> {
  if (env.COURSE_HOME) return env.COURSE_HOME;
  const { default: envPaths } = await import('env-paths');
  return envPaths('openai-course', { suffix: '' }).data;
}
