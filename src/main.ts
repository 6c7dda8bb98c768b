import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, CommanderError } from 'commander';
import type { Context } from './context.ts';
import { CourseError } from './errors.ts';
import { createProgram, type Run } from './program.ts';
import { contentWidth } from './terminal/width.ts';

/** Runs one command line and gives its exit code; never throws. */
export async function main(context: Context, args: readonly string[]): Promise<number> {
  const exitCode = await run(context, args).catch(async (error) => {
    const { reportFailure } = await import('./commands/report-failure.ts');
    return reportFailure(context, args, error);
  });
  tellOfNpx(context, args);
  return exitCode;
}

async function run(context: Context, args: readonly string[]): Promise<number> {
  let chosen: Run = async () => 0;
  const program = createProgram({
    version: packageVersion(context.packageRoot),
    // Commander's own error lines are not written: what is wrong is told in one place, as JSON too.
    output: {
      writeOut: context.out.write,
      writeErr: () => {},
      getOutHelpWidth: () => contentWidth({ env: context.env, columns: context.out.columns }),
    },
    onChosen: (run) => {
      chosen = run;
    },
    afterDashes: args.includes('--') ? args.slice(args.indexOf('--') + 1) : [],
    // The flags of the menu hold for what was picked from it.
    runCommand: (picked) => run(context, [...args, ...picked]),
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw wrongUsage(error, program);
  }
  return chosen(context);
}

/** What the program says to type is right once it is linked (see the README); until then npx stands before it. */
function tellOfNpx({ env, err, isInteractive }: Context, args: readonly string[]): void {
  const isThroughNpx = env.npm_command === 'exec';
  if (!isThroughNpx || !isInteractive || args.includes('--json')) return;
  err.write('\n(Where it says course …, type npx course … in this folder.)\n');
}

/**
 * Commander writes `error: what is wrong\n(Did you mean …?)`, and keeps what it took for the command as first argument.
 */
function wrongUsage({ message }: CommanderError, program: Command): CourseError {
  const command = program.commands.find((each) => each.name() === program.args[0]);
  const help = command ? `course ${command.name()} --help` : 'course --help';
  const [problem = '', hint = ''] = message.replace(/^error: /, '').split('\n');
  const advice = [hint.replace(/^\((.*)\)$/, '$1'), `What there is: ${help}`];
  return new CourseError(
    'usage',
    `${problem.charAt(0).toUpperCase()}${problem.slice(1).replace(/\.$/, '')}.`,
    advice.filter(Boolean).join(' '),
  );
}

function packageVersion(packageRoot: string): string {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
}
