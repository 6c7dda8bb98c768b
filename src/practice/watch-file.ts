import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { Context } from '../context.ts';
import { changedAt } from './work-files.ts';

/** Milliseconds without a further change after which a file counts as saved: editors write in several steps. */
const settleMs = 150;
/** Milliseconds between two looks. */
const pollMs = 500;

/**
 * Gives a value at once, and each time the file has been saved since, until the signal aborts; then it throws the
 * signal's reason. A file that is saved while the receiver is busy is given afterwards.
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
    yield;
    for (;;) {
      await (folder ? folder.next(signal) : clock.sleep(pollMs, signal));
      const before = known;
      for (
        let changed = await changedAt(path);
        changed !== known;
        changed = await changedAt(path)
      ) {
        known = changed;
        await clock.sleep(settleMs, signal);
      }
      if (known !== before && Number.isFinite(known)) yield;
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
