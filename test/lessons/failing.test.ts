import { describe, expect, it } from 'vitest';
import { catalog } from '../../lessons/catalog.ts';
import { runCourse } from '../helpers/course.ts';

/** Every item of a fail script, on the first requests or on all of them. */
const scripts = [
  ...['ok', '429', '429=1', '429=2*99', '500', '500*99', '503*99', '401', '408*99', '409*99'],
  ...['quota', 'quota*99', 'reset', 'reset*99', 'timeout', 'timeout*99', 'html', 'html*99'],
  ...['cut@0', 'cut@3*99', 'stall@0', 'stall@3*99', 'failed@0', 'failed@3*99'],
];

/** Seconds; a step of lesson 03 has a watchdog of its own, of 0.75, that is to bark first. */
const timeoutOf = (id: string) => (id === '03' ? '0.9' : '0.2');

const lessons = catalog.map(({ id }) => id);
const runs = lessons.flatMap((id) => scripts.map((script) => [id, script] as const));

// Most of the time is waiting: for silence, and for a second try.
describe.concurrent('A lesson in which something goes wrong', { timeout: 60_000 }, () => {
  it.each(runs)('%s with --fail %s ends, and says why', async (id, script) => {
    const flags = ['--fail', script, '--max-retries', '0', '--timeout', timeoutOf(id), '--json'];
    const { exitCode, out, err } = await runCourse(['lesson', id, ...flags]);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const errors = lines.filter(({ type }) => type === 'error');
    expect(lines.at(-1)).toMatchObject({ type: 'summary' });
    expect(errors.map(({ code }) => code)).not.toContain('internal');
    expect(`${out}${err}`).not.toMatch(/^\s+at .+:\d+:\d+/m);
    if (exitCode === 0) expect(errors).toEqual([]);
    else {
      expect(exitCode).toBe(1);
      expect(errors).toHaveLength(1);
      expect(errors[0].message).toMatch(/^[A-Z].{20}/);
      expect(errors[0].advice).toMatch(/\b(?:[Rr]un it again|--[a-z-]+|\.env|https:\/\/|[Cc]heck)/);
    }
  });

  it.each(lessons)('%s goes on after --fail 429=0.01,503,ok', async (id) => {
    const { exitCode, err } = await runCourse(['lesson', id, '--fail', '429=0.01,503,ok']);
    expect(exitCode, err).toBe(0);
  });
});
