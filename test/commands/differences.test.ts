import { describe, expect, it } from 'vitest';
import { differences } from '../../src/sandbox/differences.ts';
import { runCourse } from '../helpers/course.ts';

const listed = (options: Parameters<typeof runCourse>[1] = {}) =>
  runCourse(['sandbox', '--differences'], options);

describe('course sandbox --differences', () => {
  it.each([60, 80, 160])('lists them in %i columns, and listens nowhere', async (columns) => {
    const { exitCode, out, err } = await listed({ env: { COLUMNS: String(columns) } });
    expect(exitCode).toBe(0);
    expect(err).toBe('');
    const lines = out.split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
    expect(out.split(/\s+/).join(' ')).toContain('x-course-sandbox: simulated');
  });

  it('gives one object for each as JSON, with the names of what is left out', async () => {
    const { exitCode, out } = await runCourse(['sandbox', '--differences', '--json']);
    expect(exitCode).toBe(0);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toEqual(differences.map((row) => ({ omits: {}, ...row, type: 'difference' })));
    expect(rows).toContainEqual({
      type: 'difference',
      area: 'endpoints',
      sandbox: 'Not offered: 404, as for any path that the API does not know',
      api: 'A fine-tuned model can be deleted',
      omits: { endpoints: ['DELETE /v1/models/{model}'] },
    });
  });
});
