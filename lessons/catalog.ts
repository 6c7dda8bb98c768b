import type { Lesson } from '../src/course/lesson.ts';

/** The lessons in order, one line each. A lesson is loaded when it is needed. */
export const catalog = [
  { id: '01', slug: 'first-call', load: () => import('./01-first-call/lesson.ts') },
  { id: '02', slug: 'instructions', load: () => import('./02-instructions/lesson.ts') },
  { id: '03', slug: 'streaming', load: () => import('./03-streaming/lesson.ts') },
  { id: '04', slug: 'async', load: () => import('./04-async/lesson.ts') },
  { id: '05', slug: 'errors', load: () => import('./05-errors/lesson.ts') },
  { id: '06', slug: 'tokens', load: () => import('./06-tokens/lesson.ts') },
] as const satisfies readonly CatalogEntry[];

export interface CatalogEntry {
  readonly id: string;
  readonly slug: string;
  readonly load: () => Promise<{ readonly lesson: Lesson }>;
}
