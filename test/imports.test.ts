import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from './helpers/course.ts';

interface Import {
  /** The file that imports, such as `src/course/lesson.ts`. */
  readonly from: string;
  /** What it imports: a file of ours, in the same form, or a package. */
  readonly what: string;
  readonly isTypeOnly: boolean;
}

const files = ['src', 'lessons'].flatMap((folder) =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);
const sourceOf = (file: string) => readFileSync(join(packageRoot, file), 'utf8');

function importsOf(from: string): Import[] {
  const source = sourceOf(from);
  const statements = source.matchAll(/^(?:import|export)\s([^;]*?)\bfrom '([^']+)';/gms);
  const bare = source.matchAll(/^import '([^']+)';/gm);
  const dynamic = source.matchAll(/(typeof )?\bimport\('([^']+)'\)/g);
  return [
    ...[...statements].map(([, names = '', what = '']) => ({
      what,
      isTypeOnly: names.startsWith('type ') || onlyTypes(names),
    })),
    ...[...bare].map(([, what = '']) => ({ what, isTypeOnly: false })),
    ...[...dynamic].map(([, type, what = '']) => ({ what, isTypeOnly: type !== undefined })),
  ].map(({ what, isTypeOnly }) => ({ from, what: resolved(from, what), isTypeOnly }));
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const [, inside] = /^\{(.*)\}\s*$/s.exec(names) ?? [];
  const parts = (inside ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 0 && parts.every((part) => part.startsWith('type '));
}

function resolved(from: string, what: string): string {
  if (!what.startsWith('.')) return what;
  return relative(packageRoot, join(packageRoot, dirname(from), what));
}

const imports = files.flatMap(importsOf);
const told = ({ from, what }: Import) => `${from} imports ${what}`;
const within =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** Those of the imports of these folders that go where they must not. */
function strays(
  from: (path: string) => boolean,
  isAllowed: (imported: Import) => boolean,
): string[] {
  const looked = imports.filter((imported) => from(imported.from));
  expect(looked.length).toBeGreaterThan(0);
  return looked.filter((imported) => !isAllowed(imported)).map(told);
}

const engines = within(
  'src/course',
  'src/compare',
  'src/bench',
  'src/practice',
  'src/client',
  'src/usage',
  'src/sandbox',
  'src/doctor',
  'src/scaffold',
);
const terminal = within('src/terminal');
const isOurs = (path: string) => within('src', 'lessons')(path);

