import type { Context } from '../../context.ts';
import { CourseError } from '../../errors.ts';
import { type PracticeAction, practiceActions } from '../../flags.ts';
import { check } from './check.ts';
import { hint } from './hint.ts';
import { list } from './list.ts';
import type { PracticeFlags } from './open-exercise.ts';
import { reset } from './reset.ts';
import { solution } from './solution.ts';
import { start } from './start.ts';
import { watch } from './watch.ts';

type Action = (context: Context, id: string | undefined, flags: PracticeFlags) => Promise<number>;

const actions: Readonly<Record<Exclude<PracticeAction, 'check'>, Action>> = {
  start,
  hint,
  solution,
  reset,
  watch,
};

/**
 * `course practice [action] [id] [-- command…]`.
 * @param typed what stands before `--`; the action is one of the known
 * @param command what stands after it: only a check takes it
 */
export async function practice(
  context: Context,
  [typedAction, id, ...rest]: readonly string[],
  command: readonly string[],
  flags: PracticeFlags,
): Promise<number> {
  const action = practiceActions.find((known) => known === typedAction);
  if (rest.length > 0 || (command.length > 0 && action !== 'check'))
    throw misplacedCommand(id, rest);
  if (action === undefined) return list(context, flags);
  if (action === 'check') return check(context, id, command, flags);
  return actions[action](context, id, flags);
}

function misplacedCommand(id = '01', [file = 'uv run mine.py']: readonly string[]): CourseError {
  return new CourseError(
    'usage',
    'A command to judge stands after --, and only a check takes one.',
    `Such as: course practice check ${id} -- ${file}`,
  );
}
