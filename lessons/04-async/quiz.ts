import type { Question } from '../../src/course/quiz/question.ts';

export const quiz: readonly Question[] = [
  {
    kind: 'choice',
    id: 'loop',
    question:
      'Ten calls of two seconds each, in a loop with `await` inside. What is the least change that helps most?',
    choices: [
      {
        text: 'A second client, so that two can wait at once.',
        isRight: false,
        explanation:
          'One client can have any number of calls under way. It is the loop that waits.',
      },
      {
        text: 'Start all ten, then wait for them with `Promise.all` or `Promise.allSettled`.',
        isRight: true,
        explanation: 'Then the waits overlap, and the whole takes about as long as the slowest.',
      },
      {
        text: 'Leave out `await`, and never wait.',
        isRight: false,
        explanation:
          'Then there are no answers to use, and a failure ends the program as an unhandled rejection.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'order',
    question:
      '`const [a, b] = await Promise.all([slow(), fast()])`. The fast one is done first. What is in `a`?',
    choices: [
      {
        text: 'The result of `slow()`.',
        isRight: true,
        explanation: 'Results stand where their promises stood, whichever was done first.',
      },
      {
        text: 'The result of `fast()`, since it came first.',
        isRight: false,
        explanation: 'That would be `Promise.race`, which gives the first one only.',
      },
      {
        text: 'It differs from run to run.',
        isRight: false,
        explanation: 'When each is done differs. Where its result stands does not.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'one-fails',
    question:
      'You fan out 100 calls with `Promise.all`, and number 7 is refused. What about the other 99?',
    choices: [
      {
        text: 'They are cancelled, and cost nothing.',
        isRight: false,
        explanation:
          'Nothing is cancelled: a promise that nobody waits for goes on, and its call is billed.',
      },
      {
        text: 'Their answers are in the error that is thrown.',
        isRight: false,
        explanation: 'The error is that of number 7 and knows nothing of the others.',
      },
      {
        text: 'They go on and are billed, and your program does not get their answers.',
        isRight: true,
        explanation:
          '`Promise.all` throws at the first failure. `Promise.allSettled` would give you the 99.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'ceiling',
    question:
      'Twelve calls: eleven take one second, one takes six. All are started at once. How long does it take?',
    choices: [
      {
        text: 'About one second, since nearly all take one.',
        isRight: false,
        explanation: 'The whole is done when the last is done.',
      },
      {
        text: 'About six seconds.',
        isRight: true,
        explanation: 'The slowest call is the first limit, however many run at once.',
      },
      {
        text: 'About seventeen seconds.',
        isRight: false,
        explanation: 'That is the sum: what they take one after another.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'too-many',
    question: 'At 50 calls at once your job meets many 429s. What do you do first?',
    choices: [
      {
        text: 'Fewer calls at once.',
        isRight: true,
        explanation:
          'The server lets no more through. Below its limit, the same work is done with fewer refusals.',
      },
      {
        text: 'More calls at once, so that more of them get through.',
        isRight: false,
        explanation: 'What is allowed in a minute stays the same; only the refusals grow.',
      },
      {
        text: 'A second key of the same project.',
        isRight: false,
        explanation:
          'Limits are counted for the whole organisation, which the 429 names: a second key changes nothing.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'same-bill',
    question:
      'True or false: twenty calls at once cost more than the same twenty one after another.',
    choices: [
      {
        text: 'True',
        isRight: false,
        explanation:
          'The tokens are the same, and tokens are what is billed. Only the waiting overlaps.',
      },
      {
        text: 'False',
        isRight: true,
        explanation:
          'What is billed are tokens. When they are asked for changes nothing about them.',
      },
    ],
  },
];
