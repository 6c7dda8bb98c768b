import { describe, expect, it } from 'vitest';
import { catalog } from '../../lessons/catalog.ts';
import { loadLessons } from '../../src/course/catalog.ts';
import { lessonAfter, nextLesson, stepsDone } from '../../src/course/next-lesson.ts';
import type { Progress } from '../../src/course/progress.ts';

const lessons = await loadLessons();

/** Progress in which all steps of these lessons are done, and these of lesson 01. */
function progressWith(done: readonly string[], steps: readonly string[] = []): Progress {
  const finished = lessons
    .filter(({ id }) => done.includes(id))
    .map(({ id, steps }) => [id, { steps: steps.map((step) => step.id), place: null, quiz: {} }]);
  const begun = steps.length > 0 ? [['01', { steps: [...steps], place: null, quiz: {} }]] : [];
  return { version: 1, lessons: Object.fromEntries([...finished, ...begun]) };
}

const all = catalog.map(({ id }) => id);

describe('The next lesson', () => {
  it('is the first that is not finished', async () => {
    for (const [index, entry] of catalog.entries()) {
      expect(await nextLesson(progressWith(all.slice(0, index)))).toBe(entry);
    }
  });

  it('is one that was skipped', async () => {
    expect(await nextLesson(progressWith(all.slice(1)))).toBe(catalog[0]);
  });

  it('is one that was begun', async () => {
    expect(await nextLesson(progressWith([], ['round-trip']))).toBe(catalog[0]);
  });

  it('is the one last worked on while it has something left, else the one after it', async () => {
    const begun = { ...progressWith([], ['round-trip']), last: '03' };
    expect(await nextLesson(begun)).toBe(catalog[2]);
    expect(await nextLesson({ ...progressWith(['03']), last: '03' })).toBe(catalog[3]);
    const [first, ...others] = all;
    expect(await nextLesson({ ...progressWith(others), last: '06' })).toBe(catalog[0]);
    expect(first).toBe('01');
  });

  it('is the first again when all are finished', async () => {
    expect(await nextLesson(progressWith(all))).toBe(catalog[0]);
  });
});

describe('The lesson after another', () => {
  it('is the one that follows in the catalog, and none after the last', () => {
    expect(lessons.map((lesson) => lessonAfter(lesson)?.id)).toEqual([...all.slice(1), undefined]);
  });
});

describe('The steps done', () => {
  it('are those that the lesson has, each once', () => {
    const [first] = lessons;
    const progress = progressWith([], ['keys', 'keys', 'of-another-version', 'curl']);
    expect(first && stepsDone(first, progress)).toBe(2);
  });

  it('are none of a lesson that was not begun', () => {
    for (const lesson of lessons) expect(stepsDone(lesson, progressWith([]))).toBe(0);
  });
});
