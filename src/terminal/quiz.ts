import type { Lesson } from '../course/lesson.ts';
import type { Question } from '../course/quiz/question.ts';
import { numbered } from './lesson.ts';
import { renderMarkdown } from './markdown.ts';
import { wrap } from './text.ts';
import type { Layout } from './theme.ts';

/** Whose questions follow. */
export function renderLessonTitle(
  { id, title }: Pick<Lesson, 'id' | 'title'>,
  { theme, width }: Layout,
): string[] {
  return ['', ...wrap(theme.title(`Lesson ${id} · ${title}`), width)];
}

export function renderQuestion(
  { question }: Question,
  { number, total }: { readonly number: number; readonly total: number },
  layout: Layout,
): string[] {
  const heading = layout.theme.heading(`Question ${number} of ${total}`);
  return ['', heading, ...renderMarkdown(question, layout)];
}

/** @param offered what there is to choose from; null for a gap to fill */
export function renderOffered(offered: readonly string[] | null, layout: Layout): string[] {
  return offered === null ? [] : numbered(offered, layout);
}

/** Each choice again, and why it is right or wrong; of a gap and an order, what is right and why. */
export function renderAnswer(question: Question, layout: Layout): string[] {
  if (question.kind === 'choice') {
    return numbered(
      question.choices.map(
        ({ text, isRight, explanation }) =>
          `${text}  \n   **${isRight ? 'Right' : 'Wrong'}.** ${explanation}`,
      ),
      layout,
    );
  }
  const right =
    question.kind === 'blank'
      ? renderMarkdown(`It is \`${question.accepts[0]}\`.`, layout)
      : numbered(question.items, layout);
  return [...right, ...renderMarkdown(question.explanation, layout)];
}
