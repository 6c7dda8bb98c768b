import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { models } from '../../src/usage/models.ts';
import { runCourse, scratchFolder } from '../helpers/course.ts';

function homeWith(lessons: object): string {
  const home = scratchFolder();
  writeFileSync(join(home, 'progress.json'), JSON.stringify({ version: 1, lessons }));
  return home;
}

const begun = { steps: ['round-trip', 'response', 'of-another-version'], place: 'curl', quiz: {} };
const finished = {
  steps: ['round-trip', 'smallest-call', 'response', 'plain-fetch', 'curl', 'refused', 'keys'],
  place: null,
  quiz: {},
};

describe('course list', () => {
  it.each([
    [{}, 'not begun', 0],
    [{ '01': begun }, '2 of 7 steps', 2],
    [{ '01': finished }, 'done', 7],
  ])('with %j shows "%s"', async (lessons, text, done) => {
    const env = { COURSE_HOME: homeWith(lessons) };
    const { exitCode, out } = await runCourse(['list'], { env });
    expect(exitCode).toBe(0);
    expect(out).toMatch(new RegExp(`^01 +First call +\\d+ +${text}$`, 'm'));
    const { json } = await runCourse(['list', '--json'], { env });
    expect(json()[0]).toStrictEqual({
      type: 'lesson',
      id: '01',
      title: 'First call',
      minutes: expect.any(Number),
      steps: 7,
      done,
    });
  });
});

describe('course models', () => {
  it('lists the registry with prices of the day', async () => {
    const { exitCode, json } = await runCourse(['models', '--json']);
    expect(exitCode).toBe(0);
    expect(json().map(({ id }) => id)).toEqual(models.map(({ id }) => id));
    expect(json().find(({ id }) => id === 'gpt-4o-mini')).toStrictEqual({
      type: 'model',
      id: 'gpt-4o-mini',
      kind: 'text',
      input_usd_per_mtok: 0.15,
      cached_input_usd_per_mtok: 0.075,
      cache_write_usd_per_mtok: expect.toSatisfy((rate) => rate === null || rate === 0.15),
      output_usd_per_mtok: 0.6,
      context_window: 128_000,
      max_output_tokens: 16_384,
      temperature: 'yes',
      reasoning: false,
      shutdown_date: '2027-01-14',
      replacement: 'gpt-6-luna',
    });
  });

  it('shows them as a table, with what will be shut down soon', async () => {
    const { out } = await runCourse(['models'], { env: { COLUMNS: '160' } });
    expect(out).toMatch(
      /^gpt-4o-mini +\$0\.15 +\$0\.075 +\$0\.60 +128,000 +16,384 +yes +2027-01-14$/m,
    );
    expect(out).toContain(
      '- gpt-4o-mini shuts down on 2027-01-14, in 55 days: use gpt-6-luna instead.',
    );
    expect(out).toContain('USD per million tokens');
    expect(out).toContain('with effort none');
    expect(out).toContain('Effort says how much a reasoning model thinks before it answers.');
  });

  it('has neither a temperature nor an answer for embeddings', async () => {
    const { json } = await runCourse(['models', '--json']);
    expect(json().find(({ id }) => id === 'text-embedding-3-small')).toMatchObject({
      kind: 'embedding',
      output_usd_per_mtok: null,
      max_output_tokens: null,
      temperature: '–',
    });
  });

  it('leaves out the least important columns at 80 columns', async () => {
    const { out } = await runCourse(['models'], { env: { COLUMNS: '80' } });
    expect(out).toMatch(/^model +in +out +context +temperature +until$/m);
    expect(out).toMatch(/^gpt-4o-mini +\$0\.15 +\$0\.60 +128,000 +yes +2027-01-14$/m);
  });

  it('is a block of lines a model where no table fits, without what is not known', async () => {
    const { out } = await runCourse(['models'], { env: { COLUMNS: '60' } });
    expect(out).toMatch(/^model: gpt-4o-mini\n.*^longest answer: 16,384$/ms);
    expect(out).not.toMatch(/^until: *$/m);
  });

  it.each([60, 80, 200])('is no wider than %i columns', async (columns) => {
    const { out } = await runCourse(['models'], { env: { COLUMNS: String(columns) } });
    const widths = out.split('\n').map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
  });
});