describe('Imports', () => {
  it('are found', () => {
    expect(imports).toContainEqual({
      from: 'src/course/run-demo.ts',
      what: 'src/client/index.ts',
      isTypeOnly: false,
    });
    expect(imports).toContainEqual({
      from: 'lessons/01-first-call/call.ts',
      what: 'openai',
      isTypeOnly: true,
    });
    expect(imports).toContainEqual({
      from: 'src/terminal/prompts.ts',
      what: 'src/terminal/rich-prompts.ts',
      isTypeOnly: false,
    });
  });

  it('lead to files that exist', () => {
    const missing = imports.filter(({ what }) => isOurs(what) && !files.includes(what));
    expect(missing.map(told)).toEqual([]);
  });

  it('of commands come from the program alone', () => {
    const callers = imports.filter(
      ({ from, what }) => within('src/commands')(what) && !within('src/commands')(from),
    );
    const allowed = within('src/program.ts', 'src/main.ts');
    expect(callers.filter(({ from }) => !allowed(from)).map(told)).toEqual([]);
  });

  it('of engines lead to engines, never to commands or the terminal', () => {
    expect(
      strays(
        engines,
        ({ what }) =>
          !within('src/commands', 'src/program.ts', 'src/main.ts')(what) && !terminal(what),
      ),
    ).toEqual([]);
  });

  it('of chalk, ora and inquirer are the terminal’s', () => {
    const drawing = (what: string) =>
      ['chalk', 'ora', 'wrap-ansi', 'string-width', 'strip-ansi', 'marked'].includes(what) ||
      what.startsWith('@inquirer/');
    expect(imports.filter(({ from, what }) => drawing(what) && !terminal(from)).map(told)).toEqual(
      [],
    );
  });

  it('of the terminal come from commands, and from bin.ts for the prompts, main.ts for the width of help', () => {
    const callers = imports.filter(({ from, what }) => terminal(what) && !terminal(from));
    expect(
      callers
        .filter(({ from }) => !within('src/commands', 'src/bin.ts', 'src/main.ts')(from))
        .map(told),
    ).toEqual([]);
  });

  it('of the terminal are types where they come from an engine that does something', () => {
    // Values and pure functions of these: what a call cost, how texts differ, what is in the middle.
    const plainData = within(
      'src/bench/statistics.ts',
      'src/usage/cost.ts',
      'src/compare/sample.ts',
      'src/compare/similarity.ts',
      'src/compare/variant.ts',
      'src/course/totals.ts',
    );
    expect(
      strays(terminal, ({ what, isTypeOnly }) => !engines(what) || isTypeOnly || plainData(what)),
    ).toEqual([]);
  });

  it('of the sandbox know nothing of lessons, course, client and terminal', () => {
    const known = within(
      'src/sandbox',
      'src/usage',
      'src/errors.ts',
      'src/context.ts',
      'src/spelling.ts',
    );
    expect(strays(within('src/sandbox'), ({ what }) => !isOurs(what) || known(what))).toEqual([]);
  });

  /** Packages that lessons teach: a learner installs them for programs of their own. */
  const taught = ['openai', 'gpt-tokenizer', 'p-limit', 'zod'];

  const isList = within('lessons/catalog.ts', 'lessons/exercises.ts');
  const isExercise = (file: string) =>
    /^lessons\/[\w-]+\/practice\/[\w-]+\/exercise\.ts$/.test(file);

  it('of lessons are packages that they teach, types of the engines, facts of models and prices, and files of their own', () => {
    expect(
      strays(within('lessons'), ({ from, what, isTypeOnly }) => {
        if (!isOurs(what)) return what.startsWith('node:') || taught.includes(what);
        if (within('src/usage')(what)) return true;
        if (isExercise(from) && within('src/practice/criteria')(what)) return true;
        if (within('src')(what)) {
          return isTypeOnly && within('src/course', 'src/client', 'src/practice')(what);
        }
        return isList(from) || ['lessons', dirname(from)].includes(dirname(what));
      }),
    ).toEqual([]);
  });

  it('of HTTP servers are in one file', () => {
    const servers = (what: string) =>
      ['node:http', 'node:https', 'node:net', 'node:http2'].includes(what);
    const openers = imports.filter(({ what, isTypeOnly }) => servers(what) && !isTypeOnly);
    expect(new Set(openers.map(({ from }) => from))).toEqual(new Set(['src/sandbox/server.ts']));
  });

  it('of the SDK outside of the client and the demos are types', () => {
    const users = imports.filter(
      ({ what, isTypeOnly }) => /^openai(\/|$)/.test(what) && !isTypeOnly,
    );
    expect(users.filter(({ from }) => !within('src/client', 'lessons')(from)).map(told)).toEqual(
      [],
    );
  });

  it('make no circle among values', () => {
    const next = new Map<string, string[]>();
    for (const { from, what, isTypeOnly } of imports) {
      if (!isTypeOnly && isOurs(what)) next.set(from, [...(next.get(from) ?? []), what]);
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const other of next.get(file) ?? []) visit(other, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});

/** A file without its comments and the texts of its strings. */
function codeOf(file: string): string {
  return sourceOf(file)
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/`[^`]*`|'[^'\n]*'|"[^"\n]*"/g, "''");
}

/** True when a file uses the global of this name, and not one that is handed to a demo. */
function usesGlobal(file: string, name: string): boolean {
  const isHanded = new RegExp(`\\{[^}]*\\b${name}\\b[^}]*\\}(: DemoSurroundings|\\) =>)`).test(
    sourceOf(file),
  );
  return !isHanded && new RegExp(`(?<![.\\w])${name}\\s*[.[]`).test(codeOf(file));
}

describe('The outside', () => {
  it.each([
    ['process', ['src/bin.ts']],
    ['console', []],
  ])('is not reached through %s', (name, allowed: string[]) => {
    // What an exercise is about is programs, which its hints show.
    const users = files.filter(
      (file) => !allowed.includes(file) && !file.includes('/practice/') && usesGlobal(file, name),
    );
    expect(users).toEqual([]);
  });

  it.each([
    ['the time is asked', /\bDate\.now\(|\bnew Date\(\)/, ['src/clock.ts']],
    ['chance comes', /\bMath\.random\(/, []],
    [
      'timers are set',
      /(?<![.\w])set(Timeout|Interval|Immediate)\(/,
      ['src/clock.ts', 'src/bin.ts'],
    ],
  ] as const)('is the only place where %s', (_, pattern, allowed: readonly string[]) => {
    const users = files.filter(
      (file) => within('src')(file) && !allowed.includes(file) && pattern.test(codeOf(file)),
    );
    expect(users).toEqual([]);
  });
});
