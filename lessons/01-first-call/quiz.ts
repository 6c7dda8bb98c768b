import type { Question } from '../../src/course/quiz/question.ts';

export const quiz: readonly Question[] = [
  {
    kind: 'choice',
    id: 'key',
    question: 'What is the API key for?',
    choices: [
      {
        text: 'It encrypts the prompt on its way.',
        isRight: false,
        explanation: 'HTTPS encrypts everything, with a key or without.',
      },
      {
        text: 'It tells the server whose request this is, and who pays for it.',
        isRight: true,
        explanation: 'The header `Authorization: Bearer …` names the account, nothing else does.',
      },
      {
        text: 'It chooses the model.',
        isRight: false,
        explanation: 'The field `model` in the body does that.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'post',
    question: 'Why is the request a `POST` and not a `GET`?',
    choices: [
      {
        text: 'Because it carries a body, and makes something new on the server.',
        isRight: true,
        explanation:
          'A `POST` brings data with it, here as JSON, and asks for a new response to be made.',
      },
      {
        text: 'Because `POST` is faster.',
        isRight: false,
        explanation: 'The method says what a request means, not how fast it is.',
      },
      {
        text: 'Because `GET` cannot carry a key.',
        isRight: false,
        explanation:
          'Any request can have headers; fetching a stored response is a `GET` with the same key.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'output-text',
    question: 'You call the API with plain `fetch`. Where is the text of the answer?',
    choices: [
      {
        text: 'In `body.output_text`.',
        isRight: false,
        explanation: 'That field is made by the SDK. On the wire it does not exist.',
      },
      {
        text: 'In `body.choices[0].message.content`.',
        isRight: false,
        explanation: 'That is the shape of Chat Completions, an older endpoint.',
      },
      {
        text: 'In the parts of the messages in the list `body.output`.',
        isRight: true,
        explanation:
          'Each message of `output` has a list `content`, and its parts have the `text`.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'unauthorized',
    question: 'Your program gets a 401. What do you do?',
    choices: [
      {
        text: 'Wait a second and send it again.',
        isRight: false,
        explanation: 'Nothing passes by itself here: the same key is refused again.',
      },
      {
        text: 'Check which key the program uses, and whether it still exists.',
        isRight: true,
        explanation: '401 is about who asks: a missing, mistyped or revoked key.',
      },
      {
        text: 'Ask for a shorter answer.',
        isRight: false,
        explanation: 'The request was refused before any model saw it.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'leaked',
    question: 'You pushed a key to a public repository a minute ago. What comes first?',
    choices: [
      {
        text: 'Delete the commit and push again.',
        isRight: false,
        explanation:
          'The key may have been copied already, and old commits can often still be fetched.',
      },
      {
        text: 'Revoke the key, then make a new one.',
        isRight: true,
        explanation: 'Only revoking makes the copies worthless. Cleaning the history can wait.',
      },
      {
        text: 'Make the repository private.',
        isRight: false,
        explanation: 'That hides the page, not the copies that were made.',
      },
    ],
  },
  {
    kind: 'blank',
    id: 'variable',
    question: '`new OpenAI()` finds your key in the environment variable ___.',
    accepts: ['OPENAI_API_KEY'],
    isCode: true,
    explanation:
      'So the key is nowhere in the code, and a copy of the code is not a copy of the key.',
    mistakes: [
      {
        text: 'OPENAI_KEY',
        explanation: 'Nearly. The SDK knows one name only: `OPENAI_API_KEY`.',
      },
      {
        text: '.env',
        explanation:
          '`.env` is a file from which programs fill variables. The variable is `OPENAI_API_KEY`.',
      },
    ],
  },
];
