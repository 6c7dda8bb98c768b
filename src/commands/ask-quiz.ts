import type { Prompts } from '../context.ts';
import type { Lesson, Question } from '../course/lesson.ts';
import type { ProgressFile } from '../course/progress.ts';
import { plural } from '../terminal/format.ts';
import { renderAnswer, renderChoices, renderQuestion } from '../terminal/lesson.ts';
import type { Screen } from './screen.ts';

/** Prints a lesson's questions with their answers explained, for a reader who cannot be asked. */
export function printQuiz({ quiz }: Lesson, { print, prose }: Screen): void {
  for (const [index, question] of quiz.entries()) {
    print(renderQuestion(question, { number: index + 1, total: quiz.length }, prose));
    print(renderChoices(question, prose));
    print(['', prose.theme.dim('Answer'), ...renderAnswer(question, prose)]);
  }
}

/** Asks a lesson's questions, explains each answer, and notes what was right. */
export async function askQuiz(
  lesson: Lesson,
  {
    screen,
    prompts,
    progress,
  }: { screen: Screen; prompts: Prompts; progress: ProgressFile | null },
): Promise<void> {
  const { print, prose } = screen;
  let right = 0;
  for (const [index, question] of lesson.quiz.entries()) {
    print(renderQuestion(question, { number: index + 1, total: lesson.quiz.length }, prose));
    screen.note(['']);
    const isRight = await askQuestion(question, prompts);
    if (isRight) right += 1;
    print(['', isRight ? prose.theme.good('Right.') : prose.theme.warn('Not quite.')]);
    print(renderAnswer(question, prose));
    await progress?.questionAnswered(lesson.id, question.id, isRight);
  }
  print(['', `${right} of ${plural(lesson.quiz.length, 'question')} right.`]);
}

function askQuestion({ choices }: Question, prompts: Prompts): Promise<boolean> {
  return prompts.select({
    message: 'Your answer',
    choices: choices.map(({ text, isRight }) => ({ name: text, value: isRight })),
  });
}
