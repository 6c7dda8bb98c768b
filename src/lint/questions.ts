import type { Lesson } from '../course/lesson.ts';
import type { Question } from '../course/quiz/question.ts';
import type { Problem, Rule } from './rule.ts';
import { problemIf } from './structure.ts';

export const questionsAreSound: Rule = {
  name: 'each question has one right answer, and an explanation for every answer',
  check: (lessons) => lessons.flatMap(problemsOf),
};

function problemsOf({ id, quiz }: Lesson): Problem[] {
  const places = quiz.flatMap((question) =>
    question.kind === 'choice' ? [question.choices.findIndex(({ isRight }) => isRight)] : [],
  );
  return [
    ...problemIf(quiz.length < 4 || quiz.length > 6, id, 'quiz', 'ask four to six questions'),
    ...problemIf(
      places.length > 2 && new Set(places).size < 2,
      id,
      'quiz',
      'the right answer is always at the same place',
    ),
    ...quiz.flatMap((question) =>
      mistakesIn(question).map((what) => ({ lesson: id, where: `question ${question.id}`, what })),
    ),
  ];
}

/** Shorter than this, an explanation explains nothing. */
const leastExplanation = 20;

function mistakesIn(question: Question): string[] {
  const explanations =
    question.kind === 'choice'
      ? question.choices.map(({ explanation }) => explanation)
      : [question.explanation];
  return [
    ...formOf(question),
    ...(explanations.some((text) => text.trim().length < leastExplanation)
      ? ['an explanation is missing']
      : []),
  ];
}

function formOf(question: Question): string[] {
  const texts =
    question.kind === 'order'
      ? question.items
      : question.kind === 'choice'
        ? question.choices.map(({ text }) => text)
        : [];
  const isRepeated = new Set(texts).size < texts.length;
  const right =
    question.kind === 'choice' ? question.choices.filter(({ isRight }) => isRight).length : 1;
  return [
    right === 1 ? '' : `${right} of its choices are right, instead of one`,
    isRepeated ? 'two of its choices are the same' : '',
    question.kind !== 'blank' && texts.length < 2 ? 'there is nothing to choose between' : '',
    question.kind === 'blank' && !question.question.includes('___')
      ? 'it has no gap: write ___'
      : '',
  ].filter(Boolean);
}
