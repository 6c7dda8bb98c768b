import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exercises } from '../../lessons/exercises.ts';
import { languages } from '../../src/practice/exercise.ts';
import { readShipped } from '../../src/practice/shipped.ts';
import { exerciseFolder } from '../../src/practice/work-files.ts';
import { packageRoot } from '../helpers/course.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';

const hostOn = (day: string) => ({
  packageRoot,
  env: { COURSE_NOW: day },
  clock: simulatedClock(),
});

describe('Starters and solutions', () => {
  it('name a model that is live, on each day', async () => {
    for (const exercise of exercises) {
      for (const language of languages) {
        const [now, later] = await Promise.all(
          ['2026-11-20', '2027-01-14'].map((day) =>
            readShipped('solution', exercise, language, hostOn(day)),
          ),
        );
        expect(now).toContain('gpt-4o-mini');
        expect(later).toBe(now?.replaceAll('gpt-4o-mini', 'gpt-5.4-mini'));
      }
    }
  });

  it('are no wider than 100 columns', () => {
    for (const exercise of exercises) {
      const folder = exerciseFolder(packageRoot, exercise);
      for (const name of readdirSync(folder).filter((file) => /^(start|solution)/.test(file))) {
        const lines = readFileSync(join(folder, name), 'utf8').split('\n');
        expect(
          lines.filter((line) => line.length > 100),
          `${exercise.id} ${name}`,
        ).toEqual([]);
      }
    }
  });
});
