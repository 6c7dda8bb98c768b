import type { Context } from '../context.ts';
import type { Language } from './exercise.ts';
import type { Command } from './run-program.ts';

interface LanguageRules {
  /** Of its files, with the dot. */
  readonly extension: string;
  /** Runs a file, given by its absolute path. */
  readonly command: (path: string, context: Pick<Context, 'nodePath'>) => Command;
}

/** `.mts` is a module wherever it lies, with no package.json beside it. */
export const languageRules: Readonly<Record<Language, LanguageRules>> = {
  ts: {
    extension: '.mts',
    command: (path, { nodePath }) => ({ file: nodePath, args: [...tsxFlags(), path] }),
  },
  python: { extension: '.py', command: (path) => ({ file: 'python3', args: [path] }) },
  curl: { extension: '.sh', command: (path) => ({ file: 'sh', args: [path] }) },
};

/** The language of a file by its name; null for any other. */
export function languageOf(path: string): Language | null {
  const [extension = ''] = /\.\w+$/.exec(path) ?? [];
  return languagesByExtension[extension] ?? null;
}

const languagesByExtension: Readonly<Record<string, Language>> = {
  '.mts': 'ts',
  '.mjs': 'ts',
  '.py': 'python',
  '.sh': 'curl',
};

function tsxFlags(): string[] {
  // The hook lies beside this file, in sources as in the build, under the same extension.
  const hook = import.meta.url.replace(/languages(\.\w+)$/, 'packages-hook$1');
  return ['--import', import.meta.resolve('tsx'), '--import', hook];
}
