import { type CatalogEntry, catalog } from '../../lessons/catalog.ts';
import type { Lesson } from './lesson.ts';
import type { Progress } from './progress.ts';

/** How much of a lesson is done. */
export function stepsDone(lesson: Lesson, progress: Progress): number {
  const done = new Set(progress.lessons[lesson.id]?.steps);
  return lesson.steps.filter(({ id }) => done.has(id)).length;
}

/**
 * The lesson that the learner left half-way, the last one first; else the next with a step that is not done, from the one
 * last worked on, starting again at the first; the first of all when everything is done.
 */
export async function nextLesson(progress: Progress): Promise<CatalogEntry> {
  const lessons = await Promise.all(
    catalog.map(async (entry) => ({ entry, lesson: (await entry.load()).lesson })),
  );
  // Its quiz or an exercise may be all that was tried of a lesson: that is no work on its steps.
  const last = lessons.findIndex(
    ({ lesson }) => lesson.id === progress.last && stepsDone(lesson, progress) > 0,
  );
  const start = Math.max(0, last);
  const open = [...lessons.slice(start), ...lessons.slice(0, start)].filter(
    ({ lesson }) => stepsDone(lesson, progress) < lesson.steps.length,
  );
  const next = open.find(({ lesson }) => keepsPlace(lesson, progress)) ?? open[0];
  return next?.entry ?? catalog[0];
}

function keepsPlace({ id, steps }: Lesson, progress: Progress): boolean {
  const place = progress.lessons[id]?.place;
  return steps.some((step) => step.id === place);
}

/** The lesson that follows in the catalog; undefined after the last. */
export function lessonAfter({ id }: Pick<Lesson, 'id'>): CatalogEntry | undefined {
  const entries: readonly CatalogEntry[] = catalog;
  return entries[entries.findIndex((entry) => entry.id === id) + 1];
}
