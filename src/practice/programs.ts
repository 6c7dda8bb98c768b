import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { CourseError } from '../errors.ts';
import type { Language } from './exercise.ts';
import { languageOf, languageRules } from './languages.ts';
import type { Program } from './observe.ts';

/** Characters of a source that are read. */
const sourceLimit = 1_000_000;

/** A file of a language that the course knows how to run. @param path absolute */
export async function programInFile(
  path: string,
  language: Language,
  context: Pick<Context, 'nodePath'>,
): Promise<Program> {
  const command = languageRules[language].command(path, context);
  return { command, files: await filesAmong([path], '/') };
}

/**
 * Any command; the files that its words name are taken for its source. A lone file of a language that the course knows is run
 * as that.
 */
export async function programOfCommand(
  [file = '', ...args]: readonly string[],
  { cwd, nodePath }: Pick<Context, 'cwd' | 'nodePath'>,
): Promise<Program> {
  const path = resolve(cwd, file);
  const language = args.length === 0 ? languageOf(file) : null;
  const isFile = (await stat(path).catch(() => null))?.isFile() ?? false;
  if (isFile && /\.[jt]s$/.test(file)) throw noModule(file);
  if (language && isFile) return programInFile(path, language, { nodePath });
  return { command: { file, args }, files: await filesAmong(args, cwd) };
}

function noModule(file: string): CourseError {
  const module = file.replace(/\.([jt]s)$/, '.m$1');
  return new CourseError(
    'usage',
    `By its name nobody can tell whether ${file} is a module.`,
    `Name it ${module}, and give that after the --.`,
  );
}

async function filesAmong(words: readonly string[], cwd: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const path of words.map((word) => resolve(cwd, word))) {
    const info = await stat(path).catch(() => null);
    if (info?.isFile() && info.size <= sourceLimit) files.set(path, await readFile(path, 'utf8'));
  }
  return files;
}

/** Writes files anew that are gone, never one that is there; gives whether there were any. */
export async function putBack({ files }: Program): Promise<boolean> {
  const isNew = await Promise.all(
    [...files].map(([path, text]) =>
      writeFile(path, text, { flag: 'wx' }).then(
        () => true,
        () => false,
      ),
    ),
  );
  return isNew.includes(true);
}
