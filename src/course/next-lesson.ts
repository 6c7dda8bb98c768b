import { type CatalogEntry, catalog } from '../../lessons/catalog.ts';
import type { Lesson } from './lesson.ts';
import type { Progress } from './progress.ts';

/** How much of a lesson is done. */
export function stepsDone(lesson: Lesson, progress: Progress): number {
  const done = new Set(progress.lessons[lesson.id]?.steps);
  return lesson.steps.filter(({ id }) => done.has(id)).length;
}

/**
 * The lesson that was last worked on while it has a step that is not done, else the next such one after it, starting again
 * at the first; the first of all when everything is done.
 */
export async function nextLesson(progress: Progress): Promise<CatalogEntry> {
  const last = Math.max(
    0,
    catalog.findIndex(({ id }) => id === progress.last),
  );
  for (const entry of [...catalog.slice(last), ...catalog.slice(0, last)]) {
    const { lesson } = await entry.load();
    if (stepsDone(lesson, progress) < lesson.steps.length) return entry;
  }
  return catalog[0];
}

/** The lesson that follows in the catalog; undefined after the last. */
export function lessonAfter({ id }: Pick<Lesson, 'id'>): CatalogEntry | undefined {
  const entries: readonly CatalogEntry[] = catalog;
  return entries[entries.findIndex((entry) => entry.id === id) + 1];
}
