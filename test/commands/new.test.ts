import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../lessons/catalog.ts';
import { runChild } from '../helpers/child.ts';
import { packageRoot, readJsonLines, runCourse, scratchFolder } from '../helpers/course.ts';

const id = String(catalog.length + 1).padStart(2, '0');
const folder = `lessons/${id}-seven-test`;

/** A copy of the course that a test may write to. */
function checkout(): string {
  const copy = scratchFolder();
  for (const name of ['src', 'lessons', 'package.json', '.biome.json', '.gitignore']) {
    cpSync(join(packageRoot, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(packageRoot, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

const make = (root: string, slug: string, ...flags: string[]) =>
  runCourse(['new', slug, ...flags], { packageRoot: root, cwd: root });

const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8');

/** Every file in `lessons/` with its text. */
function lessonsIn(root: string): Record<string, string> {
  const files = readdirSync(join(root, 'lessons'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

// Programs run for real.
describe('A lesson of course new', { timeout: 120_000 }, () => {
  it('passes the whole lint and runs, before anything of it is written', async () => {
    const root = checkout();
    const course = (...args: string[]) =>
      runChild(process.execPath, ['--import', 'tsx', 'src/bin.ts', ...args], { cwd: root });

    expect(await course('new', 'seven-test')).toMatchObject({ exitCode: 0, err: '' });

    const [lint, lesson] = await Promise.all([
      course('lint', id, '--json'),
      course('lesson', id, '--yes', '--latency', 'none'),
    ]);
    for (const rule of readJsonLines(lint.out)) {
      expect(rule).toMatchObject({ passed: true, problems: [] });
    }
    expect(lint.exitCode).toBe(0);
    expect(lesson).toMatchObject({ exitCode: 0 });
    expect(lesson.out).toContain(`Lesson ${id} · Seven test`);
    expect(lesson.out).toContain('It prints (answers are simulated):');
  });

  it('is formatted as the sources are, also with the longest name', async () => {
    const root = checkout();
    expect(await make(root, 'a'.repeat(18))).toMatchObject({ exitCode: 0 });
    const biome = join(packageRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const args = [biome, 'check', '--vcs-enabled=false', 'lessons'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('course new', () => {
  it('lists the lesson and its exercise last, and fills in its names', async () => {
    const root = checkout();
    await make(root, 'seven-test');
    expect(read(root, 'lessons/catalog.ts')).toContain(
      `  { id: '${id}', slug: 'seven-test', load: () => import('./${id}-seven-test/lesson.ts') },\n]`,
    );
    expect(read(root, 'lessons/exercises.ts')).toContain(
      `import('./${id}-seven-test/practice/try-seven-test/exercise.ts'),\n  },\n]`,
    );
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    for (const text of files) expect(text).not.toMatch(/\b(?:NN|SLUG|TITLE)\b/);
    expect(readdirSync(join(root, 'lessons')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('numbers the next lesson by the sources, without a build between', async () => {
    const root = checkout();
    await make(root, 'one-more');
    const { json } = await make(root, 'and-another', '--json');
    const next = String(catalog.length + 2).padStart(2, '0');
    expect(json()).toMatchObject([
      {
        type: 'new_lesson',
        lesson: next,
        slug: 'and-another',
        folder: `lessons/${next}-and-another`,
      },
    ]);
  });

  it('says what it wrote and what to type next', async () => {
    const { out } = await make(checkout(), 'seven-test');
    expect(out).toContain(`${folder}\n    ask.ts  lesson.ts  quiz.ts\n`);
    expect(out).toContain(`npm run dev -- lesson ${id}\n`);
    expect(out).toContain(`npm run dev -- lint ${id}\n`);
  });

  it('breaks no path and no command on a terminal of 60 columns, also with the longest name', async () => {
    const slug = 'a'.repeat(18);
    const { out } = await runCourse(['new', slug], {
      packageRoot: checkout(),
      env: { COLUMNS: '60' },
    });
    expect(out).toContain(`\n    practice/try-${slug}/trials\n`);
    expect(out).toContain(`grep -rn 'To write' lessons/${id}-*\n`);
  });

  it('marks what is left to write where it says that it does', async () => {
    const root = checkout();
    const { out } = await make(root, 'seven-test');
    const [, mark = 'no mark'] = new RegExp(`grep -rn '(.+)' lessons/${id}-`).exec(out) ?? [];
    expect(read(root, `${folder}/lesson.ts`)).toContain(mark);
    expect(read(root, `${folder}/quiz.ts`)).toContain(mark);
  });

  it.each([
    ['a bad name', 'Bad Slug'],
    ['a path', '../x'],
    ['no name', ''],
    ['the name of a lesson', 'first-call'],
  ])('refuses %s and writes nothing', async (_, slug) => {
    const root = checkout();
    const before = lessonsIn(root);
    const { exitCode, out, err } = await make(root, slug);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(`"${slug}"`);
    expect(lessonsIn(root)).toEqual(before);
  });

  it('does not write over a folder that no list names', async () => {
    const root = checkout();
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, 'lesson.ts'), 'mine');
    expect(await make(root, 'seven-test')).toMatchObject({ exitCode: 2 });
    expect(read(root, `${folder}/lesson.ts`)).toBe('mine');
  });

  it('leaves nothing behind when a file cannot be written', async () => {
    const root = checkout();
    const before = lessonsIn(root);
    // With a longer name in place of the four letters it is longer than file names can be.
    writeFileSync(join(root, 'src', 'lesson-template', `${'x'.repeat(245)}-SLUG`), '');
    const { exitCode, err } = await make(root, 'seven-test');
    expect(exitCode).toBe(1);
    expect(err).toContain('The lesson cannot be written (ENAMETOOLONG');
    expect(lessonsIn(root)).toEqual(before);
    expect(readdirSync(join(root, 'lessons'))).toEqual(readdirSync(join(packageRoot, 'lessons')));
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('says so where it may not write', async () => {
    const root = checkout();
    chmodSync(join(root, 'lessons'), 0o555);
    const { exitCode, err } = await make(root, 'seven-test');
    chmodSync(join(root, 'lessons'), 0o755);
    expect(exitCode).toBe(1);
    expect(err).toContain('Nothing was changed.');
  });

  it('needs the sources of the course, and says so', async () => {
    const root = checkout();
    rmSync(join(root, 'src'), { recursive: true });
    const { exitCode, err } = await make(root, 'seven-test');
    expect(exitCode).toBe(1);
    const told = err.replaceAll(/\s+/g, ' ');
    expect(told).toContain(
      'A lesson is written into the sources of the course, and they are not here.',
    );
    expect(told).toContain('Next: Clone the repository of the course');
    expect(await make(root, 'seven-test', '--json').then(({ json }) => json())).toMatchObject([
      { type: 'error', code: 'checkout_required' },
    ]);
  });
});
