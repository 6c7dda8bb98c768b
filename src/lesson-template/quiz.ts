import type { Question } from '../../src/course/quiz/question.ts';

export const quiz: readonly Question[] = [
  {
    kind: 'choice',
    id: 'meaning',
    question: 'To write: ask what something in this lesson means.',
    choices: [
      {
        text: 'To write: a mistake that people really make.',
        isRight: false,
        explanation: 'To write: say why one may think so, and why it is not so.',
      },
      {
        text: 'To write: the right answer, no longer than the wrong ones.',
        isRight: true,
        explanation: 'To write: say why it is right, in other words than the lesson.',
      },
      {
        text: 'To write: another mistake.',
        isRight: false,
        explanation: 'To write: say which question this would be the answer to.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'trouble',
    question: 'To write: tell of a program that fails, and ask what to do.',
    choices: [
      {
        text: 'To write: what helps.',
        isRight: true,
        explanation: 'To write: say what it does to the cause of the trouble.',
      },
      {
        text: 'To write: what seems to help.',
        isRight: false,
        explanation: 'To write: say what happens if one does this.',
      },
    ],
  },
  {
    kind: 'blank',
    id: 'name',
    question:
      'To write: a sentence that lacks one word, here the field that says how to answer: ___.',
    accepts: ['instructions'],
    isCode: true,
    explanation: 'To write: say what that word does.',
    mistakes: [
      {
        text: 'input',
        explanation: 'To write: say what the wrong word that comes to mind does instead.',
      },
    ],
  },
  {
    kind: 'order',
    id: 'course-of-a-call',
    question: 'To write: ask for an order that matters. What happens first in a call?',
    items: ['The request is sent.', 'The model writes.', 'The answer is printed.'],
    explanation: 'To write: say what each of them needs from the one before.',
  },
];
