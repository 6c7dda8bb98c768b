import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { kill } from 'node:process';
import type { Clock, Environment } from '../context.ts';
import type { ProgramRun } from './observation.ts';

export interface ProgramToRun {
  /** The program and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: Environment;
  readonly limitMs: number;
  readonly clock: Clock;
  /** Stops it at once. */
  readonly signal: AbortSignal;
}

/** A lesson's program prints a few lines; one that prints more than this is out of hand. */
const mostOutput = 1024 * 1024;

/** So long an ended program's output is waited for, in milliseconds: a process that it left behind may hold it open. */
const drainMs = 500;

/**
 * Runs a learner's program in a process group of its own, so that everything it starts can be stopped with it.
 * Whatever it does, this ends, and nothing of it is left.
 * @throws the signal's reason
 */
export async function runProgram(
  program: ProgramToRun,
): Promise<Omit<ProgramRun, 'deletedItself'>> {
  const { clock, signal } = program;
  signal.throwIfAborted();
  const startedAt = clock.now();
  const child = start(program);
  const output: ProgramRun['output'][number][] = [];
  let ending: ProgramRun['ending'] = 'by itself';
  const stop = (why: ProgramRun['ending']) => {
    ending = why;
    stopGroup(child);
  };
  let size = 0;
  for (const stream of ['out', 'err'] as const) {
    child[`std${stream}`]?.setEncoding('utf8').on('data', (text: string) => {
      size += text.length;
      if (size > mostOutput) stop('too much output');
      else output.push({ stream, text, at: clock.now() });
    });
  }
  const timer = clock.timer(program.limitMs, () => stop('too slow'));
  const abort = () => stopGroup(child);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const exitCode = await exited(child);
    const endedAt = clock.now();
    // Whoever still runs has the output open.
    const leftChildren = !(await closes(child, clock));
    stopGroup(child);
    if (leftChildren) await closes(child, clock);
    child.stdout?.destroy();
    child.stderr?.destroy();
    signal.throwIfAborted();
    return { output, exitCode, ending, leftChildren, startedAt, endedAt };
  } catch (error) {
    signal.throwIfAborted();
    const text = `${(error as Error).message}\n`;
    const at = clock.now();
    const failed = { stream: 'err', text, at } as const;
    return {
      ...{ output: [failed], exitCode: null, ending: 'not started' },
      ...{ leftChildren: false, startedAt, endedAt: at },
    };
  } finally {
    timer.clear();
    signal.removeEventListener('abort', abort);
  }
}

function start({ command: [file, ...args], cwd, env }: ProgramToRun): ChildProcess {
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  child.on('error', () => {});
  return child;
}

/** The exit code, null when a signal ended it; rejects when it could not be started. */
async function exited(child: ChildProcess): Promise<number | null> {
  const [exitCode] = await once(child, 'exit');
  return exitCode;
}

/** Whether its output ends soon. */
async function closes(child: ChildProcess, clock: Clock): Promise<boolean> {
  const isOpen = () => [child.stdout, child.stderr].some((stream) => stream && !stream.closed);
  if (!isOpen()) return true;
  const patience = new AbortController();
  await Promise.race([once(child, 'close'), clock.sleep(drainMs, patience.signal).catch(() => {})]);
  patience.abort();
  return !isOpen();
}

/** Stops the program and all that it has started. */
function stopGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    kill(-pid, 'SIGKILL');
  } catch {
    // Nothing was there any more.
  }
}
