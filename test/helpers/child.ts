import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot, scratchFolder } from './course.ts';

export const binPath = join(packageRoot, 'dist', 'src', 'bin.js');

export interface ChildResult {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment of a learner who has nothing: no key, no colour forced, a home of their own. */
export function bareEnv(env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return { PATH, COURSE_HOME: scratchFolder(), OPENAI_API_KEY: '', OPENAI_BASE_URL: '', ...env };
}

/** Runs the compiled command as a real process without a terminal. */
export function spawnCourse(
  args: readonly string[],
  options: { env?: Readonly<Record<string, string>>; cwd?: string; input?: string } = {},
): Promise<ChildResult> {
  const child = spawn(process.execPath, [binPath, ...args], {
    env: bareEnv(options.env),
    cwd: options.cwd ?? scratchFolder(),
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, out, err }));
  });
}
