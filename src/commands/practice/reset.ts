import { relative } from 'node:path';
import type { Context } from '../../context.ts';
import { readShipped } from '../../practice/shipped.ts';
import { setAside, writeStarter } from '../../practice/work-files.ts';
import { wrap } from '../../terminal/text.ts';
import { openExercise, type PracticeFlags, requireWork } from './open-exercise.ts';

/** `course practice reset [id]`: the starter anew; what the learner has written is kept beside it. */
export async function reset(
  context: Context,
  id: string | undefined,
  flags: PracticeFlags,
): Promise<number> {
  const opened = await openExercise(context, id, flags);
  const { screen, exercise } = opened;
  const work = requireWork(opened);
  const starter = await readShipped('start', exercise, work.language, context);
  const backup = await setAside(work);
  await writeStarter(work, starter);
  if (flags.json) {
    screen.printJson({ type: 'exercise', exercise: exercise.id, path: work.path, backup });
    return 0;
  }
  const [path, kept] = [work.path, backup].map((name) => relative(context.cwd, name));
  const told = `The starter is back in ${path}; your file is kept as ${kept}.`;
  screen.print(['', ...wrap(told, screen.out.width)]);
  return 0;
}
