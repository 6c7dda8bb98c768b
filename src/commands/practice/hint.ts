import type { Context } from '../../context.ts';
import { CourseError } from '../../errors.ts';
import { renderMarkdown } from '../../terminal/markdown.ts';
import { wrap } from '../../terminal/text.ts';
import { openExercise, type PracticeFlags } from './open-exercise.ts';

/** `course practice hint [id]`: the next of three hints, or the one asked for with `--level`. */
export async function hint(
  context: Context,
  id: string | undefined,
  flags: PracticeFlags,
): Promise<number> {
  const { screen, exercise, lessonId, hintsRead, file } = await openExercise(context, id, flags);
  const { hints } = exercise;
  const level = flags.level ?? Math.min(hintsRead + 1, hints.length);
  const text = hints[level - 1];
  if (text === undefined) {
    throw new CourseError(
      'invalid_value',
      `There is no hint ${level}.`,
      `There are ${hints.length}: --level 1 is a nudge, --level ${hints.length} is nearly the code.`,
    );
  }
  await file?.hintRead(lessonId, exercise.slug, level);
  if (flags.json) {
    screen.printJson({ type: 'hint', exercise: exercise.id, level, levels: hints.length, text });
    return 0;
  }
  const heading = `Hint ${level} of ${hints.length} for exercise ${exercise.id}`;
  screen.print(['', screen.out.theme.heading(heading), ...renderMarkdown(text, screen.prose)]);
  const more =
    level < hints.length
      ? `The next one says more: course practice hint ${exercise.id} --level ${level + 1}`
      : `There is no further one. Ours: course practice solution ${exercise.id}`;
  screen.print(['', ...wrap(screen.out.theme.dim(more), screen.out.width)]);
  return 0;
}
