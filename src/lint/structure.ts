import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { catalog } from '../../lessons/catalog.ts';
import type { Lesson } from '../course/lesson.ts';
import type { Problem, Rule } from './rule.ts';

export const foldersMatch: Rule = {
  name: 'lessons are numbered without a gap, and each has a folder of its name',
  check: async (lessons, { packageRoot }) => {
    const entries = await readdir(join(packageRoot, 'lessons'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const listed = catalog.map(({ id, slug }) => `${id}-${slug}`);
    return [
      ...catalog.flatMap(({ id }, index) =>
        problemIf(
          Number(id) !== index + 1,
          id,
          'catalog.ts',
          `it is number ${index + 1} in the list`,
        ),
      ),
      ...lessons.flatMap(({ id, slug }) => [
        ...problemIf(
          !listed.includes(`${id}-${slug}`),
          id,
          'catalog.ts',
          `it is not listed as ${id}-${slug}`,
        ),
        ...problemIf(
          !folders.includes(`${id}-${slug}`),
          id,
          'lessons/',
          `there is no folder ${id}-${slug}`,
        ),
      ]),
      ...folders
        .filter((folder) => !listed.includes(folder))
        .map((folder) => ({
          lesson: folder.slice(0, 2),
          where: `lessons/${folder}`,
          what: 'it is not in lessons/catalog.ts',
        })),
    ];
  },
};

export const idsAreUnique: Rule = {
  name: 'steps, questions and exercises have names of their own',
  check: (lessons) =>
    lessons.flatMap((lesson) => [
      ...misnamed(
        lesson,
        'step',
        lesson.steps.map(({ id }) => id),
      ),
      ...misnamed(
        lesson,
        'question',
        lesson.quiz.map(({ id }) => id),
      ),
    ]),
};

function misnamed({ id: lesson }: Lesson, kind: string, names: readonly string[]): Problem[] {
  return names.flatMap((name, index) => [
    ...problemIf(
      names.indexOf(name) !== index,
      lesson,
      `${kind} ${name}`,
      'there are two of that name',
    ),
    ...problemIf(
      !/^[a-z][a-z\d-]*$/.test(name),
      lesson,
      `${kind} ${name}`,
      'use small letters, digits and hyphens',
    ),
  ]);
}

export function problemIf(
  isWrong: boolean,
  lesson: string,
  where: string,
  what: string,
): Problem[] {
  return isWrong ? [{ lesson, where, what }] : [];
}
