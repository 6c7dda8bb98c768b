import type { Context } from '../context.ts';
import type { RunFlags } from '../flags.ts';
import type { ListedExercise } from '../practice/catalog.ts';
import { findExercise, loadExercises } from '../practice/catalog.ts';
import type { Language } from '../practice/languages.ts';
import { openProgress } from './open-progress.ts';
import { check } from './practice-check.ts';
import { hint, reset, solution, start } from './practice-help.ts';
import { watch } from './practice-watch.ts';
import { createScreen, type Screen } from './screen.ts';

export interface PracticeFlags extends RunFlags {
  readonly lang?: Language;
  readonly poll?: boolean;
  readonly level?: number;
}

/** What every action of `course practice` works with. */
export interface Practice {
  readonly context: Context;
  readonly screen: Screen;
  readonly flags: PracticeFlags;
  readonly listed: ListedExercise;
  readonly progress: Awaited<ReturnType<typeof openProgress>>;
  /** What is judged instead of the learner's file: the words after `--`; empty without one. */
  readonly command: readonly string[];
}

const actions = { start, check, hint, solution, reset, watch } as const;
export type PracticeAction = keyof typeof actions;

/**
 * `course practice <action> [id]`.
 * @param command the words after `--`
 */
export async function practice(
  context: Context,
  action: PracticeAction,
  id: string | undefined,
  command: readonly string[],
  flags: PracticeFlags,
): Promise<number> {
  const screen = createScreen(context, flags);
  const progress = await openProgress(context, screen);
  const listed = findExercise(
    await loadExercises(context.packageRoot),
    id,
    ({ lesson, exercise }) =>
      progress.progress.lessons[lesson.id]?.solved?.includes(exercise.name) ?? false,
  );
  return actions[action]({ context, screen, flags, listed, progress, command });
}
