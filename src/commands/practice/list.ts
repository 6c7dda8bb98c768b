import { exercises } from '../../../lessons/exercises.ts';
import type { Context } from '../../context.ts';
import { nextExercise, practiceOf } from '../../practice/catalog.ts';
import { renderTable } from '../../terminal/table.ts';
import { openProgress } from '../open-progress.ts';
import { createScreen } from '../screen.ts';
import type { PracticeFlags } from './open-exercise.ts';

/** `course practice`: the exercises, and which are solved. */
export async function list(context: Context, flags: PracticeFlags): Promise<number> {
  const screen = createScreen(context, flags);
  const { progress } = await openProgress(context, screen);
  const rows = await Promise.all(
    exercises.map(async (entry) => {
      const { exercise } = await entry.load();
      const { passed = false, hints = 0 } = practiceOf(entry, progress) ?? {};
      return { exercise: exercise.id, slug: exercise.slug, title: exercise.title, passed, hints };
    }),
  );
  if (flags.json) {
    for (const row of rows) screen.printJson({ type: 'exercise', ...row });
    return 0;
  }
  const cells = rows.map((row) => [row.exercise, row.title, row.passed ? 'solved' : 'open']);
  screen.print(renderTable({ head: ['exercise', 'title', 'state'], rows: cells }, screen.out));
  const next = nextExercise(progress);
  const line = next ? `Next: course practice start ${next.id}` : 'All are solved.';
  screen.print(['', screen.out.theme.dim(line)]);
  return 0;
}
