import { relative } from 'node:path';
import type { Context } from '../../context.ts';
import { lessonAfter } from '../../course/next-lesson.ts';
import type { Progress } from '../../course/progress.ts';
import { lessonOf, nextAfter } from '../../practice/catalog.ts';
import { type CheckResult, check as checkProgram, type Run } from '../../practice/check.ts';
import type { Exercise } from '../../practice/exercise.ts';
import type { Program } from '../../practice/observe.ts';
import { programInFile, programOfCommand } from '../../practice/programs.ts';
import { plural } from '../../terminal/format.ts';
import { checkJson } from '../../terminal/json.ts';
import { renderCheck, runText } from '../../terminal/practice.ts';
import { wrap } from '../../terminal/text.ts';
import { openProgress } from '../open-progress.ts';
import {
  type OpenedExercise,
  openExercise,
  type PracticeFlags,
  requireWork,
} from './open-exercise.ts';

/**
 * `course practice check [id] [-- command…]`: runs the learner's program and judges what it does.
 * @param command what to judge instead of the learner's file; empty: the file
 */
export async function check(
  context: Context,
  id: string | undefined,
  command: readonly string[],
  flags: PracticeFlags,
): Promise<number> {
  const opened = await openExercise(context, id, flags);
  const { passed } = await checkOnce(context, opened, command, flags);
  return passed ? 0 : 1;
}

/** One check, told on the screen and noted in the learner's progress. */
export async function checkOnce(
  context: Context,
  opened: OpenedExercise,
  command: readonly string[],
  flags: PracticeFlags,
): Promise<CheckResult> {
  const { screen, exercise, lessonId, file } = opened;
  const { title, program } = await chosenProgram(context, opened, command);
  const progress = await screen.progress();
  progress.start(`Running ${title}`);
  const onRun = (run: Run) => progress.update(runText(title, run));
  const result = await checkProgram(exercise, program, context, { onRun }).finally(progress.stop);
  if (result.passed) await file?.exercisePassed(lessonId, exercise.slug);
  const isUnnoted = result.passed && file === null;
  if (flags.json) screen.printJson(checkJson(result));
  else {
    const heading = `Exercise ${exercise.id} · ${exercise.title}`;
    screen.print(['', screen.out.theme.heading(heading), screen.out.theme.dim(title), '']);
    screen.print(renderCheck(result, screen.prose));
    const next = await whatNext(context, result, opened);
    screen.print(['', ...next.flatMap((line) => wrap(line, screen.out.width))]);
    if (isUnnoted) screen.note(['Without a terminal it is not noted as solved.']);
  }
  return result;
}

async function chosenProgram(
  context: Context,
  opened: OpenedExercise,
  command: readonly string[],
): Promise<{ title: string; program: Program }> {
  if (command.length > 0) {
    return { title: command.join(' '), program: await programOfCommand(command, context) };
  }
  const { path, language } = requireWork(opened);
  const program = await programInFile(path, language, context);
  return { title: relative(context.cwd, path), program };
}

async function whatNext(
  context: Context,
  { passed, criteria, trouble }: CheckResult,
  { exercise, screen }: OpenedExercise,
): Promise<string[]> {
  const { theme } = screen.out;
  const met = criteria.filter((criterion) => criterion.passed).length;
  if (!passed) {
    const all = plural(criteria.length, 'criterion').replace('criterions', 'criteria');
    const hint = `Change your program and check again. A hint: course practice hint ${exercise.id}`;
    const isJudged = trouble === null || trouble.kind === 'crashed';
    return [...(isJudged ? [`${met} of ${all} met.`] : []), theme.dim(hint)];
  }
  // Read anew: a watch goes on for long, and other windows solve exercises too.
  const { progress } = await openProgress(context, screen);
  const next = commandsAfter(exercise, progress);
  return [
    theme.good(`Solved: all ${criteria.length} criteria met.`),
    theme.dim(`Compare with ours: course practice solution ${exercise.id}`),
    ...(next.length > 0 ? [theme.dim(`Next: ${next.join(', and then ')}`)] : []),
  ];
}

/** What to type after a solved exercise: the next that is not solved, else the next lesson; nothing after the last. */
function commandsAfter(exercise: Exercise, progress: Progress): string[] {
  const lesson = lessonOf(exercise);
  const next = nextAfter(exercise, progress);
  const nextLesson = next ? lessonOf(next) : lessonAfter(lesson);
  return [
    ...(nextLesson && nextLesson.id !== lesson.id ? [`course lesson ${nextLesson.id}`] : []),
    ...(next ? [`course practice start ${next.id}`] : []),
  ];
}
