import type { CatalogEntry } from '../../lessons/catalog.ts';
import type { Context } from '../context.ts';
import type { Lesson } from '../course/lesson.ts';
import { type LessonEvent, LessonRun, lessonFolder } from '../course/lesson-run.ts';
import { lessonAfter, nextLesson } from '../course/next-lesson.ts';
import type { Progress, ProgressFile } from '../course/progress.ts';
import { CourseError } from '../errors.ts';
import { nextExercise } from '../practice/catalog.ts';
import { askQuiz, printQuiz, quizOf } from './ask-quiz.ts';
import { converse } from './conversation.ts';
import { dryRunStep, printDryRun } from './dry-run.ts';
import type { LessonFlags } from './lesson.ts';
import { createLessonJson } from './lesson-json.ts';
import { createLessonView } from './lesson-view.ts';
import { openProgress } from './open-progress.ts';
import type { OpenedRun } from './open-run.ts';
import type { Screen } from './screen.ts';
import { withTotals } from './tell-totals.ts';
import { warnOfShutdown } from './warn-of-shutdown.ts';

/**
 * Runs a lesson whose requests have been prepared. A file of its own since it loads all that draws and
 * runs: by then the first line is on the screen.
 * @param named the lesson asked for; null: the next unfinished one
 */
export async function runLesson(
  context: Context,
  screen: Screen,
  { settings, circumstances, runner }: OpenedRun,
  named: CatalogEntry | null,
  flags: LessonFlags,
): Promise<number> {
  const { file, progress } = await openProgress(context, screen);
  const { lesson } = await (named ?? (await nextLesson(progress))).load();
  verifyStep(lesson, flags.step);
  const run = new LessonRun({
    ...runner,
    ...circumstances,
    lesson,
    folder: lessonFolder(context.packageRoot, lesson),
    settings,
    onEvent: await createReader(context, screen, lesson, flags),
  });
  if (flags.dryRun) {
    const { body } = await run.capture(dryRunStep(lesson.steps, flags.step));
    return printDryRun(context, screen, body, flags);
  }
  const plans = lesson.steps.flatMap((_, index) => run.plans(index));
  warnOfShutdown(plans, circumstances.today, screen);
  const isTalk = screen.isInteractive && !flags.yes && flags.step === undefined;
  const told = { json: flags.json ?? false, totals: () => run.totals() };
  return withTotals(context, screen, told, () =>
    isTalk ? talkThrough(screen, run, file, progress) : goThrough(screen, run, flags),
  );
}

/** Shows events as text or as JSON. */
async function createReader(
  context: Context,
  screen: Screen,
  lesson: Lesson,
  flags: LessonFlags,
): Promise<(event: LessonEvent) => void> {
  const isVerbose = flags.verbose ?? false;
  if (flags.json) return createLessonJson(lesson.id, { screen, isVerbose });
  const progress = await screen.progress();
  const { write } = context.out;
  return createLessonView({ screen, progress, isVerbose, write });
}

/** One step, or all of them and the quiz, without a question. */
async function goThrough(
  screen: Screen,
  run: LessonRun,
  { step, json = false }: LessonFlags,
): Promise<number> {
  const all = run.lesson.steps.map((_, index) => index);
  if (step === undefined) run.start();
  let failed = false;
  for (const index of step === undefined ? all : [step - 1]) {
    await run.present(index);
    const { failure } = await run.perform(index);
    failed = failure !== null;
    if (failed) break;
  }
  if (!failed && step === undefined) {
    run.end();
    if (!json) printQuiz(run.lesson, screen);
  }
  return failed ? 1 : 0;
}

/** The lesson as a conversation, from where the learner left it. */
async function talkThrough(
  screen: Screen,
  run: LessonRun,
  file: ProgressFile,
  progress: Progress,
): Promise<number> {
  const { lesson } = run;
  const prompts = await screen.prompts();
  const place = lesson.steps.findIndex(({ id }) => id === progress.lessons[lesson.id]?.place);
  run.start();
  if (place > 0)
    screen.print(['', `You were at step ${place + 1}: the lesson goes on from there.`]);
  const isDone = await converse({ run, screen, prompts, progress: file }, Math.max(0, place));
  if (isDone) {
    run.end();
    await askQuiz(quizOf(lesson), { screen, prompts, progress: file });
    const practice = nextExercise(progress, lesson.id);
    if (practice) screen.print(['', `Practise it: course practice start ${practice.id}`]);
    const following = lessonAfter(lesson);
    if (following) screen.print(['', `Next: course lesson ${following.id}`]);
  } else screen.print(['', 'Your place is kept. Go on with: course lesson']);
  return 0;
}

function verifyStep({ id, steps }: Lesson, step: number | undefined): void {
  if (step === undefined || step <= steps.length) return;
  throw new CourseError(
    'invalid_value',
    `Lesson ${id} has no step ${step}.`,
    `It has steps 1 to ${steps.length}.`,
  );
}
