import type { NewLesson } from './new-lesson.ts';

/**
 * The lists of lessons and exercises as they stand in their files. They are read as text, since a build of the course
 * may be older than its sources.
 */
export interface Lists {
  /** The text of `lessons/catalog.ts`. */
  readonly catalog: string;
  /** The text of `lessons/exercises.ts`. */
  readonly exercises: string;
}

/** The slugs in a list, in order. */
export function slugsIn(list: string): string[] {
  return [...list.matchAll(/\bslug: '([^']+)'/g)].map(([, slug = '']) => slug);
}

/** The lists with the entries of a new lesson and its exercise, each at the end of its list. */
export function withLesson(lists: Lists, { id, slug, exercise }: NewLesson): Lists {
  const folder = `./${id}-${slug}`;
  return {
    catalog: withEntry(
      lists.catalog,
      `  { id: '${id}', slug: '${slug}', load: () => import('${folder}/lesson.ts') },`,
    ),
    exercises: withEntry(
      lists.exercises,
      `  {
    id: '${id}.1',
    slug: '${exercise}',
    load: () => import('${folder}/practice/${exercise}/exercise.ts'),
  },`,
    ),
  };
}

function withEntry(list: string, entry: string): string {
  const end = list.search(/^\] as const/m);
  if (end === -1) throw new Error('The list has no end of the form "] as const".');
  return `${list.slice(0, end)}${entry}\n${list.slice(end)}`;
}
