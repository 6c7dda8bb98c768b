import { type CatalogEntry, catalog } from '../../lessons/catalog.ts';
import type { Lesson } from './lesson.ts';
import type { Progress } from './progress.ts';

/** How much of a lesson is done. */
export function stepsDone(lesson: Lesson, progress: Progress): number {
  const done = new Set(progress.lessons[lesson.id]?.steps);
  return lesson.steps.filter(({ id }) => done.has(id)).length;
}

/** The first lesson with a step that is not done; the first of all when everything is. */
export async function nextLesson(progress: Progress): Promise<CatalogEntry> {
  for (const entry of catalog) {
    const { lesson } = await entry.load();
    if (stepsDone(lesson, progress) < lesson.steps.length) return entry;
  }
  return catalog[0];
}

/** The lesson that follows in the catalog; undefined after the last. */
export function lessonAfter({ id }: Lesson): CatalogEntry | undefined {
  const entries: readonly CatalogEntry[] = catalog;
  return entries[entries.findIndex((entry) => entry.id === id) + 1];
}
