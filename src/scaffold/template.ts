import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { CourseError } from '../errors.ts';
import type { NewLesson } from './new-lesson.ts';

/** A file of a lesson. */
export interface TemplateFile {
  /** In the lesson's folder: `practice/try-tools/start.mts`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Reads `src/lesson-template`: a lesson as it lies in `lessons/`, at the same depth, so that its imports hold here and
 * there. `NN`, `SLUG` and `TITLE` in its texts and file names stand for what a lesson is called.
 * @param packageRoot absolute
 * @throws CourseError checkout_required where the sources of the course are not
 */
export async function readTemplate(packageRoot: string): Promise<TemplateFile[]> {
  const folder = join(packageRoot, 'src', 'lesson-template');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new CourseError(
        'checkout_required',
        'A lesson is written into the sources of the course, and they are not here.',
        'Clone the repository of the course, run npm install in it, and there: npm run dev -- new <slug>',
      );
    },
  );
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(folder, path),
      text: await readFile(path, 'utf8'),
    })),
  );
}

/** The file as a lesson has it. */
export function filledIn({ path, text }: TemplateFile, { id, slug, title }: NewLesson) {
  const values: Readonly<Record<string, string>> = { NN: id, SLUG: slug, TITLE: title };
  const fill = (template: string) =>
    template.replaceAll(/\b(?:NN|SLUG|TITLE)\b/g, (name) => values[name] ?? name);
  return { path: fill(path), text: fill(text) };
}

/** @param folder absolute; it and what it lacks are made */
export async function writeFiles(folder: string, files: readonly TemplateFile[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
