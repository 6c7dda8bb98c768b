import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../lessons/catalog.ts';
import { runCourse, scratchFolder } from '../helpers/course.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';

const menu = (answers: readonly string[], flags: readonly string[] = [], home = scratchFolder()) =>
  runCourse(flags, { answers, env: { COURSE_HOME: home }, clock: simulatedClock() });

describe('The menu', () => {
  it('offers to start, every lesson with its progress, and what else there is', async () => {
    const { exitCode, offered, asked } = await menu([]);
    expect(exitCode).toBe(0);
    expect(asked).toEqual(['What would you like to do?']);
    const [choices = []] = offered;
    expect(choices[0]).toBe('Start with lesson 01');
    expect(choices[1]).toMatch(/^Lesson 01 · First call \(\d+ min, not begun\)$/);
    expect(choices.filter((name) => name.startsWith('Lesson '))).toHaveLength(catalog.length);
    expect(choices.map((name) => /^course ([\w ]+):/.exec(name)?.[1]).filter(Boolean)).toEqual([
      'bench async',
      'bench stream',
      'quiz',
      'practice',
      'progress',
      'list',
      'models',
      'doctor',
      'sandbox',
    ]);
    expect(choices.at(-1)).toBe('Leave');
  });

  it('offers to continue where something was begun', async () => {
    const home = scratchFolder();
    const progress = {
      version: 1,
      lessons: { '01': { steps: ['round-trip'], place: 'response', quiz: {} } },
    };
    writeFileSync(join(home, 'progress.json'), JSON.stringify(progress));
    const { offered, out } = await menu(['Continue with lesson 01', '', 'Leave'], [], home);
    expect(offered[0]?.[1]).toContain('1 of 7 steps');
    expect(out).toContain('You were at step 3');
  });

  it.each([
    ['Start', 'Step 1 of 7'],
    ['course list', 'not begun'],
    ['course bench async', 'of ideal'],
    ['course bench stream', 'streamed'],
    ['course models', 'USD per million tokens'],
    ['course doctor', 'Terminal'],
  ])('runs what is picked: %s', async (picked, shown) => {
    const { exitCode, out } = await menu([picked, 'Leave']);
    expect(exitCode).toBe(0);
    expect(out).toContain(shown);
  });

  it('hands its own flags on to what is picked', async () => {
    const { out, err } = await menu(['course list'], ['--no-color']);
    expect(out).toContain('not begun');
    expect(out + err).not.toContain('\x1b');
  });

  it('may be left', async () => {
    const { exitCode, offered } = await menu(['Leave']);
    expect({ exitCode, questions: offered.length }).toEqual({ exitCode: 0, questions: 1 });
  });

  it('is the help where nobody can be asked', async () => {
    const { exitCode, out } = await runCourse([]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^Usage: course/);
  });
});
