import { describe, expect, it } from 'vitest';
import { catalog } from '../../lessons/catalog.ts';
import { loadLessons } from '../../src/course/catalog.ts';
import { lessonAfter, nextLesson, stepsDone } from '../../src/course/next-lesson.ts';
import type { Progress } from '../../src/course/progress.ts';

const lessons = await loadLessons();

/** Of a lesson whose first steps are done. @param place id of the step to go on at; null when none is kept */
function leftAfter(count: number, id: string, place: string | null = null) {
  const steps = lessons.find((lesson) => lesson.id === id)?.steps ?? [];
  return { steps: steps.slice(0, count).map((step) => step.id), place, quiz: {} };
}

const answered = { steps: [], place: null, quiz: { key: true } };

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
    const begun = { '01': leftAfter(1, '01'), '03': leftAfter(1, '03') };
    expect(await nextLesson({ version: 1, lessons: begun, last: '03' })).toBe(catalog[2]);
    expect(await nextLesson({ ...progressWith(['03']), last: '03' })).toBe(catalog[3]);
    const [first, ...others] = all;
    expect(await nextLesson({ ...progressWith(others), last: '06' })).toBe(catalog[0]);
    expect(first).toBe('01');
  });

  it('is the one left half-way, whatever was answered or tried of another since', async () => {
    const left = { '02': leftAfter(4, '02', 'top-p'), '03': answered };
    expect(await nextLesson({ version: 1, lessons: left, last: '03' })).toBe(catalog[1]);
  });

  it('is of two left half-way the last', async () => {
    const left = { '02': leftAfter(4, '02', 'top-p'), '04': leftAfter(1, '04', 'one-by-one') };
    expect(await nextLesson({ version: 1, lessons: left, last: '04' })).toBe(catalog[3]);
    expect(await nextLesson({ version: 1, lessons: left, last: '02' })).toBe(catalog[1]);
  });

  it('is the first while questions of another are all that was answered', async () => {
    const lessonsTried = { '03': answered };
    expect(await nextLesson({ version: 1, lessons: lessonsTried, last: '03' })).toBe(catalog[0]);
  });

  it('is not one that is read again', async () => {
    const again = { ...progressWith(['01']).lessons, '02': leftAfter(2, '02') };
    const first = { ...leftAfter(99, '01'), place: 'response' };
    const progress = { version: 1 as const, lessons: { ...again, '01': first }, last: '01' };
    expect(await nextLesson(progress)).toBe(catalog[1]);
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
