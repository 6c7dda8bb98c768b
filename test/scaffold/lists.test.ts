import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog as lessons } from '../../lessons/catalog.ts';
import { exercises } from '../../lessons/exercises.ts';
import { type Lists, slugsIn, withLesson } from '../../src/scaffold/lists.ts';
import { packageRoot } from '../helpers/course.ts';

const read = (file: string) => readFileSync(join(packageRoot, 'lessons', file), 'utf8');
const lists: Lists = { catalog: read('catalog.ts'), exercises: read('exercises.ts') };
const lesson = { id: '42', slug: 'answers', title: 'Answers', exercise: 'try-answers' };
const slugs = (listed: readonly { readonly slug: string }[]) => listed.map(({ slug }) => slug);

describe('The lists, read as text,', () => {
  it('name what the course loads', () => {
    expect(slugsIn(lists.catalog)).toEqual(slugs(lessons));
    expect(slugsIn(lists.exercises)).toEqual(slugs(exercises));
  });

  it('get a new lesson and its exercise at their ends, and nothing else changes', () => {
    const { catalog, exercises: practice } = withLesson(lists, lesson);
    expect(slugsIn(catalog)).toEqual([...slugs(lessons), 'answers']);
    expect(slugsIn(practice)).toEqual([...slugs(exercises), 'try-answers']);
    const added = (before: string, after: string) =>
      after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(added(lists.catalog, catalog)).toEqual([
      "  { id: '42', slug: 'answers', load: () => import('./42-answers/lesson.ts') },",
    ]);
    expect(added(lists.exercises, practice)).toEqual([
      "    id: '42.1',",
      "    slug: 'try-answers',",
      "    load: () => import('./42-answers/practice/try-answers/exercise.ts'),",
    ]);
  });

  it('take nothing when they have another form', () => {
    expect(() => withLesson({ ...lists, catalog: 'export const catalog = [];\n' }, lesson)).toThrow(
      'The list has no end',
    );
  });
});
