import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { type Progress, readProgress } from '../course/progress.ts';
import { CourseError } from '../errors.ts';
import type { RunFlags } from '../flags.ts';
import { openProgress } from './open-progress.ts';
import { createScreen } from './screen.ts';

/** `course progress export [file]`: writes a new file, or to standard output. */
export async function exportProgress(
  context: Context,
  path: string | undefined,
  flags: RunFlags,
): Promise<number> {
  const screen = createScreen(context, flags);
  const { progress } = await openProgress(context, screen);
  const text = `${JSON.stringify(progress, null, 2)}\n`;
  if (path === undefined) {
    context.out.write(text);
    return 0;
  }
  await writeNew(resolve(context.cwd, path), text);
  screen.note([`Written to ${path}. On the other machine: course progress import ${path}`]);
  return 0;
}

/** `course progress import <file>`: adds what another machine has done; `-` reads standard input. */
export async function importProgress(
  context: Context,
  path: string | undefined,
  flags: RunFlags,
): Promise<number> {
  const screen = createScreen(context, flags);
  const imported = await readExported(context, path);
  const { file, progress: before } = await openProgress(context, screen);
  await file.merge(imported);
  const { progress: after } = await file.load();
  const added = stepsIn(after) - stepsIn(before);
  screen.note([
    added === 0
      ? 'There was no step in it that was not done here already.'
      : `Steps added: ${added}. Nothing that was done here is lost.`,
  ]);
  return 0;
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new CourseError(
      isThere ? 'invalid_value' : 'storage',
      isThere
        ? `${path} is there already, and is not overwritten.`
        : `${path} cannot be written (${(error as Error).message}).`,
      'Name another file, or print it: course progress export',
      { cause: error },
    );
  }
}

async function readExported(context: Context, path: string | undefined): Promise<Progress> {
  const advice = 'Make the file on the other machine: course progress export progress.json';
  if (path === undefined) {
    throw new CourseError('usage', 'Say which file to import.', advice);
  }
  const text = await readText(context, path, advice);
  const progress = readProgress(text);
  if (progress) return progress;
  throw new CourseError(
    'invalid_value',
    `${path} holds no progress of this course, or one of a newer version.`,
    advice,
  );
}

async function readText(context: Context, path: string, advice: string): Promise<string> {
  if (path === '-') return context.readInput();
  try {
    return await readFile(resolve(context.cwd, path), 'utf8');
  } catch (error) {
    const why = (error as Error).message;
    throw new CourseError('invalid_value', `${path} cannot be read (${why}).`, advice, {
      cause: error,
    });
  }
}

function stepsIn({ lessons }: Progress): number {
  return Object.values(lessons).reduce((sum, { steps }) => sum + steps.length, 0);
}
