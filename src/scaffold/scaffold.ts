import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CourseError } from '../errors.ts';
import { type Lists, slugsIn, withLesson } from './lists.ts';
import { type NewLesson, nameLesson } from './new-lesson.ts';
import { filledIn, readTemplate, type TemplateFile, writeFiles } from './template.ts';

/** A lesson that was written. */
export interface Scaffold {
  readonly lesson: NewLesson;
  /** From the root of the checkout: `lessons/07-tools`. */
  readonly folder: string;
  /** In that folder. */
  readonly files: readonly string[];
}

/**
 * Writes a lesson that passes the lint, with its prose left to write, and its line in each list: all of it or nothing.
 * @param packageRoot of a checkout, absolute
 * @param typed what the lesson is to be called
 * @throws CourseError checkout_required, invalid_value (a name that will not do) or storage
 */
export async function scaffold(packageRoot: string, typed: string): Promise<Scaffold> {
  const lessons = join(packageRoot, 'lessons');
  try {
    const template = await readTemplate(packageRoot);
    const lists = await readLists(lessons);
    const lesson = nameLesson(typed, nextId(lists), [
      ...slugsIn(lists.catalog),
      ...slugsIn(lists.exercises),
      ...(await readdir(lessons)).map((name) => name.replace(/^\d\d-/, '')),
    ]);
    const files = template.map((file) => filledIn(file, lesson));
    const folder = `${lesson.id}-${lesson.slug}`;
    await write(lessons, { folder, files, before: lists, after: withLesson(lists, lesson) });
    return { lesson, folder: `lessons/${folder}`, files: files.map(({ path }) => path) };
  } catch (error) {
    if (error instanceof CourseError) throw error;
    throw new CourseError(
      'storage',
      `The lesson cannot be written (${(error as Error).message}).`,
      'Nothing was changed. Make the folder lessons/ writable, with what is in it, and try again.',
      { cause: error },
    );
  }
}

const listFiles = { catalog: 'catalog.ts', exercises: 'exercises.ts' } as const;

async function readLists(lessons: string): Promise<Lists> {
  const read = (name: string) => readFile(join(lessons, name), 'utf8');
  return { catalog: await read(listFiles.catalog), exercises: await read(listFiles.exercises) };
}

function nextId({ catalog }: Lists): string {
  return String(slugsIn(catalog).length + 1).padStart(2, '0');
}

interface Changes {
  /** Name of the new folder in `lessons/`. */
  readonly folder: string;
  readonly files: readonly TemplateFile[];
  readonly before: Lists;
  readonly after: Lists;
}

/** Writes everything into a folder beside, then moves it into its place, the catalog last. */
async function write(lessons: string, { folder, files, before, after }: Changes): Promise<void> {
  const staging = await mkdtemp(join(lessons, '.new-'));
  const staged = (name: string) => join(staging, name);
  try {
    await writeFiles(staged(folder), files);
    await writeFile(staged(listFiles.exercises), after.exercises);
    await writeFile(staged(listFiles.catalog), after.catalog);
    await rename(staged(folder), join(lessons, folder));
    try {
      await rename(staged(listFiles.exercises), join(lessons, listFiles.exercises));
      await rename(staged(listFiles.catalog), join(lessons, listFiles.catalog));
    } catch (error) {
      await rm(join(lessons, folder), { recursive: true });
      await writeFile(join(lessons, listFiles.exercises), before.exercises);
      throw error;
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
