import type { Prompts } from '../context.ts';
import type { Lesson } from '../course/lesson.ts';
import type { ProgressFile } from '../course/progress-file.ts';
import { judge, misreads, offered, type Question, type Verdict } from '../course/quiz/question.ts';
import { plural } from '../terminal/format.ts';
import { renderMarkdown } from '../terminal/markdown.ts';
import {
  renderAnswer,
  renderLessonTitle,
  renderOffered,
  renderQuestion,
} from '../terminal/quiz.ts';
import { wrap } from '../terminal/text.ts';
import type { Screen } from './screen.ts';

/** A question and the lesson it belongs to. */
export interface QuizItem {
  readonly lesson: Lesson;
  readonly question: Question;
}

export const quizOf = (lesson: Lesson): QuizItem[] =>
  lesson.quiz.map((question) => ({ lesson, question }));

/** Prints a lesson's questions with their answers explained, for a reader who cannot be asked. */
export function printQuiz({ quiz }: Lesson, { print, prose }: Screen): void {
  for (const [index, question] of quiz.entries()) {
    print(renderQuestion(question, { number: index + 1, total: quiz.length }, prose));
    print(renderOffered(offered(question), prose));
    print(['', prose.theme.dim('Answer'), ...renderAnswer(question, prose)]);
  }
}

interface AskOptions {
  readonly screen: Screen;
  readonly prompts: Prompts;
  readonly progress: ProgressFile;
  /** Puts a lesson's title before its first question. */
  readonly namesLessons?: boolean;
}

/** Asks questions, explains each answer, and notes what was right. */
export async function askQuiz(
  items: readonly QuizItem[],
  { screen, prompts, progress, namesLessons = false }: AskOptions,
): Promise<void> {
  /** The days on which the missed ones are asked again. */
  const missed: string[] = [];
  for (const [index, { lesson, question }] of items.entries()) {
    const { print, prose } = screen;
    const isFirst = lesson !== items[index - 1]?.lesson;
    if (namesLessons && isFirst) print(renderLessonTitle(lesson, prose));
    print(renderQuestion(question, { number: index + 1, total: items.length }, prose));
    // A choice shows itself while it is asked.
    if (question.kind === 'order') print(renderOffered(offered(question), prose));
    screen.note(['']);
    const verdict = judge(question, await askFor(question, prompts));
    tellVerdict(question, verdict, screen);
    const next = await progress.questionAnswered(lesson.id, question.id, verdict.isRight);
    if (!verdict.isRight && next) missed.push(next.due);
  }
  const right = items.length - missed.length;
  screen.print(['', `${right} of ${plural(items.length, 'question')} right.`]);
  screen.print(tellWhenAgain(missed, screen));
}

/** @param days on which the missed questions are asked again */
function tellWhenAgain(days: readonly string[], { prose }: Screen): string[] {
  const [first] = days.toSorted();
  if (first === undefined) return [];
  const what = days.length === 1 ? 'The one that you missed comes' : 'Those that you missed come';
  return wrap(`${what} back from ${first} on: course quiz --review`, prose.width);
}

function tellVerdict(
  question: Question,
  { isRight, explanation }: Verdict,
  { print, prose }: Screen,
): void {
  print(['', isRight ? prose.theme.good('Right.') : prose.theme.warn('Not quite.')]);
  const isMistake = question.kind === 'blank' && explanation !== question.explanation;
  if (isMistake) print(renderMarkdown(explanation, prose));
  print(renderAnswer(question, prose));
}

/** Gives the answer as it is judged: the number of a choice, numbers in order, or a word. */
function askFor(question: Question, prompts: Prompts): Promise<string> {
  if (question.kind === 'choice') {
    return prompts.select({
      message: 'Your answer',
      choices: question.choices.map(({ text }, index) => ({
        name: text,
        value: String(index + 1),
      })),
    });
  }
  const hint = question.kind === 'order' ? ', the numbers in order' : '';
  return prompts.input({
    message: `Your answer${hint}`,
    validate: (typed) => misreads(question, typed),
  });
}
