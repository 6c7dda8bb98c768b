import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CourseError } from '../errors.ts';

const advice = 'Name a file in a folder that exists and that you may write to.';

/**
 * Looks, before anything is sent, whether a picture can be written there.
 * @throws CourseError invalid_value
 */
export async function verifyWritable(path: string): Promise<void> {
  try {
    const existing = await stat(path).catch(() => null);
    if (existing?.isDirectory()) throw new Error('it is a folder');
    await access(existing ? path : dirname(path), constants.W_OK);
  } catch (error) {
    throw new CourseError(
      'invalid_value',
      `The picture could not be written to ${path}: ${(error as Error).message}.`,
      advice,
      { cause: error },
    );
  }
}

/** @throws CourseError storage */
export async function writeSvg(path: string, svg: string): Promise<void> {
  try {
    await writeFile(path, svg);
  } catch (error) {
    throw new CourseError(
      'storage',
      `The picture was not written to ${path}: ${(error as Error).message}.`,
      advice,
      { cause: error },
    );
  }
}
