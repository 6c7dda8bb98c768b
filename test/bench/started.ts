import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { bareEnv } from '../helpers/course.ts';

export interface Started {
  readonly child: ChildProcess;
  /** What it said first on its standard output. */
  readonly firstLine: string;
}

/** Starts a server in a process of its own, and waits until it says where it listens. @param args of node */
export async function start(args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...bareEnv() },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [line] = await once(child.stdout, 'data');
  return { child, firstLine: String(line).trim() };
}
