import type { Context } from '../../context.ts';
import type { ProgressFile } from '../../course/progress-file.ts';
import { CourseError } from '../../errors.ts';
import type { RunFlags } from '../../flags.ts';
import { exerciseAtHand } from '../../practice/at-hand.ts';
import { findExercise, lessonOf, practiceOf } from '../../practice/catalog.ts';
import type { Exercise, Language } from '../../practice/exercise.ts';
import { findWorkFile, type WorkFile } from '../../practice/work-files.ts';
import { openProgress } from '../open-progress.ts';
import { createScreen, type Screen } from '../screen.ts';

export interface PracticeFlags extends RunFlags {
  readonly lang?: Language;
  readonly level?: number;
  readonly poll?: boolean;
}

/** What every action on an exercise begins with. */
export interface OpenedExercise {
  readonly screen: Screen;
  readonly exercise: Exercise;
  /** Of the lesson that it belongs to. */
  readonly lessonId: string;
  readonly isSolved: boolean;
  /** Hints that were read before. */
  readonly hintsRead: number;
  /** null when the run does not move the learner's progress: without a terminal. */
  readonly file: ProgressFile | null;
  /** The language asked for; undefined when none was. */
  readonly wanted: Language | undefined;
  /** The learner's file, in the language asked for; null when there is none. */
  readonly work: WorkFile | null;
}

/**
 * Opens an exercise, and notes on a terminal that it is the one worked on.
 * @param unnamed which one is meant when `id` is undefined: the one at hand, where there is one, or the next unsolved
 * @throws CourseError unknown_exercise
 */
export async function openExercise(
  context: Context,
  id: string | undefined,
  flags: PracticeFlags,
  unnamed: 'at hand' | 'next' = 'at hand',
): Promise<OpenedExercise> {
  const screen = createScreen(context, flags);
  const { file: progressFile, progress } = await openProgress(context, screen);
  const file = screen.isInteractive ? progressFile : null;
  const isAtHand = id === undefined && unnamed === 'at hand';
  const atHand = isAtHand ? await exerciseAtHand(progress, context.cwd) : undefined;
  const entry = atHand ?? findExercise(id, progress);
  if (entry.slug !== progress.exercise) await file?.exerciseOpened(entry.slug);
  const { exercise } = await entry.load();
  const lessonId = lessonOf(entry).id;
  const practised = practiceOf(entry, progress);
  return {
    screen,
    exercise,
    lessonId,
    isSolved: practised?.passed ?? false,
    hintsRead: practised?.hints ?? 0,
    file,
    wanted: flags.lang,
    work: await findWorkFile(context.cwd, exercise, flags.lang && [flags.lang]),
  };
}

/** @throws CourseError usage when the learner has no file yet */
export function requireWork({ exercise, work, wanted }: OpenedExercise): WorkFile {
  if (work) return work;
  throw new CourseError(
    'usage',
    `There is no${wanted ? ` ${wanted}` : ''} file for exercise ${exercise.id} in course-work of this folder.`,
    `Write a starter there: course practice start ${exercise.id}${wanted ? ` --lang ${wanted}` : ''}`,
  );
}
