import type { Question } from '../../src/course/quiz/question.ts';

export const quiz: readonly Question[] = [
  {
    kind: 'choice',
    id: 'where-to-put',
    question:
      'Your program sums up letters that users paste. Where does “Answer in three bullet points” go?',
    choices: [
      {
        text: 'In front of each letter, in the `input`.',
        isRight: false,
        explanation:
          'It works, but rule and letter are mixed up, and the letter can contradict it.',
      },
      {
        text: 'In the `instructions`.',
        isRight: true,
        explanation: 'It is the same for every call, and it comes from you, not from the user.',
      },
      {
        text: 'In an `assistant` message.',
        isRight: false,
        explanation: 'That role says what the model has answered before.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'stateless',
    question:
      'The first call has `instructions: "You are a pirate."`. A second call follows, with an input only. Who answers?',
    choices: [
      {
        text: 'A pirate: the API knows the key, and what it was told before.',
        isRight: false,
        explanation: 'The key says who pays. It is no memory: each request stands on its own.',
      },
      {
        text: 'A pirate, for as long as the program runs.',
        isRight: false,
        explanation: 'The client object of the SDK keeps the key and the address, and no messages.',
      },
      {
        text: 'The model as it is, without a character.',
        isRight: true,
        explanation: 'What a request does not carry, the model does not know.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'extract',
    question: 'A program reads the amount and the date from invoices. Which temperature?',
    choices: [
      {
        text: '0, where the model accepts it.',
        isRight: true,
        explanation: 'There is one right answer, and variety can only lead away from it.',
      },
      {
        text: '1, since the default has been chosen with care.',
        isRight: false,
        explanation: 'The default suits conversation. Here it lets the model draw unlikely tokens.',
      },
      {
        text: '2, so that the model finds what others miss.',
        isRight: false,
        explanation:
          'A high temperature does not make a model look closer, it favours unlikely words.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'zero',
    question: 'At temperature 0 the same request is sent twice. What may you rely on?',
    choices: [
      {
        text: 'That both texts are the same, letter for letter.',
        isRight: false,
        explanation: 'Mostly they are. The API does not promise it, and there is no `seed`.',
      },
      {
        text: 'That the text is right.',
        isRight: false,
        explanation: 'Temperature decides how words are drawn, not whether they are true.',
      },
      {
        text: 'On neither: the texts will mostly agree, and a test must not break when they do not.',
        isRight: true,
        explanation: 'Check what an answer has to contain, not its exact words.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'both',
    question: 'Why not lower both temperature *and* `top_p`?',
    choices: [
      {
        text: 'Both narrow the same choice, and you cannot tell which of them did what.',
        isRight: true,
        explanation: 'Change one, look at the results, and leave the other at its default.',
      },
      {
        text: 'The API refuses a request that has both.',
        isRight: false,
        explanation:
          'A model that accepts one accepts the two together. It is only hard to reason about.',
      },
      {
        text: 'It costs twice as much.',
        isRight: false,
        explanation: 'You pay for tokens. Neither setting has a price.',
      },
    ],
  },
  {
    kind: 'choice',
    id: 'new-model',
    question:
      "You change the name of the model, and every call fails: 400, “Unsupported parameter: 'temperature'”. What do you do?",
    choices: [
      {
        text: 'Send it again after a pause.',
        isRight: false,
        explanation: 'A 400 is about the request: the same one is refused again.',
      },
      {
        text: 'Leave the field out for models that do not accept it.',
        isRight: true,
        explanation:
          'Decide it from a list of what your models accept, before the request is made.',
      },
      {
        text: 'Set the temperature to 1, which is the default anyway.',
        isRight: false,
        explanation: 'The field itself is refused, whatever its value.',
      },
    ],
  },
];
