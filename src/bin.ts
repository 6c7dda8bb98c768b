#!/usr/bin/env node
/** Builds the context from the process, runs the program, sets the exit code. Nothing else touches `process`. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from './clock.ts';
import type { Context, Output, Prompts } from './context.ts';
import { Interrupted } from './errors.ts';
import { main } from './main.ts';
import { findPackageRoot } from './package-root.ts';

const interruption = new AbortController();
/** A run that is told to stop gets this long to say what it cost, in milliseconds. */
const farewellMs = 800;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    const reason = new Interrupted(signal);
    interruption.abort(reason);
    // A second Ctrl-C, or something that does not listen: leave anyway.
    setTimeout(() => process.exit(reason.exitCode), farewellMs).unref();
  });
}

// `course … | head -3` closes the pipe: nobody reads on, so there is nothing left to do.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

let prompts: Promise<Prompts> | undefined;

const context: Context = {
  out: outputTo(process.stdout),
  err: outputTo(process.stderr),
  readInput,
  // A copy: each look into the process's own is a call into the system.
  env: { ...process.env },
  nodeVersion: process.versions.node,
  nodePath: process.execPath,
  endProcesses,
  cwd: process.cwd(),
  packageRoot: findPackageRoot(dirname(fileURLToPath(import.meta.url))),
  clock: systemClock,
  fetch: globalThis.fetch,
  isInteractive:
    Boolean(process.stdin.isTTY && process.stdout.isTTY && process.stderr.isTTY) && !process.env.CI,
  signal: interruption.signal,
  prompts: ({ style, color }) => {
    prompts ??= import('./terminal/prompts.ts').then(({ createPrompts }) =>
      createPrompts(style, {
        input: process.stdin,
        output: context.err,
        signal: interruption.signal,
        color,
      }),
    );
    return prompts;
  },
};

const exitCode = await main(context, process.argv.slice(2));
// Sockets kept alive and timers of the SDK must not hold the program, but what was written must get out.
await Promise.all([process.stdout, process.stderr].map(flushed));
process.exit(exitCode);

/** On Windows there are no process groups: there it ends the process itself. */
function endProcesses(groupId: number): void {
  try {
    process.kill(process.platform === 'win32' ? groupId : -groupId, 'SIGKILL');
  } catch {
    // They have all ended by themselves.
  }
}

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY ?? false,
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
  };
}

async function readInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  return text;
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
