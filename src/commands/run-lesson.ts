import type { CatalogEntry } from '../../lessons/catalog.ts';
import type { Context, Prompts } from '../context.ts';
import type { Lesson } from '../course/lesson.ts';
import { type LessonEvent, LessonRun, lessonFolder } from '../course/lesson-run.ts';
import { lessonAfter, nextLesson } from '../course/next-lesson.ts';
import type { LessonProgress, Progress } from '../course/progress.ts';
import type { ProgressFile } from '../course/progress-file.ts';
import type { Question } from '../course/quiz/question.ts';
import { CourseError, Interrupted } from '../errors.ts';
import { nextExercise } from '../practice/catalog.ts';
import { plural } from '../terminal/format.ts';
import { wrap } from '../terminal/text.ts';
import { askQuiz, printQuiz, quizOf } from './ask-quiz.ts';
import { converse, performGuessed } from './conversation.ts';
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
  const plans = shownSteps(lesson, flags.step).flatMap((index) => run.plans(index));
  warnOfShutdown(plans, { settings, now: circumstances.today }, screen);
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

/** Indexes of the steps of this run. */
function shownSteps({ steps }: Lesson, step: number | undefined): number[] {
  return step === undefined ? [...steps.keys()] : [step - 1];
}

/** One step, or all of them and the quiz; on a terminal one step waits for the learner's guess. */
async function goThrough(
  screen: Screen,
  run: LessonRun,
  { step, yes = false, json = false }: LessonFlags,
): Promise<number> {
  const prompts = screen.isInteractive && !yes ? await screen.prompts() : null;
  if (step === undefined) run.start();
  let failed = false;
  for (const index of shownSteps(run.lesson, step)) {
    await run.present(index);
    const { failure } = prompts
      ? await performGuessed({ run, screen, prompts }, index)
      : await run.perform(index);
    failed = failure !== null;
    if (failed) break;
  }
  if (!failed && step === undefined) {
    run.end();
    if (!json) printQuiz(run.lesson, screen);
  }
  return failed ? 1 : 0;
}

/** The lesson as a conversation, from where the learner left it, and its quiz. */
async function talkThrough(
  screen: Screen,
  run: LessonRun,
  file: ProgressFile,
  progress: Progress,
): Promise<number> {
  const { lesson, settings: original } = run;
  const done = progress.lessons[lesson.id];
  const prompts = await screen.prompts();
  run.start();
  const open = openQuestions(lesson, done);
  const isReread = open.length === 0 || (await asksForSteps(prompts, open.length));
  const placeKept = () => [
    '',
    `Your place is kept. Go on with: course lesson ${lesson.id}`,
    ...(run.settings === original
      ? []
      : wrap(
          'What you changed about the requests is not kept: the lesson goes on with its own settings.',
          screen.prose.width,
        )),
  ];
  try {
    if (isReread) {
      const place = Math.max(0, indexOfStep(lesson, done?.place));
      if (place > 0)
        screen.print(['', `You were at step ${place + 1}: the lesson goes on from there.`]);
      const talk = { run, screen, prompts, original, progress: file };
      if (!(await converse(talk, place))) {
        screen.print(placeKept());
        return 0;
      }
      run.end();
    }
    const asked = isReread ? quizOf(lesson) : open.map((question) => ({ lesson, question }));
    await askQuiz(asked, { screen, prompts, progress: file });
  } catch (error) {
    if (error instanceof Interrupted) screen.note(placeKept());
    throw error;
  }
  tellWhatFollows(screen, lesson, progress);
  return 0;
}

/** The questions that were never answered, once the learner has come to the end of the steps. */
function openQuestions({ steps, quiz }: Lesson, done: LessonProgress | undefined): Question[] {
  const isAtEnd = done?.place === null && steps.every(({ id }) => done.steps.includes(id));
  return isAtEnd ? quiz.filter(({ id }) => done.quiz[id] === undefined) : [];
}

/** Whether the learner wants to see the steps again. */
function asksForSteps(prompts: Prompts, open: number): Promise<boolean> {
  return prompts.select({
    message: `You have done all steps. ${plural(open, 'question')} of the quiz ${open === 1 ? 'is' : 'are'} left.`,
    choices: [
      { name: 'Go on with the quiz', value: false },
      { name: 'Read the lesson again', value: true },
    ],
  });
}

function tellWhatFollows(screen: Screen, lesson: Lesson, progress: Progress): void {
  const practice = nextExercise(progress, lesson.id);
  if (practice) screen.print(['', `Practise it: course practice start ${practice.id}`]);
  const following = lessonAfter(lesson);
  if (following) screen.print(['', `Next: course lesson ${following.id}`]);
}

function indexOfStep({ steps }: Lesson, place: string | null | undefined): number {
  return steps.findIndex(({ id }) => id === place);
}

function verifyStep({ id, steps }: Lesson, step: number | undefined): void {
  if (step === undefined || step <= steps.length) return;
  throw new CourseError(
    'invalid_value',
    `Lesson ${id} has no step ${step}.`,
    `It has steps 1 to ${steps.length}.`,
  );
}
