import type { Question } from '../../src/course/quiz/question.ts';

export const quiz: readonly Question[] = [
  {
    kind: 'choice',
    id: 'rule-of-thumb',
    question: 'You have 4,000 characters of plain English. How many tokens is that, roughly?',
    choices: [
      {
        text: '1,000',
        isRight: true,
        explanation:
          'In plain English a token is four to five characters, so it is a little less than that.',
      },
      {
        text: '4,000',
        isRight: false,
        explanation: 'A token is a piece of text, mostly longer than one character.',
      },
      {
        text: '16,000',
        isRight: false,
        explanation: 'That is the wrong way round: a token holds several characters.',
      },
    ],
  },
  {
    kind: 'blank',
    id: 'window',
    question:
      'Everything of one call, input and output, must fit into the context ___ of the model.',
    accepts: ['window'],
    explanation: 'Its size belongs to the model. An input that is larger is refused with a 400.',
    mistakes: [
      {
        text: 'limit',
        explanation: 'You set `max_output_tokens`; the context **window** is given.',
      },
      {
        text: 'cache',
        explanation:
          'A cache makes equal beginnings cheaper. What fits is decided by the context **window**.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'incomplete',
    question:
      'A response has `status: "incomplete"` and the reason `max_output_tokens`. What do you do?',
    choices: [
      {
        text: 'Nothing: the SDK throws an error then, and the error handling deals with it.',
        isRight: false,
        explanation: 'Nothing is thrown. A program that does not look goes on with half a text.',
      },
      {
        text: 'Show the text as it is: 200 means that all went well.',
        isRight: false,
        explanation: '200 means that the request was answered, not that the answer is whole.',
      },
      {
        text: 'Raise the cap or ask for a shorter answer, and say that this one is cut.',
        isRight: true,
        explanation:
          'The cap was too low for this answer. You decide which of the two is to give way.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'most',
    question: 'What decides the most that your next call can cost?',
    choices: [
      {
        text: 'Its input tokens, its `max_output_tokens`, and the two prices.',
        isRight: true,
        explanation: 'The input can be counted before, and the output cannot pass its cap.',
      },
      {
        text: 'Nothing: the cost is known only afterwards.',
        isRight: false,
        explanation: 'The exact cost is. An upper limit is known before.',
      },
      {
        text: 'The length of the last answer.',
        isRight: false,
        explanation: 'The next answer can be much longer than the last.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'order',
    question:
      'Each call sends a handbook of 3,000 tokens, today’s date and a question. What comes first?',
    choices: [
      {
        text: 'The date, since it is the shortest.',
        isRight: false,
        explanation:
          'From tomorrow on no beginning is equal to one of today, and nothing is found in the cache.',
      },
      {
        text: 'The question, since it matters most.',
        isRight: false,
        explanation:
          'Then every call begins differently, and the whole handbook is billed at full price.',
      },
      {
        text: 'The handbook, since it never changes.',
        isRight: true,
        explanation:
          'Only an equal beginning can come from the cache: the same first, the changing last.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'smallest',
    question: 'A million short mails are to be sorted into five folders. Which model do you take?',
    choices: [
      {
        text: 'The largest: it makes the fewest mistakes.',
        isRight: false,
        explanation:
          'Perhaps it does, at many times the price, for a task that small models may do as well.',
      },
      {
        text: 'The cheapest that sorts a few dozen sample mails well enough.',
        isRight: true,
        explanation:
          'Start small, measure on your own examples, and go up only when that shows you must.',
      },
      {
        text: 'Whichever has the largest context window.',
        isRight: false,
        explanation: 'A short mail fits into any of them.',
      },
    ],
  },
];
