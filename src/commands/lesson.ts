import {
  chooseTarget,
  describeTarget,
  isOfficial,
  readSurroundings,
  sandboxTarget,
  type Target,
} from '../config.ts';
import type { Context } from '../context.ts';
import { findLesson } from '../course/catalog.ts';
import type { Lesson } from '../course/lesson.ts';
import {
  type LessonEvent,
  LessonRun,
  lessonFolder,
  type RequestSettings,
} from '../course/lesson-run.ts';
import { nextLesson } from '../course/next-lesson.ts';
import type { Progress, ProgressFile } from '../course/progress.ts';
import type { ResponsesBody } from '../course/snippets.ts';
import { today } from '../course-env.ts';
import { CourseError } from '../errors.ts';
import {
  type RequestFlags,
  type RunFlags,
  type SandboxFlags,
  verifyRequestFlags,
  verifySandboxFlags,
} from '../flags.ts';
import { openProvider } from '../provider.ts';
import { parseFailScript } from '../sandbox/faults.ts';
import { summaryJson } from '../terminal/json.ts';
import { renderTotals } from '../terminal/lesson.ts';
import { findModel } from '../usage/models.ts';
import { shutdownNotice } from '../usage/roles.ts';
import { askQuiz, printQuiz } from './ask-quiz.ts';
import { converse } from './conversation.ts';
import { dryRunStep, printDryRun } from './dry-run.ts';
import { createLessonJson } from './lesson-json.ts';
import { createLessonView } from './lesson-view.ts';
import { openProgress } from './open-progress.ts';
import { readRequestSettings } from './request-settings.ts';
import { createScreen, type Screen } from './screen.ts';

export interface LessonFlags extends RequestFlags, RunFlags, SandboxFlags {
  readonly step?: number;
}

/** `course lesson [id]`: one lesson, as a conversation on a terminal, straight through elsewhere. */
export async function lesson(
  context: Context,
  id: string | undefined,
  flags: LessonFlags,
): Promise<number> {
  verifyRequestFlags(flags);
  const screen = createScreen(context, flags);
  const named = id === undefined ? null : findLesson(id);
  const surroundings = await readSurroundings(context);
  const target = chooseTarget(surroundings, flags);
  verifySandboxFlags(flags, target.provider);
  const settings = await readRequestSettings(context, flags, surroundings.model?.value ?? null);
  screen.note([screen.err.theme.dim(describeTarget(target))]);

  const { file, progress } = await openProgress(context, screen);
  const { lesson } = await (named ?? (await nextLesson(progress))).load();
  verifyStep(lesson, flags.step);
  const reader = await createReader(context, screen, lesson, flags);
  const run = createRun(context, screen, { lesson, flags, target, settings, onEvent: reader });

  if (flags.dryRun) return dryRun(context, screen, run, flags);
  warnOfShutdown(context, screen, run);
  if (screen.isInteractive && !flags.yes && flags.step === undefined) {
    return talkThrough(context, screen, run, file, progress);
  }
  return goThrough(context, screen, run, flags);
}

/** Shows events as text or as JSON. */
async function createReader(
  context: Context,
  screen: Screen,
  lesson: Lesson,
  flags: LessonFlags,
): Promise<(event: LessonEvent) => void> {
  const { write } = context.out;
  if (flags.json) return createLessonJson(lesson.id, (line) => write(`${JSON.stringify(line)}\n`));
  const progress = await screen.progress();
  return createLessonView({ screen, progress, isVerbose: flags.verbose ?? false, write });
}

