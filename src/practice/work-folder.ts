import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { CourseError } from '../errors.ts';
import type { ListedExercise } from './catalog.ts';
import { type Language, languages, runners } from './languages.ts';

/** Where learners write their programs, in whatever folder they are. */
const folderName = 'course-work';

/** A learner's file for an exercise. */
export interface WorkFile {
  readonly language: Language;
  /** Absolute. */
  readonly path: string;
  /** As it is shown: from the folder that the learner is in. */
  readonly shown: string;
}

/** `course-work/05-1-survive.mts`. */
export function workFile(
  cwd: string,
  { id, exercise }: ListedExercise,
  language: Language,
): WorkFile {
  const name = `${id.replace('.', '-')}-${exercise.name}.${runners[language].extension}`;
  const path = join(cwd, folderName, name);
  return { language, path, shown: relative(cwd, path) };
}

/**
 * Writes a new file; one that is there stays as it is.
 * @returns whether it was written
 * @throws CourseError storage
 */
export async function startWork({ path }: WorkFile, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(path, error);
  }
}

/**
 * The learner's file: in the language asked for, else the one that was changed last.
 * @throws CourseError nothing_started when there is none
 */
export async function findWork(
  cwd: string,
  listed: ListedExercise,
  language: Language | undefined,
): Promise<WorkFile> {
  const wanted = language === undefined ? languages : [language];
  const candidates = await Promise.all(
    wanted.map(async (one) => {
      const file = workFile(cwd, listed, one);
      return { file, changedAt: await changeTime(file.path) };
    }),
  );
  const [newest] = candidates
    .filter(({ changedAt }) => changedAt !== null)
    .sort((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0));
  if (newest) return newest.file;
  throw new CourseError(
    'nothing_started',
    `There is no ${workFile(cwd, listed, language ?? 'ts').shown} here.`,
    `Begin with: course practice start ${listed.id}. Or judge any program: course practice check ${listed.id} -- python3 mine.py`,
  );
}

/**
 * Puts the starter back, and keeps what was there under a name that is free.
 * @returns the name of the copy, as it is shown
 * @throws CourseError storage
 */
export async function resetWork(file: WorkFile, text: string): Promise<string> {
  try {
    let number = 1;
    while ((await changeTime(`${file.path}.${number}.bak`)) !== null) number += 1;
    await copyFile(file.path, `${file.path}.${number}.bak`);
    await writeFile(file.path, text);
    return `${file.shown}.${number}.bak`;
  } catch (error) {
    throw unwritable(file.path, error);
  }
}

/** Unix milliseconds; null when there is no such file. */
async function changeTime(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return null;
  }
}

function unwritable(path: string, error: unknown): CourseError {
  return new CourseError(
    'storage',
    `${path} cannot be written (${(error as Error).message}).`,
    'Make the folder writable, or go to another one: the course works in any.',
    { cause: error },
  );
}
