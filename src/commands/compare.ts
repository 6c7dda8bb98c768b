import type { Context } from '../context.ts';
import { CourseError } from '../errors.ts';
import type { RequestFlags, RunFlags, SandboxFlags } from '../flags.ts';
import { openRun } from './open-run.ts';
import { createScreen } from './screen.ts';

export type CompareFlags = RequestFlags & RunFlags & SandboxFlags;

/** `course compare [prompt]`: one question over every combination of the repeatable flags. */
export async function compare(
  context: Context,
  typed: string | undefined,
  flags: CompareFlags,
): Promise<number> {
  const screen = createScreen(context, flags);
  const prompt = flags.prompt ?? typed;
  if (prompt === undefined) throw nothingToAsk();
  const opened = await openRun(context, screen, { ...flags, prompt });
  const { runCompare } = await import('./run-compare.ts');
  return runCompare(context, screen, opened, flags);
}

function nothingToAsk(): CourseError {
  return new CourseError(
    'usage',
    'There is no question to ask.',
    'Write it after the command: course compare "What is an API?" -t 0 -t 1',
  );
}
