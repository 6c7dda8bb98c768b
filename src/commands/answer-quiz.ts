import type { ProgressFile } from '../course/progress-file.ts';
import { judge, misreads, offered, rightAnswer } from '../course/quiz/question.ts';
import { CourseError } from '../errors.ts';
import { similar } from '../spelling.ts';
import type { QuizItem } from './ask-quiz.ts';
import type { Screen } from './screen.ts';

/** One `question` line each, to be answered with `--answer`. */
export function printQuestions(items: readonly QuizItem[], { printJson }: Screen): number {
  for (const { lesson, question } of items) {
    const { id, kind, question: text } = question;
    printJson({
      type: 'question',
      lesson: lesson.id,
      id,
      kind,
      question: text,
      choices: offered(question),
    });
  }
  return 0;
}

/**
 * Judges answers such as `key=2`, or `1=2` for the first question as they are asked, one `answer` line each.
 * @param file where they are kept; null: nowhere
 * @throws CourseError invalid_value before anything is judged, for an answer that belongs to no question or cannot be read
 */
export async function answerByFlag(
  items: readonly QuizItem[],
  answers: readonly string[],
  { printJson }: Screen,
  file: ProgressFile | null,
): Promise<number> {
  for (const { item, typed } of answers.map((answer) => readAnswer(answer, items))) {
    const { lesson, question } = item;
    const { isRight, explanation } = judge(question, typed);
    await file?.questionAnswered(lesson.id, question.id, isRight);
    const told = { lesson: lesson.id, id: question.id, answer: typed, is_right: isRight };
    printJson({ type: 'answer', ...told, right_answer: rightAnswer(question), explanation });
  }
  return 0;
}

function readAnswer(
  answer: string,
  items: readonly QuizItem[],
): { readonly item: QuizItem; readonly typed: string } {
  const [, named = answer, typed = ''] = /^([^=]*)=(.*)$/s.exec(answer) ?? [];
  const name = named.trim();
  const item =
    items.find(({ question }) => question.id === name) ??
    items.find((_, index) => String(index + 1) === name);
  if (!item) throw unknownQuestion(name, items);
  const problem = misreads(item.question, typed);
  if (problem === undefined) return { item, typed: typed.trim() };
  throw new CourseError(
    'invalid_value',
    `--answer ${answer} cannot be read as an answer to "${item.question.id}".`,
    problem,
  );
}

function unknownQuestion(id: string, items: readonly QuizItem[]): CourseError {
  const known = items.map(({ question }) => question.id);
  const [meant] = similar(id, known);
  return new CourseError(
    'invalid_value',
    `No question here is called "${id}".`,
    meant
      ? `Did you mean ${meant}?`
      : `There are: ${known.join(', ')}, or their numbers from 1 to ${known.length}.`,
  );
}
