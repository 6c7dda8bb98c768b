import { type CatalogEntry, catalog } from '../../lessons/catalog.ts';
import { CourseError } from '../errors.ts';
import { similar } from '../spelling.ts';
import type { Lesson } from './lesson.ts';

/** Every lesson there is, loaded, in order. */
export function loadLessons(): Promise<Lesson[]> {
  return Promise.all(catalog.map(async ({ load }) => (await load()).lesson));
}

/**
 * Finds a lesson by what a person types: `01`, `1`, `first-call` or `01-first-call`.
 * @throws CourseError unknown_lesson with the nearest id
 */
export function findLesson(typed: string): CatalogEntry {
  const wanted = typed.trim().toLowerCase();
  const found = catalog.find((entry) => namesOf(entry).includes(wanted));
  if (found) return found;
  const [guess] = similar(
    wanted,
    catalog.map(({ slug }) => slug),
  );
  throw new CourseError(
    'unknown_lesson',
    `There is no lesson "${typed}".`,
    `${guess ? `Did you mean ${guess}? ` : ''}See them all: course list`,
  );
}

function namesOf({ id, slug }: CatalogEntry): string[] {
  return [id, String(Number(id)), slug, `${id}-${slug}`];
}
