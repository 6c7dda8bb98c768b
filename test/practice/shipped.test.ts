import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exercises } from '../../lessons/exercises.ts';
import { languages } from '../../src/practice/exercise.ts';
import { readShipped } from '../../src/practice/shipped.ts';
import { packageRoot } from '../helpers/course.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';

const hostOn = (day: string) => ({
  packageRoot,
  env: { COURSE_NOW: day },
  clock: simulatedClock(),
});

/** Code is shown behind two columns: an indent, or what marks a difference. */
const tooWide = (text: string) => text.split('\n').filter((line) => line.length > 78);

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

  it.each(['2026-11-20', '2027-01-14'])(
    'fit into 80 columns, indented or marked as a difference, on %s',
    async (day) => {
      for (const exercise of exercises) {
        for (const kind of ['start', 'solution'] as const) {
          for (const language of languages) {
            const text = await readShipped(kind, exercise, language, hostOn(day));
            expect(tooWide(text), `${exercise.id} ${kind} ${language}`).toEqual([]);
          }
        }
      }
    },
  );

  it('fit in the lesson that authors begin with too', () => {
    const folder = join(packageRoot, 'src', 'lesson-template', 'practice', 'try-SLUG');
    for (const name of readdirSync(folder).filter((file) => /^(start|solution)/.test(file))) {
      expect(tooWide(readFileSync(join(folder, name), 'utf8')), name).toEqual([]);
    }
  });
});

describe('The code in hints', () => {
  it('fits into 80 columns as well', async () => {
    for (const { id, load } of exercises) {
      const { hints } = (await load()).exercise;
      const code = hints.flatMap((hint) => hint.match(/^```.*?^```/gms) ?? []);
      expect(code.flatMap(tooWide), id).toEqual([]);
    }
  });
});
