import type { Question } from '../../src/course/quiz/question.ts';

export const quiz: readonly Question[] = [
  {
    kind: 'choice',
    id: 'again',
    question: 'Which of these is worth sending again, just as it was?',
    choices: [
      {
        text: '400, `max_output_tokens` too small',
        isRight: false,
        explanation: 'The same request is wrong again. Change it.',
      },
      {
        text: '503, the servers are overloaded',
        isRight: true,
        explanation: 'That passes. Wait a little, and longer each time.',
      },
      {
        text: '401, a wrong key',
        isRight: false,
        explanation: 'The key does not become right by waiting.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'order',
    question:
      'You ask for `APIConnectionError` first and for `APIConnectionTimeoutError` after it. What happens at a timeout?',
    choices: [
      {
        text: 'The first branch takes it: a timeout is a connection error too.',
        isRight: true,
        explanation: 'The second branch is never reached. Ask for the most exact class first.',
      },
      {
        text: 'The second branch takes it: JavaScript looks for the best match.',
        isRight: false,
        explanation: 'It takes the first branch whose condition is true, and looks no further.',
      },
      {
        text: 'Both run.',
        isRight: false,
        explanation: 'A chain of `if … return` runs one branch.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'longest',
    question:
      '`timeout: 20_000, maxRetries: 2`, and the server never answers. How long does your user wait for the error?',
    choices: [
      {
        text: '20 seconds',
        isRight: false,
        explanation: 'That is one attempt. The SDK makes three.',
      },
      {
        text: '40 seconds',
        isRight: false,
        explanation: 'Two retries come on top of the first attempt.',
      },
      {
        text: 'A little more than 60 seconds',
        isRight: true,
        explanation: 'Three attempts of 20 seconds, and the pauses between them.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'loop',
    question:
      'A loop tries a call up to four times, with `maxRetries: 3`. How many requests can that become?',
    choices: [
      {
        text: '7',
        isRight: false,
        explanation: 'They multiply: each try of the loop has its own retries.',
      },
      {
        text: '12',
        isRight: false,
        explanation: '`maxRetries: 3` makes four requests: the first, and three retries.',
      },
      {
        text: '16',
        isRight: true,
        explanation: 'Four tries with four requests each. Retry in one place only.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'quota',
    question: 'A call fails with 429 and the type `insufficient_quota`. What should a program do?',
    choices: [
      {
        text: 'Wait as long as it takes, and try again.',
        isRight: false,
        explanation: 'No wait fills an account.',
      },
      {
        text: 'Stop, and tell somebody who can pay.',
        isRight: true,
        explanation: 'It is about money, not speed, though the status is the same.',
      },
      {
        text: 'Send fewer requests at once.',
        isRight: false,
        explanation: 'That helps against a rate limit, whose type is `requests` or `tokens`.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'units',
    question: 'True or false: with `new OpenAI({ timeout: 60 })` a call may take up to a minute.',
    choices: [
      {
        text: 'True',
        isRight: false,
        explanation: 'That would be `60_000`. In Python the unit is seconds; here it is not.',
      },
      {
        text: 'False',
        isRight: true,
        explanation:
          'The unit is milliseconds. No model answers in 60 of them, so nearly every call fails with a timeout.',
      },
    ],
  },
];
