import type { Context } from '../../context.ts';
import type { ProgressFile } from '../../course/progress.ts';
import { CourseError } from '../../errors.ts';
import type { RunFlags } from '../../flags.ts';
import { findExercise, lessonOf, practiceOf } from '../../practice/catalog.ts';
import type { Exercise, Language } from '../../practice/exercise.ts';
import { findWorkFile, type WorkFile, workFile } from '../../practice/work-files.ts';
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
  /** The learner's file; null when there is none. */
  readonly work: WorkFile | null;
}

/** @throws CourseError unknown_exercise */
export async function openExercise(
  context: Context,
  id: string | undefined,
  flags: PracticeFlags,
): Promise<OpenedExercise> {
  const screen = createScreen(context, flags);
  const { file, progress } = await openProgress(context, screen);
  const entry = findExercise(id, progress);
  const { exercise } = await entry.load();
  const lessonId = lessonOf(entry).id;
  const practised = practiceOf(entry, progress);
  return {
    screen,
    exercise,
    lessonId,
    isSolved: practised?.passed ?? false,
    hintsRead: practised?.hints ?? 0,
    file: screen.isInteractive ? file : null,
    work: flags.lang
      ? workFile(context.cwd, exercise, flags.lang)
      : await findWorkFile(context.cwd, exercise),
  };
}

/** @throws CourseError usage when the learner has no file yet */
export function requireWork({ exercise, work }: OpenedExercise): WorkFile {
  if (work) return work;
  throw new CourseError(
    'usage',
    `There is no file for exercise ${exercise.id} in course-work of this folder.`,
    `Write a starter there: course practice start ${exercise.id}`,
  );
}
