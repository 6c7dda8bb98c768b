import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCourse, scratchFolder } from '../helpers/course.ts';

const begun = {
  version: 1,
  lessons: {
    '01': {
      steps: ['round-trip', 'smallest-call'],
      place: 'response',
      quiz: { key: true, post: false },
      review: { post: { stage: 0, due: '2026-11-20' } },
    },
  },
  days: ['2026-11-19', '2026-11-20'],
};

function homeWith(progress: unknown): string {
  const home = scratchFolder();
  writeFileSync(join(home, 'progress.json'), JSON.stringify(progress));
  return home;
}

const stored = (home: string) => JSON.parse(readFileSync(join(home, 'progress.json'), 'utf8'));

describe('course progress', () => {
  it('shows steps, questions and what is to be reviewed', async () => {
    const { out, exitCode } = await runCourse(['progress'], {
      env: { COURSE_HOME: homeWith(begun) },
    });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/01 +First call +2 of 7 +1 of 6 +0 of 1 +1\n/);
    expect(out).toContain('course quiz --review');
    expect(out).not.toContain('XP');
  });

  it('says when the next question is due while none is', async () => {
    const { out } = await runCourse(['progress'], {
      env: { COURSE_HOME: homeWith(begun), COURSE_NOW: '2026-11-19T12:00:00Z' },
    });
    expect(out).toMatch(/01 +First call +2 of 7 +1 of 6 +0 of 1 +1 later\n/);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      '1 question waits to be asked again, from 2026-11-20 on: course quiz --review',
    );
    expect(out).toContain('Go on: course lesson');
  });

  it('shows points and days in a row when asked', async () => {
    const { out } = await runCourse(['progress', '--xp'], {
      env: { COURSE_HOME: homeWith(begun) },
    });
    expect(out).toContain('25 XP · 2 days in a row');
  });

  it('is rows with --json', async () => {
    const env = { COURSE_HOME: homeWith(begun) };
    const rows = (await runCourse(['progress', '--json', '--xp'], { env })).json();
    expect(rows[0]).toMatchObject({
      type: 'progress',
      lesson: '01',
      steps: 7,
      steps_done: 2,
      due: 1,
      due_later: 0,
      next_review: '2026-11-20',
    });
    expect(rows.at(-1)).toEqual({ type: 'points', xp: 25, streak: 2 });
  });
});

describe('course progress export and import', () => {
  it('move progress to another machine and lose nothing there', async () => {
    const cwd = scratchFolder();
    const from = { env: { COURSE_HOME: homeWith(begun) }, cwd };
    expect(await runCourse(['progress', 'export', 'mine.json'], from)).toMatchObject({
      exitCode: 0,
    });
    const other = { steps: ['round-trip', 'keys'], place: 'curl', quiz: { key: false } };
    const home = homeWith({ version: 1, lessons: { '01': other } });
    const { err, exitCode } = await runCourse(['progress', 'import', 'mine.json'], {
      env: { COURSE_HOME: home },
      cwd,
    });
    expect(exitCode).toBe(0);
    expect(err).toContain('Steps added: 1.');
    expect(stored(home).lessons['01']).toMatchObject({
      steps: ['round-trip', 'keys', 'smallest-call'],
      place: 'curl',
      quiz: { key: false, post: false },
    });
  });

  it('go through a pipe', async () => {
    const { out } = await runCourse(['progress', 'export'], {
      env: { COURSE_HOME: homeWith(begun) },
    });
    const home = scratchFolder();
    await runCourse(['progress', 'import', '-'], { env: { COURSE_HOME: home }, input: out });
    expect(stored(home)).toMatchObject(begun);
  });

  it('never overwrite a file', async () => {
    const cwd = scratchFolder();
    writeFileSync(join(cwd, 'mine.json'), 'mine');
    const { exitCode, err } = await runCourse(['progress', 'export', 'mine.json'], { cwd });
    expect(exitCode).toBe(2);
    expect(err).toMatch(/is\s+there\s+already,\s+and\s+is\s+not\s+overwritten/);
    expect(readFileSync(join(cwd, 'mine.json'), 'utf8')).toBe('mine');
  });

  it.each([
    ['is none', '{"a":1}', 'holds no progress of this course'],
    ['is no JSON', 'hello', 'holds no progress of this course'],
    ['is of a newer version', '{"version":2,"lessons":{}}', 'or one of a newer version'],
  ])('refuse a file that %s, and change nothing', async (_, text, problem) => {
    const cwd = scratchFolder();
    writeFileSync(join(cwd, 'other.json'), text);
    const home = homeWith(begun);
    const { exitCode, err } = await runCourse(['progress', 'import', 'other.json'], {
      env: { COURSE_HOME: home },
      cwd,
    });
    expect(exitCode).toBe(2);
    expect(err).toContain(problem);
    expect(stored(home)).toEqual(begun);
  });

  it('say what is missing', async () => {
    const cwd = scratchFolder();
    mkdirSync(join(cwd, 'folder'));
    expect((await runCourse(['progress', 'import'], { cwd })).err).toContain('Say which file');
    const unreadable = await runCourse(['progress', 'import', 'folder'], { cwd });
    expect(unreadable).toMatchObject({ exitCode: 2 });
    expect((await runCourse(['progress', 'exprt'], { cwd })).exitCode).toBe(2);
  });
});
