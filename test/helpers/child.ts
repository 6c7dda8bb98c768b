import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bareEnv, packageRoot, scratchFolder } from './course.ts';

export const binPath = join(packageRoot, 'dist', 'src', 'bin.js');

export interface ChildResult {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

export interface ChildOptions {
  /** Added to the bare environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A new folder if left out. */
  readonly cwd?: string;
  readonly input?: string;
}

/** Runs a program as a real process without a terminal. */
export function runChild(
  command: string,
  args: readonly string[],
  { env, cwd = scratchFolder(), input = '' }: ChildOptions = {},
): Promise<ChildResult> {
  const { PATH } = process.env;
  const child = spawn(command, args, { env: { PATH, ...bareEnv(), ...env }, cwd });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  // A program that ends without reading its input closes the pipe.
  child.stdin.on('error', () => {}).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, out, err }));
  });
}

/** Runs the compiled command. */
export function spawnCourse(args: readonly string[], options?: ChildOptions): Promise<ChildResult> {
  return runChild(process.execPath, [binPath, ...args], options);
}
