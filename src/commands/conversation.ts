import type { Choice, Prompts } from '../context.ts';
import type { Step } from '../course/lesson.ts';
import type { LessonRun } from '../course/lesson-run.ts';
import type { RequestSettings } from '../course/plan.ts';
import type { ProgressFile } from '../course/progress-file.ts';
import type { CourseError } from '../errors.ts';
import { askForChange } from './ask-for-change.ts';
import { askPrediction, tellPrediction } from './ask-prediction.ts';
import type { Screen } from './screen.ts';

export interface Conversation {
  readonly run: LessonRun;
  readonly screen: Screen;
  readonly prompts: Prompts;
  /** What the learner asked for on the command line. */
  readonly original: RequestSettings;
  /** null when the run does not move the learner's progress. */
  readonly progress: ProgressFile | null;
}

/** Where the learner wants to go after a step. */
type Move = 'next' | 'back' | 'leave';

/**
 * Goes through a lesson with the learner: after each step on, back, once more, or away.
 * @param place index of the step to start at
 * @returns whether the end was reached
 */
export async function converse(talk: Conversation, place: number): Promise<boolean> {
  const { run, progress } = talk;
  const { id, steps } = run.lesson;
  let index = place;
  while (index < steps.length) {
    const move = await goThroughStep(talk, index);
    if (move === 'leave') return false;
    const done = move === 'next' ? run.step(index).id : undefined;
    index = move === 'next' ? index + 1 : Math.max(0, index - 1);
    await progress?.moveTo(id, steps[index]?.id ?? null, done);
  }
  return true;
}

async function goThroughStep(talk: Conversation, index: number): Promise<Move> {
  const { run, screen, prompts } = talk;
  const step = run.step(index);
  await run.present(index);
  if (!step.demo) return askWhatNext(talk, index, null);
  if (!run.prediction(index)) {
    screen.note(['']);
    await prompts.input({ message: 'Press Enter to run it' });
  }
  const { failure } = await performGuessed(talk, index);
  return askWhatNext(talk, index, failure);
}

/** Runs a step's demo, after the learner's guess where one is asked for. */
export async function performGuessed(
  { run, screen, prompts }: Pick<Conversation, 'run' | 'screen' | 'prompts'>,
  index: number,
): ReturnType<LessonRun['perform']> {
  const prediction = run.prediction(index);
  if (!prediction) return run.perform(index);
  screen.note(['']);
  const guess = await askPrediction(prompts, prediction);
  const result = await run.perform(index);
  if (guess !== null && !result.failure) {
    screen.print(tellPrediction(prediction, guess, result.outcome, screen.prose));
  }
  return result;
}

async function askWhatNext(
  talk: Conversation,
  index: number,
  failure: CourseError | null,
): Promise<Move> {
  const { run, screen, prompts, original } = talk;
  const step = run.step(index);
  let failed = failure !== null;
  for (;;) {
    screen.note(['']);
    const picked = await prompts.select({
      message: 'What next?',
      choices: movesOf(step, index, run.lesson.steps.length),
      default: failed ? 'again' : 'next',
    });
    if (picked === 'next' || picked === 'back' || picked === 'leave') return picked;
    if (picked === 'code') await run.showCode(index);
    if (picked === 'change') {
      const changed = await askForChange(prompts, run.settings, original);
      if (changed === null) continue;
      run.settings = changed;
      await run.showCode(index);
    }
    if (picked !== 'code') failed = (await run.perform(index)).failure !== null;
  }
}

function movesOf(
  { demo }: Step,
  index: number,
  total: number,
): Choice<Move | 'again' | 'change' | 'code'>[] {
  const isLast = index === total - 1;
  const moves: (Choice<Move | 'again' | 'change' | 'code'> | false)[] = [
    { name: isLast ? 'On to the recap and the quiz' : 'On to the next step', value: 'next' },
    demo !== undefined && { name: 'Run it again', value: 'again' },
    demo?.asksQuestion === true && {
      name: 'Change the prompt, instructions, temperature or model, and run it',
      value: 'change',
    },
    demo !== undefined && { name: 'Read the code again', value: 'code' },
    index > 0 && { name: 'Back one step', value: 'back' },
    { name: 'Leave, and keep my place', value: 'leave' },
  ];
  return moves.filter((move) => move !== false);
}
