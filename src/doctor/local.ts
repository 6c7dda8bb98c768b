import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Surroundings, Target } from '../config.ts';
import type { Context } from '../context.ts';
import { courseHome } from '../course-env.ts';
import { makeFolder } from '../make-folder.ts';
import { type Finding, failed, note, ok } from './finding.ts';

/** The lowest versions of each line that `engines` in package.json names; newer lines all do. */
const lowestMinor: Readonly<Record<number, number>> = { 20: 19, 22: 13 };
const firstLineWithoutLimit = 24;

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const lowest = lowestMinor[major];
  const isSupported = major >= firstLineWithoutLimit || (lowest !== undefined && minor >= lowest);
  if (isSupported) return ok(version);
  return failed(
    `${version} is not supported`,
    'Install Node 20.19, 22.13, 24 or later: https://nodejs.org',
  );
}

export function checkTerminal({
  context,
  hasColor,
  width,
}: {
  readonly context: Context;
  readonly hasColor: boolean;
  readonly width: number;
}): Finding {
  const detail = `${width} columns, ${hasColor ? 'colour' : 'no colour'}`;
  if (!context.isInteractive)
    return ok(`${detail}; not interactive, so lessons run straight through`);
  if (width >= 60) return ok(`${detail}, interactive`);
  return note(`${detail}, interactive`, 'Lessons read best in 60 columns or more.');
}

export async function checkProgressFolder({ env }: Context): Promise<Finding> {
  const folder = await courseHome(env);
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
    return ok(`kept in ${folder}`);
  } catch (error) {
    return failed(
      `${folder} cannot be written (${(error as Error).message})`,
      'Make it writable, or set COURSE_HOME to another folder.',
    );
  }
}

export function checkKey({ key, files }: Surroundings, target: Target): Finding {
  if (key) return ok(`${key.value} from ${key.source}`);
  if (target.provider === 'openai') return ok('none, and a server on this machine needs none');
  const searched = files.map(({ path }) => path).join(' and ');
  return note(
    `none: not in the environment, nor in ${searched}`,
    'Without one the course runs offline. To use the real API, make a .env file and write your key into it:\ncp .env.example .env',
  );
}

/**
 * A `.env` in a git repository must be ignored, or the key is one `git add` away from the public. One that sets nothing
 * is no setting at all, whatever its owner thinks.
 */
export async function checkEnvFile({ files }: Surroundings): Promise<Finding> {
  const found = files.filter(({ settings }) => settings !== null);
  if (found.length === 0) return ok('no such file');
  for (const { path } of found) {
    if ((await isIgnoredByGit(path)) === false) {
      return failed(
        `${path} is not ignored by git`,
        `Ignore it: echo .env >> ${dirname(path)}/.gitignore`,
      );
    }
  }
  const empty = found.find(({ settings }) => settings === 0);
  if (empty) {
    return note(
      `${empty.path} holds no line of the form NAME=value`,
      'Write your key into it as OPENAI_API_KEY=sk-…, or remove the file.',
    );
  }
  return ok(found.map(({ path }) => path).join(' and '));
}

/** null when it cannot be told: no git, or no repository. Exit codes: git-check-ignore(1). */
async function isIgnoredByGit(path: string): Promise<boolean | null> {
  try {
    await promisify(execFile)('git', ['check-ignore', '--quiet', path], { cwd: dirname(path) });
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 1 ? false : null;
  }
}
