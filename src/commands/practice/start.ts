import { relative } from 'node:path';
import type { Context } from '../../context.ts';
import type { Exercise, Language } from '../../practice/exercise.ts';
import { readShipped } from '../../practice/shipped.ts';
import { type WorkFile, workFile, writeStarter } from '../../practice/work-files.ts';
import { renderTask } from '../../terminal/practice.ts';
import { wrap } from '../../terminal/text.ts';
import { openExercise, type PracticeFlags } from './open-exercise.ts';

const defaultLanguage: Language = 'ts';

/** `course practice start [id]`: writes a starter, never over a file, and tells the task. */
export async function start(
  context: Context,
  id: string | undefined,
  flags: PracticeFlags,
): Promise<number> {
  const { screen, exercise, wanted, work } = await openExercise(context, id, flags, 'next');
  const target = work ?? workFile(context.cwd, exercise, wanted ?? defaultLanguage);
  const starter = await readShipped('start', exercise, target.language, context);
  const isNew = await writeStarter(target, starter);
  if (flags.json) {
    screen.printJson({
      type: 'exercise',
      exercise: exercise.id,
      path: target.path,
      written: isNew,
    });
    return 0;
  }
  screen.print(renderTask(exercise, screen.prose));
  const next = whatNow(exercise, target, isNew, context);
  screen.print(['', ...next.flatMap((line) => wrap(line, screen.out.width))]);
  return 0;
}

function whatNow({ id }: Exercise, { path }: WorkFile, isNew: boolean, { cwd }: Context): string[] {
  const file = relative(cwd, path);
  return [
    isNew ? `Your starter: ${file}` : `Your file is there already, and stays as it is: ${file}`,
    `Open it in your editor, then: course practice check ${id}`,
    `With a check on every save:   course practice watch ${id}`,
    `If you are stuck:             course practice hint ${id}`,
  ];
}
