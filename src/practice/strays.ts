import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../context.ts';

/**
 * Ends processes that have left the group of the program that started them (`setsid`, a daemon): they are known by
 * the throw-away key in their environment. Works where the system shows it, in `/proc`; elsewhere it does nothing.
 */
export async function endStrays(
  key: string,
  { endProcesses }: Pick<Context, 'endProcesses'>,
): Promise<void> {
  const names = await readdir('/proc').catch(() => []);
  const ids = names.filter((name) => /^\d+$/.test(name));
  const groups = await Promise.all(ids.map((id) => groupOf(join('/proc', id), key)));
  for (const group of new Set(groups)) if (group !== null) endProcesses(group);
}

/** The group of a process whose environment has the key; null for any other, and for one that is gone or not ours. */
async function groupOf(folder: string, key: string): Promise<number | null> {
  try {
    const environment = await readFile(join(folder, 'environ'), 'utf8');
    if (!environment.split('\0').includes(`OPENAI_API_KEY=${key}`)) return null;
    // After the name in brackets: state, parent, group (proc(5)).
    const stat = await readFile(join(folder, 'stat'), 'utf8');
    const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
    return group > 1 ? group : null;
  } catch {
    return null;
  }
}
