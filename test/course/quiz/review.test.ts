import { describe, expect, it } from 'vitest';
import { isDue, type Repetition, repeated } from '../../../src/course/quiz/review.ts';

const day = (date: string) => new Date(`${date}T18:00:00Z`);

describe('A question that was missed', () => {
  it('comes back after 1, 3, 7 and 21 days, and is known then', () => {
    const dues: string[] = [];
    let repetition: Repetition | null = repeated(undefined, false, day('2026-11-20'));
    while (repetition) {
      dues.push(repetition.due);
      repetition = repeated(repetition, true, day(repetition.due));
    }
    expect(dues).toEqual(['2026-11-21', '2026-11-24', '2026-12-01', '2026-12-22']);
  });

  it('starts over when it is missed again', () => {
    const third = { stage: 2, due: '2026-12-01' };
    expect(repeated(third, false, day('2026-12-01'))).toEqual({ stage: 0, due: '2026-12-02' });
  });

  it('stays where it is when it is answered before its day', () => {
    const waiting = { stage: 1, due: '2026-11-24' };
    expect(repeated(waiting, true, day('2026-11-23'))).toBe(waiting);
  });

  it('is due from its day on', () => {
    const waiting = { stage: 0, due: '2026-11-21' };
    expect(isDue(waiting, day('2026-11-20'))).toBe(false);
    expect(isDue(waiting, day('2026-11-21'))).toBe(true);
    expect(isDue(waiting, day('2027-01-01'))).toBe(true);
  });
});

it('a question that was never missed is not repeated', () => {
  expect(repeated(undefined, true, day('2026-11-20'))).toBeNull();
});
