import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sandboxTarget } from '../config.ts';
import { demoInputs } from '../course/demo-inputs.ts';
import { DemoRunner } from '../course/demo-runner.ts';
import { type DemoSource, readDemoSource } from '../course/demo-source.ts';
import type { DemoDeclaration, Lesson } from '../course/lesson.ts';
import { lessonFolder } from '../course/lesson-run.ts';
import { planDemo, type RequestSettings } from '../course/plan.ts';
import { CourseError } from '../errors.ts';
import { openProvider } from '../provider.ts';
import { parseFailScript } from '../sandbox/faults.ts';
import { loadPrices } from '../usage/prices.ts';
import { modelForRole } from '../usage/roles.ts';
import type { LintSetup, Problem, Rule } from './rule.ts';

/** Columns that a line of a demo may have: terminals have 80, and two are indentation; some lines need a little more. */
const widestLine = 90;

interface DemoFile {
  readonly lesson: Lesson;
  readonly demo: DemoDeclaration;
  /** As in the folder of the lesson: `call.ts`. */
  readonly file: string;
  readonly source: DemoSource;
}

export const linesFit: Rule = {
  name: `no line of a demo is wider than ${widestLine} columns`,
  check: async (lessons, setup) =>
    (await demosOf(lessons, setup)).flatMap(({ lesson, file, source }) =>
      `${source.setup}\n${source.body}`
        .split('\n')
        .filter((line) => line.length > widestLine)
        .map((line) => ({ lesson: lesson.id, where: file, what: `too wide: ${line.trim()}` })),
    ),
};

export const demosTypeCheck: Rule = {
  name: 'each demo is a program that TypeScript accepts, as it is shown',
  isSlow: true,
  check: async (lessons, setup) => {
    const compiler = join(setup.packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
    await access(compiler).catch(() => {
      throw new CourseError(
        'not_supported',
        'The TypeScript compiler is not installed here.',
        'Run npm install in a checkout of the course.',
      );
    });
    const folder = await mkdtemp(join(tmpdir(), 'course-lint-'));
    try {
      return await typeCheck(await demosOf(lessons, setup), { folder, compiler, ...setup });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function typeCheck(
  demos: readonly DemoFile[],
  { folder, compiler, packageRoot }: { folder: string; compiler: string; packageRoot: string },
): Promise<Problem[]> {
  await symlink(join(packageRoot, 'node_modules'), join(folder, 'node_modules'));
  const compilerOptions = {
    ...{ target: 'es2023', module: 'nodenext', strict: true, noEmit: true },
    ...{ types: ['node'], skipLibCheck: true },
  };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['*.mts'] }),
  );
  const nameOf = ({ lesson, file }: DemoFile) => `${lesson.id}-${basename(file, '.ts')}.mts`;
  for (const demo of demos) {
    await writeFile(join(folder, nameOf(demo)), `${demo.source.setup}\n\n${demo.source.body}\n`);
  }
  const complaints = await outputOf(compiler, ['--project', folder]);
  return demos.flatMap((demo) =>
    complaints
      .split('\n')
      .filter((line) => line.includes(`${nameOf(demo)}(`))
      .map((what) => ({ lesson: demo.lesson.id, where: demo.file, what })),
  );
}

async function outputOf(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    text += piece;
  });
  await once(child, 'close');
  return text;
}

export const demosRun: Rule = {
  name: 'each demo runs offline',
  isSlow: true,
  check: async (lessons, setup) => {
    const problems: Problem[] = [];
    for (const { lesson, demo, file } of await demosOf(lessons, setup)) {
      const what = await failureOf({ ...demo, file }, lesson, setup);
      if (what !== null) problems.push({ lesson: lesson.id, where: file, what });
    }
    return problems;
  },
};

const untouched: RequestSettings = {
  ...{
    prompt: null,
    variants: [{}],
    maxOutputTokens: null,
    samples: null,
    stream: true,
    model: null,
  },
};

/** Why a demo does not work on the sandbox; null when it does. */
async function failureOf(
  demo: DemoDeclaration,
  lesson: Lesson,
  { clock, today, env, signal }: LintSetup,
): Promise<string | null> {
  const openSandbox = (script?: string) => {
    const faults = script === undefined ? [] : parseFailScript(script);
    const context = { clock, env, fetch: unreachable };
    return openProvider(context, sandboxTarget, { latency: 'none', rpm: null, tpm: null, faults });
  };
  const runner = new DemoRunner({
    setup: { clock, today, timeoutMs: 30_000, maxRetries: 2, spending: null, signal },
    openProvider: () => openSandbox(),
    openSandbox,
    onEvent: () => {},
  });
  const circumstances = { today, isSimulated: true, hasRegistryModels: true };
  const plans = planDemo(demo, lesson.question, untouched, circumstances);
  const { failure } = await runner.perform(plans.slice(0, 1), 1);
  return failure?.message ?? null;
}

const unreachable: typeof fetch = async () => {
  throw new TypeError('A demo reached for the network.');
};

/** Every demo file of these lessons, those that stand in for streams too. */
async function demosOf(lessons: readonly Lesson[], setup: LintSetup): Promise<DemoFile[]> {
  const prices = await loadPrices();
  const files = lessons.flatMap((lesson) =>
    lesson.steps.flatMap(({ demo }) =>
      [demo, demo?.unstreamed].flatMap((declared) =>
        demo && declared ? [{ lesson, demo: { ...demo, ...declared }, file: declared.file }] : [],
      ),
    ),
  );
  return Promise.all(
    files.map(async ({ lesson, demo, file }) => {
      const model = modelForRole(demo.role, setup.today).model.id;
      const inputs = demoInputs({ model, question: lesson.question }, prices, setup.today);
      const source = await readDemoSource(lessonFolder(setup.packageRoot, lesson), file, inputs);
      return { lesson, demo, file, source };
    }),
  );
}
