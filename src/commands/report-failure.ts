import type { Context } from '../context.ts';
import { CourseError, InputEnded, Interrupted } from '../errors.ts';
import { maskKeysIn } from '../secret.ts';
import { renderError } from '../terminal/error.ts';
import { errorJson } from '../terminal/json.ts';
import { sanitize } from '../terminal/sanitize.ts';
import { createScreen } from './screen.ts';

/**
 * Tells a failure on standard error, with `--json` as a line on standard output, and gives the exit code. It
 * works on the bare arguments, since it is also what tells of arguments that could not be understood.
 */
export function reportFailure(context: Context, args: readonly string[], error: unknown): number {
  // The end of the input at a question means: leave. Everything done so far is kept.
  if (error instanceof InputEnded) return 0;
  const failure = error instanceof CourseError ? error : internal(error);
  const isJson = args.includes('--json');
  if (isJson) context.out.write(`${JSON.stringify(errorJson(failure))}\n`);
  else if (!(failure instanceof Interrupted)) {
    const screen = createScreen(context, colorFlags(args));
    screen.note(renderError(failure, screen.err));
  }
  const isVerbose = args.includes('--verbose') || args.includes('-v');
  const { cause } = failure;
  // What a server said may be part of it.
  if (isVerbose && cause instanceof Error) {
    context.err.write(`${sanitize(maskKeysIn(cause.stack ?? ''))}\n`);
  }
  return failure.exitCode;
}

function internal(error: unknown): CourseError {
  const message = error instanceof Error ? error.message : String(error);
  return new CourseError(
    'internal',
    `Something went wrong in the course itself: ${message}`,
    'Run it again with --verbose and report what it prints.',
    { cause: error },
  );
}

function colorFlags(args: readonly string[]): { color?: boolean } {
  if (args.includes('--no-color')) return { color: false };
  return args.includes('--color') ? { color: true } : {};
}
