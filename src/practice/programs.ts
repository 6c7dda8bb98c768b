import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { Language } from './exercise.ts';
import { languageRules } from './languages.ts';
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

/** Any command; the files that its words name are taken for its source. */
export async function programOfCommand(
  [file = '', ...args]: readonly string[],
  { cwd }: Pick<Context, 'cwd'>,
): Promise<Program> {
  return { command: { file, args }, files: await filesAmong(args, cwd) };
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
