import { join } from 'node:path';
import { findLesson, loadLessons } from '../course/catalog.ts';
import type { Lesson } from '../course/lesson.ts';
import { lessonFolder } from '../course/lesson-run.ts';
import { CourseError } from '../errors.ts';
import type { Exercise } from './exercise.ts';

/** An exercise, and where it belongs. */
export interface ListedExercise {
  /** `05.1`: the first of lesson 05. */
  readonly id: string;
  readonly lesson: Lesson;
  readonly exercise: Exercise;
  /** Of its programs, absolute. */
  readonly folder: string;
}

export function exercisesOf(lesson: Lesson, packageRoot: string): ListedExercise[] {
  return lesson.exercises.map((exercise, index) => ({
    id: `${lesson.id}.${index + 1}`,
    lesson,
    exercise,
    folder: join(lessonFolder(packageRoot, lesson), 'practice', exercise.name),
  }));
}

/** Every exercise of the course, in order. */
export async function loadExercises(packageRoot: string): Promise<ListedExercise[]> {
  return (await loadLessons()).flatMap((lesson) => exercisesOf(lesson, packageRoot));
}

/**
 * Finds what a person asks for: `05.2`, `5.2`, or the next unsolved one of `05`; of all lessons when nothing is named.
 * @param isSolved tells what the learner has done
 * @throws CourseError unknown_exercise, unknown_lesson
 */
export function findExercise(
  all: readonly ListedExercise[],
  typed: string | undefined,
  isSolved: (exercise: ListedExercise) => boolean,
): ListedExercise {
  const [, lesson = typed, number] = /^(.*?)[.-](\d+)$/.exec(typed ?? '') ?? [];
  const id = lesson === undefined ? undefined : findLesson(lesson).id;
  const own = id === undefined ? all : all.filter((exercise) => exercise.lesson.id === id);
  const found =
    number === undefined
      ? (own.find((exercise) => !isSolved(exercise)) ?? own[0])
      : own.find((exercise) => exercise.id === `${id}.${Number(number)}`);
  if (found) return found;
  const known = (own.length > 0 ? own : all).map((exercise) => exercise.id).join(', ');
  throw new CourseError(
    'unknown_exercise',
    `There is no exercise "${typed}".`,
    `There are: ${known}.`,
  );
}
