import { describe, expect, it } from 'vitest';
import { mergeProgress } from '../../src/course/merge-progress.ts';
import type { Progress } from '../../src/course/progress.ts';

const ours: Progress = {
  version: 1,
  lessons: {
    '01': {
      ...{ steps: ['a', 'b'], place: 'c', quiz: { one: true }, note: 'mine' },
      practice: { print: { passed: true, hints: 1 }, other: { passed: false, hints: 0 } },
    },
    '02': { steps: [], place: null, quiz: {} },
  },
  days: ['2026-11-20'],
};
const theirs: Progress = {
  version: 1,
  lessons: {
    '01': {
      ...{ steps: ['b', 'd'], place: 'e', quiz: { one: false, two: true } },
      practice: { print: { passed: false, hints: 3 }, more: { passed: true, hints: 0 } },
    },
    '02': { steps: ['x'], place: 'y', quiz: {} },
    '09': { steps: ['later'], place: null, quiz: {} },
  },
  days: ['2026-11-19', '2026-11-20'],
  extra: 1,
};

describe('Progress of two machines', () => {
  it('is everything done on either, and where they disagree, what is here', () => {
    expect(mergeProgress(ours, theirs)).toEqual({
      version: 1,
      extra: 1,
      days: ['2026-11-19', '2026-11-20'],
      lessons: {
        '01': {
          steps: ['a', 'b', 'd'],
          place: 'c',
          quiz: { one: true, two: true },
          review: {},
          practice: {
            print: { passed: true, hints: 3 },
            other: { passed: false, hints: 0 },
            more: { passed: true, hints: 0 },
          },
          note: 'mine',
        },
        '02': { steps: ['x'], place: 'y', quiz: {}, review: {}, practice: {} },
        '09': { steps: ['later'], place: null, quiz: {}, review: {}, practice: {} },
      },
    });
  });

  it('is the same when it is merged once more', () => {
    const merged = mergeProgress(ours, theirs);
    expect(mergeProgress(merged, theirs)).toEqual(merged);
  });
});
