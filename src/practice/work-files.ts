import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CourseError } from '../errors.ts';
import { lessonOf } from './catalog.ts';
import { type Exercise, type Language, languages } from './exercise.ts';
import { languageRules } from './languages.ts';

type Named = Pick<Exercise, 'id' | 'slug'>;

/** A learner's file for an exercise. */
export interface WorkFile {
  /** Absolute. */
  readonly path: string;
  readonly language: Language;
}

/** Where an exercise's starters and solutions lie in the package. */
export function exerciseFolder(packageRoot: string, exercise: Named): string {
  const { id, slug } = lessonOf(exercise);
  return join(packageRoot, 'lessons', `${id}-${slug}`, 'practice', exercise.slug);
}

/** `course-work/05-1-survive.mts` in the current folder, or in it when it is that folder. */
export function workFile(cwd: string, { id, slug }: Named, language: Language): WorkFile {
  const folder = basename(cwd) === 'course-work' ? cwd : join(cwd, 'course-work');
  const name = `${id.replace('.', '-')}-${slug}${languageRules[language].extension}`;
  return { path: join(folder, name), language };
}

/** The learner's file that was changed last, of those that are there. @param among the languages that it may be in */
export async function findWorkFile(
  cwd: string,
  exercise: Named,
  among: readonly Language[] = languages,
): Promise<WorkFile | null> {
  const candidates = among.map((language) => workFile(cwd, exercise, language));
  const changed = await Promise.all(candidates.map(({ path }) => changedAt(path)));
  const latest = changed.indexOf(Math.max(...changed));
  return (changed[latest] ?? never) > never ? (candidates[latest] ?? null) : null;
}

const never = Number.NEGATIVE_INFINITY;

/** Unix milliseconds; minus infinity for a file that is not there. */
export async function changedAt(path: string): Promise<number> {
  const info = await stat(path).catch(() => null);
  return info?.isFile() ? info.mtimeMs : never;
}

/**
 * Writes a starter where no file is yet.
 * @returns whether it was written; false when the learner has such a file already
 * @throws CourseError storage when the folder cannot be written to
 */
export async function writeStarter({ path }: WorkFile, text: string): Promise<boolean> {
  try {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new CourseError(
      'storage',
      `${path} cannot be written (${(error as Error).message}).`,
      'Go to a folder of yours, and start the exercise there.',
      { cause: error },
    );
  }
}

/** Moves a learner's file out of the way, under a name that is free; gives that name's path. */
export async function setAside({ path }: WorkFile): Promise<string> {
  const [, stem = path, extension = ''] = /^(.*)(\.\w+)$/.exec(path) ?? [];
  let number = 1;
  while ((await changedAt(`${stem}.backup-${number}${extension}`)) > never) number += 1;
  const backup = `${stem}.backup-${number}${extension}`;
  await rename(path, backup);
  return backup;
}
