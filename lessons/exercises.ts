import type { Exercise } from '../src/practice/exercise.ts';

/** The exercises in order, one line each. An exercise is loaded when it is needed. */
export const exercises = [
  {
    id: '01.1',
    slug: 'print-the-text',
    load: () => import('./01-first-call/practice/print-the-text/exercise.ts'),
  },
  {
    id: '02.1',
    slug: 'two-personas',
    load: () => import('./02-instructions/practice/two-personas/exercise.ts'),
  },
  {
    id: '03.1',
    slug: 'show-as-it-arrives',
    load: () => import('./03-streaming/practice/show-as-it-arrives/exercise.ts'),
  },
  {
    id: '03.2',
    slug: 'notice-a-cut',
    load: () => import('./03-streaming/practice/notice-a-cut/exercise.ts'),
  },
  {
    id: '04.1',
    slug: 'three-at-a-time',
    load: () => import('./04-async/practice/three-at-a-time/exercise.ts'),
  },
  {
    id: '05.1',
    slug: 'survive',
    load: () => import('./05-errors/practice/survive/exercise.ts'),
  },
  {
    id: '05.2',
    slug: 'know-when-to-stop',
    load: () => import('./05-errors/practice/know-when-to-stop/exercise.ts'),
  },
  {
    id: '06.1',
    slug: 'keep-the-bill',
    load: () => import('./06-tokens/practice/keep-the-bill/exercise.ts'),
  },
  {
    id: '06.2',
    slug: 'notice-the-end',
    load: () => import('./06-tokens/practice/notice-the-end/exercise.ts'),
  },
] as const satisfies readonly ExerciseEntry[];

export interface ExerciseEntry {
  /** The lesson's id and the place in it. */
  readonly id: string;
  readonly slug: string;
  readonly load: () => Promise<{ readonly exercise: Exercise }>;
}
