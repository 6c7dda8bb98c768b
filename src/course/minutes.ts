import { fillIn, type Lesson } from './lesson.ts';
import { offered, type Question } from './quiz/question.ts';

/** Reading on a screen, with code between the sentences. */
const wordsPerMinute = 180;
const minutesPerDemo = 0.5;
const minutesPerQuestion = 0.4;

/** How long a lesson takes, in whole minutes, from its words, demos and questions. */
export function minutesOf(lesson: Lesson): number {
  const demos = lesson.steps.filter(({ demo }) => demo).length;
  const questions = lesson.quiz.length + lesson.steps.filter(({ prediction }) => prediction).length;
  const reading = wordCount(textsOf(lesson)) / wordsPerMinute;
  return Math.ceil(reading + demos * minutesPerDemo + questions * minutesPerQuestion);
}

/** Everything that a learner reads in a lesson. */
export function textsOf(lesson: Lesson): string[] {
  const facts = { model: 'model', question: lesson.question };
  return [
    ...lesson.goals,
    ...lesson.steps.flatMap(({ title, text, notice }) => [
      title,
      fillIn(text, facts),
      notice === undefined ? '' : fillIn(notice, { ...facts, ...nothingHappened }),
    ]),
    ...lesson.recap,
    ...lesson.quiz.flatMap((question) => [question.question, ...wordsOf(question)]),
  ];
}

function wordsOf(question: Question): string[] {
  if (question.kind !== 'choice') return [...(offered(question) ?? []), question.explanation];
  return question.choices.flatMap(({ text, explanation }) => [text, explanation]);
}

/** For counting the words of a text that speaks of what happened. */
const nothingHappened = { exchanges: [], printed: '', prices: { rates: () => null } };

function wordCount(texts: readonly string[]): number {
  return texts.join(' ').split(/\s+/).filter(Boolean).length;
}
