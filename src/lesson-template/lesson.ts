import type { Lesson } from '../../src/course/lesson.ts';
import { ask } from './ask.ts';
import { quiz } from './quiz.ts';

export const lesson: Lesson = {
  id: 'NN',
  slug: 'SLUG',
  title: 'TITLE',
  question: 'What is an API?',
  goals: [
    'To write: what the learner can do afterwards, beginning with a verb',
    'To write: the next thing that the learner can do',
  ],
  steps: [
    {
      id: 'idea',
      title: 'The idea',
      text: `
To write: say in three sentences what this lesson is about, which trouble it spares the learner, and what the rest of
the lesson shows. A picture in a code block, or a likeness from everyday life, says more than a definition.`,
    },
    {
      id: 'call',
      title: 'The call',
      text: `
To write: say what the code does, and point to the one line in it that is new. Name each new thing in **bold** once,
and say what it means there.`,
      prediction: {
        kind: 'number',
        question: 'how many tokens of *output* will the answer have?',
        unit: 'tokens',
        measure: ({ exchanges }) => exchanges[0]?.usage?.outputTokens ?? null,
        reveal: ({ exchanges }) =>
          `The server counted **${exchanges[0]?.usage?.outputTokens ?? 'an unknown number of'} tokens**. To write: say why it is so many, or ask for something else that the learner can guess.`,
      },
      demo: { file: 'ask.ts', run: ask, role: 'default', asksQuestion: true },
      notice: `
To write: say what to notice in what was just printed. What it depends on is taken from the run, not written by hand:
see the field \`notice\` of other lessons.`,
    },
    {
      id: 'limits',
      title: 'Where it ends',
      text: `
To write: say what goes wrong here in real programs, how one notices, and what to do then. A failure is worth a demo of
its own, one that runs on the sandbox.`,
    },
  ],
  recap: [
    'To write: the sentence to remember if one forgets the rest.',
    'To write: the mistake that is made most often, and its sign.',
    'To write: when to use this, and when something else.',
  ],
  quiz,
};
