import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Context } from '../context.ts';
import { CourseError } from '../errors.ts';
import type { Ending, Piece, ProgramRun } from './observation.ts';

/** A program as the system starts it. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Aborted when it has to be stopped, with the `Ending` as the reason. */
  readonly stopping: AbortSignal;
  /** Told of each piece of output. */
  readonly onOutput: () => void;
}

/** Characters that a program may print, to standard output and to standard error each. */
const outputLimit = 1_000_000;

/**
 * Milliseconds that helpers of a program have to end after it, as the compiler of tsx does by itself. What then
 * still holds the output open was left running.
 */
const graceMs = 2_000;

type Host = Pick<Context, 'clock' | 'endProcesses' | 'signal'>;

/**
 * Runs a program in a process group of its own, without standard input, and stops all of the group at its end.
 * @throws CourseError usage when it cannot be started; the signal's reason when that aborts
 */
export async function runProgram(
  { file, args }: Command,
  { cwd, env, stopping, onOutput }: RunOptions,
  { clock, endProcesses, signal }: Host,
): Promise<ProgramRun> {
  signal.throwIfAborted();
  const startedAt = clock.now();
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const groupId = await started(child, file);
  const stop = () => endProcesses(groupId);
  let ending: Ending = 'exited';
  const stopFor = (reason: Ending) => {
    ending = reason;
    stop();
  };
  const told = { onOutput, onFull: () => stopFor('flooded') };
  const stdout = collect(child.stdout, clock, told);
  const stderr = collect(child.stderr, clock, told);
  stopping.addEventListener('abort', () => stopFor(stopping.reason), { once: true });
  signal.addEventListener('abort', stop, { once: true });
  try {
    const closed = once(child, 'close');
    const [exitCode]: (number | null)[] = await once(child, 'exit');
    const ranMs = clock.now() - startedAt;
    const leftChildren = await Promise.race([
      closed.then(() => false),
      clock.sleep(graceMs).then(() => true),
    ]);
    signal.throwIfAborted();
    return { ending, exitCode: exitCode ?? null, stdout, stderr, ranMs, leftChildren };
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

/** The id of its process group. */
async function started(child: ChildProcess, file: string): Promise<number> {
  try {
    await once(child, 'spawn');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new CourseError(
      'usage',
      isMissing ? `There is no program "${file}".` : `"${file}" cannot be started.`,
      'Install it, or judge another command: course practice check 01 -- COMMAND',
      { cause: error },
    );
  }
  // A process that was started has an id.
  return child.pid ?? 0;
}

/** What arrives, with its time, up to the limit; `onFull` is called when there is more. */
function collect(
  stream: Readable,
  clock: Host['clock'],
  { onOutput, onFull }: { readonly onOutput: () => void; readonly onFull: () => void },
): Piece[] {
  const pieces: Piece[] = [];
  let room = outputLimit;
  stream.setEncoding('utf8').on('data', (text: string) => {
    if (room > 0) pieces.push({ at: clock.now(), text: text.slice(0, room) });
    room -= text.length;
    onOutput();
    if (room < 0) onFull();
  });
  return pieces;
}
