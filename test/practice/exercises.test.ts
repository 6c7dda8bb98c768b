/** Their programs are run by the lint: test/lint. */
import { describe, expect, it } from 'vitest';
import { exercises } from '../../lessons/exercises.ts';

const loaded = await Promise.all(exercises.map(async ({ load }) => (await load()).exercise));

describe.each(loaded.map((exercise) => [exercise.id, exercise] as const))(
  'Exercise %s',
  (_, exercise) => {
    it('names each criterion once', () => {
      const ids = exercise.criteria.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('judges runs that there are', () => {
      const scenarios = exercise.scenarios.map(({ name }) => name);
      for (const { scenario } of exercise.criteria) {
        if (scenario !== undefined) expect(scenarios).toContain(scenario);
      }
    });
  },
);
