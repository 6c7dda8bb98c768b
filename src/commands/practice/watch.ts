import { relative } from 'node:path';
import type { Context } from '../../context.ts';
import { saves } from '../../practice/watch-file.ts';
import { formatTime } from '../../terminal/format.ts';
import { wrap } from '../../terminal/text.ts';
import { checkOnce } from './check.ts';
import { openExercise, type PracticeFlags, requireWork } from './open-exercise.ts';

/** `course practice watch [id]`: a check now and on every save, one below the other, until Ctrl-C. */
export async function watch(
  context: Context,
  id: string | undefined,
  flags: PracticeFlags,
): Promise<number> {
  const opened = await openExercise(context, id, flags);
  const { screen } = opened;
  const { path } = requireWork(opened);
  const file = relative(context.cwd, path);
  for await (const _ of saves(path, { poll: flags.poll ?? false }, context)) {
    const rule = `── ${formatTime(context.clock.now())} ──`;
    screen.note(['', screen.err.theme.heading(rule)]);
    await checkOnce(context, opened, [], flags);
    const waiting = `Waiting for you to save ${file}. Ctrl-C ends it.`;
    screen.note(['', ...wrap(screen.err.theme.dim(waiting), screen.err.width)]);
  }
  return 0;
}
