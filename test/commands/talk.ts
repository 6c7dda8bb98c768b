import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answers, type CourseOptions, runCourse, scratchFolder } from '../helpers/course.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';

export const enter = '';
export const on = 'On to';
export const leave = 'Leave';
export const change = 'Change the prompt';

/** Answers that lead to the question "What next?" of a step of lesson 01, from its beginning. */
export const upTo = {
  2: [on, enter],
  3: [on, enter, on, enter],
  4: [on, enter, on, enter, on, enter],
} as const satisfies Record<number, Answers>;

interface Stored {
  readonly steps: readonly string[];
  readonly place: string | null;
  readonly quiz: Readonly<Record<string, boolean>>;
}

/** Talks through lesson 01 with these answers; when they are used up the input ends. */
export async function talk(answers: Answers, options: CourseOptions & { home?: string } = {}) {
  const { home = scratchFolder(), ...others } = options;
  const result = await runCourse(['lesson', '01', '--no-color'], {
    clock: simulatedClock(),
    columns: 200,
    ...others,
    answers,
    env: { COURSE_HOME: home, ...others.env },
  });
  return { ...result, home, stored: storedIn(home) };
}

export function storedIn(home: string): Stored | undefined {
  try {
    return JSON.parse(readFileSync(join(home, 'progress.json'), 'utf8')).lessons['01'];
  } catch {
    return undefined;
  }
}

export const headings = (out: string) => out.match(/Step \d of 7/g) ?? [];
