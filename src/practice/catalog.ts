import { catalog } from '../../lessons/catalog.ts';
import { type ExerciseEntry, exercises } from '../../lessons/exercises.ts';
import type { Progress } from '../course/progress.ts';
import { CourseError } from '../errors.ts';
import { similar } from '../spelling.ts';

/** The lesson that an exercise belongs to. */
export function lessonOf({ id }: Pick<ExerciseEntry, 'id'>) {
  const lesson = catalog.find((entry) => id.startsWith(`${entry.id}.`));
  if (!lesson) throw new RangeError(`Exercise ${id} belongs to no lesson.`);
  return lesson;
}

/** What is noted of an exercise; undefined when it was never tried. */
export function practiceOf(entry: Pick<ExerciseEntry, 'id' | 'slug'>, progress: Progress) {
  return progress.lessons[lessonOf(entry).id]?.practice?.[entry.slug];
}

/**
 * The first exercise that is not solved, of a lesson or of all, those of the lesson that was last worked on first; undefined
 * when all are.
 */
export function nextExercise(progress: Progress, lessonId?: string): ExerciseEntry | undefined {
  const last = Math.max(
    0,
    exercises.findIndex((entry) => lessonOf(entry).id === progress.last),
  );
  return [...exercises.slice(last), ...exercises.slice(0, last)].find(
    (entry) =>
      (lessonId === undefined || lessonOf(entry).id === lessonId) &&
      !practiceOf(entry, progress)?.passed,
  );
}

/** The next exercise that is not solved, of the same lesson or one that follows; undefined when all of those are. */
export function nextAfter(
  entry: Pick<ExerciseEntry, 'id'>,
  progress: Progress,
): ExerciseEntry | undefined {
  const lesson = lessonOf(entry).id;
  const first = exercises.findIndex((other) => lessonOf(other).id === lesson);
  return exercises
    .slice(first)
    .find((other) => other.id !== entry.id && !practiceOf(other, progress)?.passed);
}

/**
 * Finds an exercise by what a person types: `03.1`, `3.1`, `03-1` or its slug; a lesson's number or slug means the
 * lesson's next unsolved one, and nothing the next of all. When all are solved it is the first again.
 * @throws CourseError unknown_exercise
 */
export function findExercise(typed: string | undefined, progress: Progress): ExerciseEntry {
  if (typed === undefined) return nextExercise(progress) ?? exercises[0];
  const wanted = typed.trim().toLowerCase();
  const named = exercises.find((entry) => namesOf(entry).includes(wanted));
  if (named) return named;
  const lesson = catalog.find(({ id, slug }) => [id, String(Number(id)), slug].includes(wanted));
  const first = exercises.find((entry) => lessonOf(entry).id === lesson?.id);
  if (lesson && first) return nextExercise(progress, lesson.id) ?? first;
  const [guess] = similar(wanted, exercises.flatMap(namesOf));
  throw new CourseError(
    'unknown_exercise',
    lesson ? `Lesson ${lesson.id} has no exercise yet.` : `There is no exercise "${typed}".`,
    `${guess ? `Did you mean ${guess}? ` : ''}See them all: course practice`,
  );
}

/** `03.1`, `3.1`, `03-1`, `3-1`, `notice-a-cut`, `03-1-notice-a-cut` */
function namesOf({ id, slug }: ExerciseEntry): string[] {
  const dashed = id.replace('.', '-');
  return [id, dashed, `${dashed}-${slug}`, id, dashed]
    .flatMap((name) => [name, name.replace(/^0/, '')])
    .concat(slug);
}
