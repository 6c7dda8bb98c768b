import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../../lessons/catalog.ts';
import { findLesson, loadLessons } from '../../src/course/catalog.ts';
import { type DemoInputs, demoInputs } from '../../src/course/demo-inputs.ts';
import { type DemoSource, readDemoSource } from '../../src/course/demo-source.ts';
import type { Demo, Lesson } from '../../src/course/lesson.ts';
import { lessonFolder } from '../../src/course/lesson-run.ts';
import { minutesOf } from '../../src/course/minutes.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { serve } from '../../src/sandbox/server.ts';
import { renderCode } from '../../src/terminal/code.ts';
import { loadPrices } from '../../src/usage/prices.ts';
import { modelForRole, type RoleName } from '../../src/usage/roles.ts';
import { runChild } from '../helpers/child.ts';
import { packageRoot, runCourse } from '../helpers/course.ts';
import { projectFolder } from '../helpers/program.ts';
import { noon, simulatedClock, testSandbox } from '../sandbox/sandbox-under-test.ts';
import { plain } from '../terminal/capture.ts';

const lessons = await loadLessons();
const byName = lessons.map((lesson) => [`${lesson.id}-${lesson.slug}`, lesson] as const);
const today = new Date(noon);
const awkward = `It's "5" \\ \`x\` \${y} </script>\n\u2028 é 🙂`;

interface DemoFile {
  readonly name: string;
  readonly path: string;
  readonly run: Demo;
  readonly fail: string | undefined;
  readonly source: (question: string) => Promise<DemoSource>;
}

/** Every demo file of a lesson, those that stand in for streams too. */
async function demosOf(lesson: Lesson): Promise<DemoFile[]> {
  const prices = await loadPrices();
  const folder = lessonFolder(packageRoot, lesson);
  const inputsOf = (role: RoleName, question: string): DemoInputs =>
    demoInputs({ model: modelForRole(role, today).model.id, question }, prices, today);
  return lesson.steps.flatMap(({ demo }) =>
    [demo, demo?.unstreamed].flatMap((declared) =>
      declared && demo
        ? [
            {
              name: `${basename(folder)}/${declared.file}`,
              path: join(folder, declared.file),
              run: declared.run,
              fail: demo.onSandbox?.fail,
              source: (question: string) =>
                readDemoSource(folder, declared.file, inputsOf(demo.role, question)),
            },
          ]
        : [],
    ),
  );
}

const demos = (await Promise.all(lessons.map(demosOf))).flat();
const demosByName = demos.map((demo) => [demo.name, demo] as const);
/** Code between fences in the markdown of a lesson, whose backticks are escaped. */
const fencedCode = /\\`\\`\\`\w+\n(.*?)\n\\`\\`\\`/gs;
const programOf = ({ setup, body }: DemoSource) => `${setup}\n\n${body}\n`;

