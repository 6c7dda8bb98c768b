import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../context.ts';

/** Tells when a file is saved. */
export interface Saves {
  /** Waits until the file has changed since the last time; rejects with the signal's reason. */
  readonly next: () => Promise<void>;
  readonly close: () => void;
}

/** Milliseconds between two looks at the file. */
const pollMs = 500;

/**
 * Watches the folder of a file: editors replace files, and a watch on the file itself would be lost with it.
 * @param polls looks at the file again and again instead, for file systems that do not notify
 */
export async function watchSaves(
  file: string,
  { clock, signal, polls }: { clock: Clock; signal: AbortSignal; polls: boolean },
): Promise<Saves> {
  let seen = await changeTime(file);
  let wake = () => {};
  const watcher = polls ? null : watch(dirname(file), () => wake());
  const event = () =>
    new Promise<void>((resolve, reject) => {
      wake = resolve;
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  return {
    next: async () => {
      for (;;) {
        signal.throwIfAborted();
        // Asked for before the look at the file, so that nothing falls in between.
        const something = polls ? null : event();
        something?.catch(() => {});
        const now = await changeTime(file);
        if (now !== null && now !== seen) {
          seen = now;
          return;
        }
        await (something ?? clock.sleep(pollMs, signal));
      }
    },
    close: () => watcher?.close(),
  };
}

async function changeTime(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return null;
  }
}
