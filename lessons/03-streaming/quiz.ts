import type { Question } from '../../src/course/quiz/question.ts';

export const quiz: readonly Question[] = [
  {
    kind: 'choice',
    id: 'gain',
    question:
      'A visitor complains that answers take six seconds. You turn on streaming. What changes?',
    choices: [
      {
        text: 'The answer is complete sooner.',
        isRight: false,
        explanation:
          'The model writes as fast as before. For that, ask for less text, or a faster model.',
      },
      {
        text: 'The first words are there sooner.',
        isRight: true,
        explanation:
          'They come when they are written, and reading takes longer than writing anyway.',
      },
      {
        text: 'The answer costs less.',
        isRight: false,
        explanation: 'The same tokens are read and written, so the price is the same.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'type',
    question: "What is wrong with `if (event.type.includes('text.delta'))`?",
    choices: [
      {
        text: 'It also matches other types, such as the summary of what a reasoning model thought.',
        isRight: true,
        explanation:
          "Then thoughts end up in the answer. Compare: `=== 'response.output_text.delta'`.",
      },
      {
        text: 'Nothing. It is shorter.',
        isRight: false,
        explanation: 'It works until a model sends `response.reasoning_summary_text.delta`.',
      },
      {
        text: 'It is too slow for so many events.',
        isRight: false,
        explanation: 'Looking for a few letters takes no time, next to the network.',
      },
    ],
  },
  {
    kind: 'order',
    id: 'life-cycle',
    question: 'Put the events of a streamed answer in order, and think of where the usage is.',
    items: [
      '`response.created`',
      '`response.output_text.delta`',
      '`response.output_text.done`',
      '`response.completed`',
    ],
    explanation:
      'The response opens, its text comes piece by piece and is closed, and the final event closes the response: that one has the `usage`.',
  },
  {
    kind: 'choice',
    id: 'silent-end',
    question:
      'The loop over a stream ends, nothing was thrown, no final event came. What do you have?',
    choices: [
      {
        text: 'A complete answer: otherwise there would be an error.',
        isRight: false,
        explanation: 'A connection that is closed too early ends the loop in the same way.',
      },
      {
        text: 'The beginning of an answer.',
        isRight: true,
        explanation: 'How much is missing nobody can say. Do not store it as if it were whole.',
      },
      {
        text: 'Nothing: the text so far is deleted.',
        isRight: false,
        explanation: 'The pieces that came are yours. They are only not all.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'stopped',
    question: 'Users stop every third answer. How do you count those in your budget?',
    choices: [
      {
        text: 'With zero: a stopped call has no usage.',
        isRight: false,
        explanation: 'It has, you only do not learn it. The input at least has been read.',
      },
      {
        text: 'Not at all, since nobody can know.',
        isRight: false,
        explanation: 'That is zero by another name, and the bill will be a surprise.',
      },
      {
        text: 'With the most each can have cost: its input, and the output up to its limit.',
        isRight: true,
        explanation:
          'Then the sum is never too low. With a low `max_output_tokens` it is not far too high either.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'silence',
    question:
      '`timeout: 20_000` is set. A stream begins after one second, then nothing comes any more. What happens?',
    choices: [
      {
        text: 'The SDK gives up 20 seconds after the start of the call.',
        isRight: false,
        explanation: 'The timeout ended when the answer began. It does not look at the rest.',
      },
      {
        text: 'The loop waits, unless your own code puts an end to it.',
        isRight: true,
        explanation:
          'A timer that each event starts again, and `stream.controller.abort()` when it runs out.',
      },
      {
        text: 'The SDK sends the request again.',
        isRight: false,
        explanation:
          'It retries only before an answer begins: half a text has been handed to you already.',
      },
    ],
  },
];