describe('The catalog', () => {
  it('lists each folder of lessons once, in order', () => {
    const folders = readdirSync(join(packageRoot, 'lessons'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(catalog.map(({ id, slug }) => `${id}-${slug}`)).toEqual(folders.sort());
  });

  it.each(catalog.map((entry) => [entry.id, entry] as const))(
    'finds lesson %s by each of its names',
    (id, entry) => {
      const names = [
        id,
        String(Number(id)),
        entry.slug,
        `${id}-${entry.slug}`,
        ` ${entry.slug.toUpperCase()} `,
      ];
      for (const name of names) expect(findLesson(name)).toBe(entry);
    },
  );
});

describe.each(byName)('Lesson %s', (name, lesson) => {
  it('is what the catalog says it is', () => {
    expect(findLesson(name)).toMatchObject({ id: lesson.id, slug: lesson.slug });
    expect(lesson.id).toMatch(/^\d\d$/);
  });

  it('has goals, steps, a recap and a sensible length', () => {
    expect(lesson.goals.length).toBeGreaterThan(0);
    expect(lesson.steps.length).toBeGreaterThan(2);
    expect(lesson.recap.length).toBeGreaterThan(2);
    expect(minutesOf(lesson)).toBeGreaterThan(2);
    expect(minutesOf(lesson)).toBeLessThan(30);
  });

  it('tells of streams how to do without them', () => {
    for (const { demo } of lesson.steps) {
      const text = demo && readFileSync(join(lessonFolder(packageRoot, lesson), demo.file), 'utf8');
      if (text?.includes('stream: true')) expect(demo?.unstreamed, demo?.file).toBeDefined();
    }
  });

  it('shows no line of code that a terminal of 80 columns would break', async () => {
    const folder = lessonFolder(packageRoot, lesson);
    const demoCode = await Promise.all(
      (await demosOf(lesson)).map(({ source }) => source(lesson.question)),
    );
    const fenced = readFileSync(join(folder, 'lesson.ts'), 'utf8').matchAll(fencedCode);
    const shown = [...demoCode.map(programOf), ...[...fenced].map(([, code = '']) => code)];
    const lines = shown.flatMap((source) => renderCode(source, { ...plain(80), language: 'ts' }));
    expect(lines.filter((line) => stringWidth(line) > 78)).toEqual([]);
  });

  it('runs offline from end to end', async () => {
    const { exitCode, err } = await runCourse(['lesson', lesson.id], { clock: simulatedClock() });
    expect(exitCode, err).toBe(0);
  });
});

describe('What is shown of a demo', () => {
  it.each(demosByName)('%s is its file, line for line', async (_, { path, source }) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    const begin = lines.findIndex((line) => line.startsWith('export async function '));
    const open = lines.findIndex((line, index) => index >= begin && line.endsWith(') {'));
    const end = lines.indexOf('}', open);
    const { body } = await source('Why?');
    expect(body.split('\n')).toEqual(
      lines.slice(open + 1, end).map((line) => line.replace(/^ {2}/, '')),
    );
  });

  it.each(demosByName)(
    '%s is what runs, the one thing its file exports',
    async (_, { path, run }) => {
      expect(Object.keys(await import(path))).toEqual([run.name]);
    },
  );

  it('has no model id and no price written into it', () => {
    for (const { path } of demos)
      expect(readFileSync(path, 'utf8'), path).not.toMatch(/gpt-\d|\$\d/);
  });
});

describe('A demo as a program of its own', { timeout: 60_000 }, () => {
  const folder = projectFolder();

  beforeAll(async () => {
    for (const { name, source } of demos) {
      writeFileSync(join(folder, `${fileName(name)}.mts`), programOf(await source(awkward)));
    }
    expect(compile(folder)).toBe('');
  }, 60_000);

  it.each(demosByName)('%s runs', async (name, { fail }) => {
    const faults = fail === undefined ? [] : parseFailScript(fail);
    const server = await serve(await testSandbox({ faults }), { port: 0 });
    try {
      const env = { OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: server.url };
      const program = [`${fileName(name)}.mjs`];
      const { exitCode, out, err } = await runChild(process.execPath, program, {
        cwd: folder,
        env,
      });
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
      expect(out.trim()).not.toBe('');
    } finally {
      await server.close();
    }
  });
});

const fileName = (demo: string) => demo.replace('/', '-').replace(/\.ts$/, '');

/** Compiles what is in a folder, as a learner's own project would; gives what the compiler complains of. */
function compile(folder: string): string {
  const compilerOptions = {
    ...{ target: 'es2023', module: 'nodenext', strict: true, types: ['node'] },
    skipLibCheck: true,
  };
  const tsconfig = JSON.stringify({ compilerOptions, include: ['*.mts'] });
  writeFileSync(join(folder, 'tsconfig.json'), tsconfig);
  const tsc = join(packageRoot, 'node_modules', '.bin', 'tsc');
  return spawnSync(tsc, ['--project', folder], { encoding: 'utf8' }).stdout;
}

describe('A lesson’s folder', () => {
  it('is in the package', () => {
    const { files } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    expect(files).toContain('lessons');
    for (const lesson of lessons) expect(existsSync(lessonFolder(packageRoot, lesson))).toBe(true);
  });
});
