import type { Context } from '../context.ts';
import { loadLessons } from '../course/catalog.ts';
import { minutesOf } from '../course/minutes.ts';
import { stepsDone } from '../course/next-lesson.ts';
import type { RunFlags } from '../flags.ts';
import { renderTable } from '../terminal/table.ts';
import { openProgress } from './open-progress.ts';
import { createScreen } from './screen.ts';

/** `course list`: the lessons with what is done of each. */
export async function list(context: Context, flags: RunFlags): Promise<number> {
  const screen = createScreen(context, flags);
  const { progress } = await openProgress(context, screen);
  const rows = (await loadLessons()).map((lesson) => ({
    id: lesson.id,
    title: lesson.title,
    minutes: minutesOf(lesson),
    steps: lesson.steps.length,
    done: stepsDone(lesson, progress),
  }));
  if (flags.json) {
    for (const row of rows) screen.printJson({ type: 'lesson', ...row });
    return 0;
  }
  const table = renderTable(
    {
      head: ['lesson', 'title', 'minutes', 'progress'],
      rows: rows.map(({ id, title, minutes, steps, done }) => [
        id,
        title,
        String(minutes),
        progressText(done, steps),
      ]),
      align: ['left', 'left', 'right'],
    },
    screen.out,
  );
  screen.print([...table, '', screen.out.theme.dim('Go on: course lesson')]);
  return 0;
}

/** `done`, `3 of 7 steps`, or nothing for a lesson that was not begun. */
export function progressText(done: number, steps: number): string {
  if (done === 0) return 'not begun';
  return done === steps ? 'done' : `${done} of ${steps} steps`;
}
