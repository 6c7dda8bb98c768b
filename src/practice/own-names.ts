import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What a program says, with its files named as the learner knows them: the names they have, relative to the folder.
 * @param paths of its files, absolute
 */
export function withOwnNames(text: string, paths: Iterable<string>, cwd: string): string {
  let told = text;
  for (const path of paths) {
    for (const name of namesOf(path)) told = told.replaceAll(name, relative(cwd, path));
  }
  return told;
}

/** The longest first, since they hold the others. */
function namesOf(path: string): string[] {
  // tsx tells its compiler of mine.mts as mine.ts, and of mine.mjs as mine.js: that is what errors of syntax name.
  const compiled = path.replace(/\.m([jt]s)$/, '.$1');
  return [pathToFileURL(path).href, path, compiled];
}
