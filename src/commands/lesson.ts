import type { Context } from '../context.ts';
import { findLesson } from '../course/catalog.ts';
import type { RequestFlags, RunFlags, SandboxFlags } from '../flags.ts';
import { openRun } from './open-run.ts';
import { createScreen } from './screen.ts';

export interface LessonFlags extends RequestFlags, RunFlags, SandboxFlags {
  readonly step?: number;
  readonly yes?: boolean;
}

/** `course lesson [id]`: one lesson, as a conversation on a terminal, straight through elsewhere. */
export async function lesson(
  context: Context,
  id: string | undefined,
  flags: LessonFlags,
): Promise<number> {
  const screen = createScreen(context, flags);
  const named = id === undefined ? null : findLesson(id);
  const opened = await openRun(context, screen, flags);
  const { runLesson } = await import('./run-lesson.ts');
  return runLesson(context, screen, opened, named, flags);
}
