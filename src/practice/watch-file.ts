import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { Context } from '../context.ts';
import { changedAt } from './work-files.ts';

/** Milliseconds without a further change after which a file counts as saved: editors write in several steps. */
const settleMs = 150;
/** Milliseconds between two looks. */
const pollMs = 500;

/**
 * Gives a value each time a file has been saved, until the signal aborts; then it throws the signal's reason.
 * @param options.poll looks again and again, for file systems that do not tell of changes
 */
export async function* saves(
  path: string,
  { poll }: { readonly poll: boolean },
  { clock, signal }: Pick<Context, 'clock' | 'signal'>,
): AsyncGenerator<void, never> {
  const folder = poll ? null : openWatcher(path);
  let known = await changedAt(path);
  try {
    for (;;) {
      await (folder ? folder.next(signal) : clock.sleep(pollMs, signal));
      let changed = await changedAt(path);
      if (changed === known || !Number.isFinite(changed)) continue;
      while (changed !== known) {
        known = changed;
        await clock.sleep(settleMs, signal);
        changed = await changedAt(path);
      }
      if (Number.isFinite(known)) yield;
    }
  } finally {
    folder?.close();
  }
}

interface FolderWatch {
  /** Resolves when something in the folder has changed since the last call. */
  readonly next: (signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
}

/** The folder, not the file: many editors save by putting a new file in the place of the old one. */
function openWatcher(path: string): FolderWatch {
  let hasChanged = false;
  let wake = () => {};
  const watcher: FSWatcher = watch(dirname(path), () => {
    hasChanged = true;
    wake();
  });
  return {
    next: async (signal) => {
      if (!hasChanged) {
        await new Promise<void>((resolve, reject) => {
          wake = resolve;
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        });
      }
      signal.throwIfAborted();
      hasChanged = false;
    },
    close: () => watcher.close(),
  };
}
