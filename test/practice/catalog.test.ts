import { describe, expect, it } from 'vitest';
import { catalog } from '../../lessons/catalog.ts';
import { exercises } from '../../lessons/exercises.ts';
import type { Progress } from '../../src/course/progress.ts';
import { findExercise, nextAfter, nextExercise } from '../../src/practice/catalog.ts';
import { solved } from './helpers.ts';

const nothing: Progress = { version: 1, lessons: {} };

describe('The catalog of exercises', () => {
  it('is in order, and every id is that of its file', async () => {
    const ids = exercises.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    for (const { id, slug, load } of exercises) {
      const { exercise } = await load();
      expect({ id: exercise.id, slug: exercise.slug }).toEqual({ id, slug });
    }
  });

  it('has one for each of the first six lessons', () => {
    for (const { id } of catalog.slice(0, 6)) {
      expect(exercises.some((entry) => entry.id === `${id}.1`)).toBe(true);
    }
  });

  it.each(['03.2', '3.2', '03-2', '3-2', 'notice-a-cut', ' Notice-A-Cut ', '03-2-notice-a-cut'])(
    'finds an exercise by %j',
    (typed) => {
      expect(findExercise(typed, nothing).id).toBe('03.2');
    },
  );

  it.each([
    ['03', nothing, '03.1'],
    ['3', solved('03.1'), '03.2'],
    ['streaming', solved('03.1'), '03.2'],
    ['03', solved('03.1', '03.2'), '03.1'],
  ])('takes the lesson %s for its next unsolved exercise', (typed, progress, id) => {
    expect(findExercise(typed, progress).id).toBe(id);
  });

  it('goes on with the next of all when nothing is typed, and begins again when all are solved', () => {
    expect(findExercise(undefined, nothing).id).toBe('01.1');
    expect(findExercise(undefined, solved('01.1', '02.1')).id).toBe('03.1');
    const all = solved(...exercises.map(({ id }) => id));
    expect(findExercise(undefined, all).id).toBe('01.1');
    expect(nextExercise(all)).toBeUndefined();
  });

  it.each([
    ['03.9', /no exercise "03.9"/],
    ['nonsense', /no exercise "nonsense"/],
    ['', /no exercise ""/],
  ])('does not know %j', (typed, message) => {
    const find = () => findExercise(typed, nothing);
    expect(find).toThrow(message);
    expect(find).toThrow(expect.objectContaining({ code: 'unknown_exercise', exitCode: 2 }));
  });

  it('suggests what may have been meant', () => {
    expect(() => findExercise('notice-a-cat', nothing)).toThrow(
      expect.objectContaining({ advice: expect.stringContaining('Did you mean notice-a-cut?') }),
    );
  });

  it.each([
    ['03.1', solved('03.1'), '03.2'],
    ['05.2', solved('05.2'), '05.1'],
    ['03.1', solved('03.1', '03.2'), '04.1'],
    ['03.2', solved('03.1', '03.2', '04.1', '05.1'), '05.2'],
    // Without a terminal it is not noted as solved, and still is no next one.
    ['06.2', solved('06.1'), undefined],
    ['06.2', solved('06.1', '06.2'), undefined],
  ])('goes on after %s with what is not solved, of its lesson or a later one', (id, done, next) => {
    expect(nextAfter({ id }, done)?.id).toBe(next);
  });
});
