import { exercises } from '../../lessons/exercises.ts';
import type { Context } from '../context.ts';
import { loadLessons } from '../course/catalog.ts';
import type { Lesson } from '../course/lesson.ts';
import { stepsDone } from '../course/next-lesson.ts';
import { pointsOf, streakOf } from '../course/points.ts';
import type { Progress } from '../course/progress.ts';
import { isDue } from '../course/quiz/review.ts';
import { today } from '../course-env.ts';
import type { RunFlags } from '../flags.ts';
import { lessonOf, practiceOf } from '../practice/catalog.ts';
import { plural } from '../terminal/format.ts';
import { renderTable } from '../terminal/table.ts';
import { wrap } from '../terminal/text.ts';
import { openProgress } from './open-progress.ts';
import { createScreen } from './screen.ts';

export interface ProgressFlags extends RunFlags {
  readonly xp?: boolean;
}

/** `course progress`: what is done of each lesson, and what waits to be asked again. */
export async function progress(context: Context, flags: ProgressFlags): Promise<number> {
  const screen = createScreen(context, flags);
  const { progress: saved } = await openProgress(context, screen);
  const now = today(context);
  const rows = (await loadLessons()).map((lesson) => rowOf(lesson, saved, now));
  const points = flags.xp ? { xp: pointsOf(saved), streak: streakOf(saved.days ?? [], now) } : null;
  if (flags.json) {
    for (const row of rows) screen.printJson({ type: 'progress', ...row });
    if (points) screen.printJson({ type: 'points', ...points });
    return 0;
  }
  const cells = rows.map((row) => [
    row.lesson,
    row.title,
    `${row.steps_done} of ${row.steps}`,
    `${row.questions_right} of ${row.questions}`,
    `${row.exercises_solved} of ${row.exercises}`,
    toReview(row),
  ]);
  const head = ['lesson', 'title', 'steps', 'questions right', 'exercises solved', 'to review'];
  const align = ['left', 'left', 'right', 'right', 'right', 'right'] as const;
  screen.print(renderTable({ head, rows: cells, align }, screen.out));
  if (points) screen.print(['', `${points.xp} XP · ${plural(points.streak, 'day')} in a row`]);
  const due = rows.reduce((sum, row) => sum + row.due, 0);
  const later = rows.reduce((sum, row) => sum + row.due_later, 0);
  const [nextReview] = rows.flatMap((row) => row.next_review ?? []).sort();
  const next = due > 0 ? 'Ask what you missed: course quiz --review' : 'Go on: course lesson';
  if (due === 0 && nextReview) {
    const wait = later === 1 ? '1 question waits' : `${later} questions wait`;
    const told = `${wait} to be asked again, from ${nextReview} on: course quiz --review`;
    screen.print(['', ...wrap(told, screen.out.width)]);
  }
  screen.print(['', screen.out.theme.dim(next)]);
  return 0;
}

/** `2`, `3 later`, `2, 3 later`: those whose day has come, and the others. */
function toReview({ due, due_later }: { due: number; due_later: number }): string {
  if (due_later === 0) return String(due);
  return due === 0 ? `${due_later} later` : `${due}, ${due_later} later`;
}

function rowOf(lesson: Lesson, saved: Progress, now: Date) {
  const { quiz = {}, review = {} } = saved.lessons[lesson.id] ?? {};
  const practice = exercises.filter((entry) => lessonOf(entry).id === lesson.id);
  const ids = lesson.quiz.map(({ id }) => id);
  const repetitions = ids.flatMap((id) => review[id] ?? []);
  const due = repetitions.filter((repetition) => isDue(repetition, now)).length;
  return {
    lesson: lesson.id,
    title: lesson.title,
    steps: lesson.steps.length,
    steps_done: stepsDone(lesson, saved),
    questions: ids.length,
    questions_right: ids.filter((id) => quiz[id]).length,
    exercises: practice.length,
    exercises_solved: practice.filter((entry) => practiceOf(entry, saved)?.passed).length,
    due,
    due_later: repetitions.length - due,
    next_review: repetitions.map(({ due }) => due).sort()[0] ?? null,
  };
}
