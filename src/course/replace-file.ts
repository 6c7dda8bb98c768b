import { mkdir, open, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../context.ts';
import { CourseError } from '../errors.ts';

/** A write takes milliseconds: who holds a lock for longer was killed, or sleeps. */
const longestHoldMs = 5_000;
const longestWaitMs = 30_000;
const pollMs = 10;

/**
 * Replaces a file by what becomes of it, while no other process that does the same can: none of their changes is lost.
 *
 * The lock is a folder that is not empty. The one file in it, of a name that is never used again, is both the right to
 * replace `path` and the text to replace it by: the rename that puts it there gives the lock back in the same instant.
 * So a lock can be taken from anybody at any time, by removing that file: whoever held it finds that it can replace
 * nothing, and begins again. Of a plain lock file nobody could tell whether it is still the stale one when it is removed.
 * @param newText reads what is there, and gives what shall be; null to leave it. Runs again when the lock was taken away.
 * @throws CourseError storage when others hold the lock for too long
 * @throws Error of the file system, or of `newText`
 */
export async function replaceFile(
  path: string,
  newText: () => Promise<string | null>,
  clock: Pick<Clock, 'now' | 'sleep'>,
): Promise<void> {
  const lock = `${path}.lock`;
  const until = clock.now() + longestWaitMs;
  const seen = new Map<string, number>();
  while (clock.now() < until) {
    const held = await takeLock(lock);
    if (held === null) {
      await endStaleHold(lock, seen, clock.now());
      await clock.sleep(pollMs);
    } else if (await replaceHolding(held, newText, path).finally(() => giveBack(lock, held))) {
      return;
    }
  }
  throw new CourseError(
    'storage',
    `Other runs of the course have been saving to ${path} for ${longestWaitMs / 1000} seconds.`,
    `Try again. If it stays so, end them, and remove ${lock}.`,
  );
}

/** Gives our file in the lock; null while somebody else has it. */
async function takeLock(lock: string): Promise<string | null> {
  const name = crypto.randomUUID();
  const prepared = `${lock}.${name}`;
  try {
    await mkdir(prepared, { mode: 0o700 });
    await writeFile(join(prepared, name), '', { mode: 0o600 });
    return (await putInPlace(prepared, lock)) ? join(lock, name) : null;
  } finally {
    await rm(prepared, { recursive: true, force: true });
  }
}

/** What a rename onto a folder that is not empty is answered with. */
const takenCodes: readonly unknown[] = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY'];

async function putInPlace(prepared: string, lock: string): Promise<boolean> {
  // Windows replaces no folder, not even an empty one. One that is not empty, a held lock, is not removed.
  await rmdir(lock).catch(() => {});
  try {
    await rename(prepared, lock);
    return true;
  } catch (error) {
    if (takenCodes.includes((error as NodeJS.ErrnoException).code)) return false;
    throw error;
  }
}

/** @param seen since when each holder has been seen: what wrote the time of a file may have another clock than we have */
async function endStaleHold(lock: string, seen: Map<string, number>, now: number): Promise<void> {
  for (const holder of await readdir(lock).catch(() => [])) {
    const file = join(lock, holder);
    const info = await stat(file).catch(() => null);
    const since = Math.min(seen.get(holder) ?? now, info?.mtimeMs ?? now);
    seen.set(holder, since);
    if (now - since >= longestHoldMs) await rm(file, { force: true });
  }
}

/** Gives whether no more is to be done: false when the lock was taken from us. */
async function replaceHolding(
  held: string,
  newText: () => Promise<string | null>,
  path: string,
): Promise<boolean> {
  const text = await newText();
  if (text === null) return true;
  try {
    const file = await open(held, 'r+');
    try {
      await file.writeFile(text);
      // After a crash there is the old text or the new one, whole.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(held, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function giveBack(lock: string, held: string): Promise<void> {
  await rm(held, { force: true });
  await rmdir(lock).catch(() => {});
}