function createRun(
  context: Context,
  screen: Screen,
  {
    lesson,
    flags,
    target,
    settings,
    onEvent,
  }: {
    readonly lesson: Lesson;
    readonly flags: LessonFlags;
    readonly target: Target;
    readonly settings: RequestSettings;
    readonly onEvent: (event: LessonEvent) => void;
  },
): LessonRun {
  const isSimulated = target.provider === 'sandbox';
  const latency = flags.latency ?? (screen.isInteractive ? 'realistic' : 'none');
  const limits = { latency, rpm: flags.rpm ?? null, tpm: flags.tpm ?? null };
  let provider: ReturnType<typeof openProvider> | undefined;
  return new LessonRun({
    lesson,
    folder: lessonFolder(context.packageRoot, lesson),
    settings,
    today: today(context),
    setup: {
      clock: context.clock,
      timeoutMs: flags.timeout * 1000,
      maxRetries: flags.maxRetries,
      signal: context.signal,
    },
    isSimulated,
    hasRegistryModels: isSimulated || isOfficial(target),
    openProvider: () => {
      provider ??= openProvider(context, target, { ...limits, faults: flags.fail ?? [] });
      return provider;
    },
    openSandbox: (script) => {
      const faults = script === undefined ? [] : parseFailScript(script);
      return openProvider(context, sandboxTarget, { latency, rpm: null, tpm: null, faults });
    },
    onEvent,
  });
}

async function dryRun(
  context: Context,
  screen: Screen,
  run: LessonRun,
  flags: LessonFlags,
): Promise<number> {
  const { body } = await run.capture(dryRunStep(run.lesson.steps, flags.step));
  const options = { form: flags.as ?? 'json', json: flags.json ?? false } as const;
  await printDryRun(context, screen, body as ResponsesBody, options);
  return 0;
}

/** One step, or all of them and the quiz, without a question. */
async function goThrough(
  context: Context,
  screen: Screen,
  run: LessonRun,
  { step, json }: LessonFlags,
): Promise<number> {
  const startedAt = context.clock.now();
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
  tellTotals(context, screen, run, { json: json ?? false, startedAt });
  return failed ? 1 : 0;
}

/** The lesson as a conversation, from where the learner left it. */
async function talkThrough(
  context: Context,
  screen: Screen,
  run: LessonRun,
  file: ProgressFile,
  progress: Progress,
): Promise<number> {
  const startedAt = context.clock.now();
  const { lesson } = run;
  const prompts = await screen.prompts();
  const place = lesson.steps.findIndex(({ id }) => id === progress.lessons[lesson.id]?.place);
  run.start();
  if (place > 0)
    screen.print(['', `You were at step ${place + 1}: the lesson goes on from there.`]);
  const isDone = await converse({ run, screen, prompts, progress: file }, Math.max(0, place));
  if (isDone) {
    run.end();
    await askQuiz(lesson, { screen, prompts, progress: file });
  } else screen.print(['', 'Your place is kept. Go on with: course lesson']);
  tellTotals(context, screen, run, { json: false, startedAt });
  return 0;
}

function tellTotals(
  context: Context,
  screen: Screen,
  run: LessonRun,
  { json, startedAt }: { json: boolean; startedAt: number },
): void {
  const totals = { ...run.totals(), wallMs: context.clock.now() - startedAt };
  if (json) context.out.write(`${JSON.stringify(summaryJson(totals))}\n`);
  else if (totals.requests > 0) screen.note(['', ...renderTotals(totals, screen.err)]);
}

/** One line for each model of the run that is about to be shut down, or has been. */
function warnOfShutdown(context: Context, screen: Screen, run: LessonRun): void {
  const names = new Set(
    run.lesson.steps.flatMap((_, index) => run.plans(index)).map((plan) => plan.model),
  );
  for (const name of names) {
    const model = findModel(name);
    const notice = model && shutdownNotice(model, today(context));
    if (notice) screen.note([screen.err.theme.warn(notice)]);
  }
}

function verifyStep({ id, steps }: Lesson, step: number | undefined): void {
  if (step === undefined || step <= steps.length) return;
  throw new CourseError(
    'invalid_value',
    `Lesson ${id} has no step ${step}.`,
    `It has steps 1 to ${steps.length}.`,
  );
}
