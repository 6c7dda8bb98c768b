import type { Context } from '../context.ts';
import { findLesson, loadLessons } from '../course/catalog.ts';
import type { Progress } from '../course/progress.ts';
import { isDue, type Repetition } from '../course/quiz/review.ts';
import { today } from '../course-env.ts';
import type { RunFlags } from '../flags.ts';
import { answerByFlag, printQuestions } from './answer-quiz.ts';
import { askQuiz, type QuizItem, quizOf } from './ask-quiz.ts';
import { openProgress } from './open-progress.ts';
import { createScreen } from './screen.ts';

export interface QuizFlags extends RunFlags {
  readonly review?: boolean;
  /** As typed: `key=2`. */
  readonly answer?: readonly string[];
}

/** `course quiz [id]`: asks on a terminal; elsewhere gives the questions as JSON, and judges answers given by flag. */
export async function quiz(
  context: Context,
  id: string | undefined,
  flags: QuizFlags,
): Promise<number> {
  const screen = createScreen(context, flags);
  const { file, progress } = await openProgress(context, screen);
  const now = today(context);
  const items = flags.review
    ? await missed(progress, id, (repetition) => isDue(repetition, now))
    : quizOf(await chosenLesson(id, progress));
  if (items.length === 0) {
    screen.note([await whenNext(progress, id)]);
    return 0;
  }
  if (flags.answer) {
    return answerByFlag(items, flags.answer, screen, screen.isInteractive ? file : null);
  }
  if (!screen.isInteractive) return printQuestions(items, screen);
  await askQuiz(items, {
    screen,
    prompts: await screen.prompts(),
    progress: file,
    namesLessons: true,
  });
  return 0;
}

/** The lesson asked for, else the first with a question that was not answered right. */
async function chosenLesson(id: string | undefined, progress: Progress) {
  if (id !== undefined) return (await findLesson(id).load()).lesson;
  const lessons = await loadLessons();
  const isOpen = ({ lesson, question }: QuizItem) =>
    !progress.lessons[lesson.id]?.quiz[question.id];
  const [first] = lessons;
  const open = lessons.find((lesson) => quizOf(lesson).some(isOpen)) ?? first;
  if (!open) throw new RangeError('The course has no lesson.');
  return open;
}

/** Questions that were missed, of one lesson or of all. */
async function missed(
  progress: Progress,
  id: string | undefined,
  isWanted: (repetition: Repetition) => boolean,
): Promise<QuizItem[]> {
  const lessons = id === undefined ? await loadLessons() : [(await findLesson(id).load()).lesson];
  return lessons.flatMap(quizOf).filter(({ lesson, question }) => {
    const repetition = progress.lessons[lesson.id]?.review?.[question.id];
    return repetition !== undefined && isWanted(repetition);
  });
}

async function whenNext(progress: Progress, id: string | undefined): Promise<string> {
  const later = await missed(progress, id, () => true);
  const days = later.map(
    ({ lesson, question }) => progress.lessons[lesson.id]?.review?.[question.id]?.due ?? '',
  );
  const [next] = days.sort();
  return next === undefined
    ? 'Nothing to review: no question is waiting to be asked again.'
    : `Nothing to review today. Next: ${next}.`;
}
