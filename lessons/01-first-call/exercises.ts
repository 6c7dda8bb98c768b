import {
  calls,
  criterion,
  endsWell,
  keepsKeyOut,
  sends,
  shortened,
  squeezed,
} from '../../src/practice/criteria.ts';
import type { Exercise } from '../../src/practice/exercise.ts';
import { printed } from '../../src/practice/observation.ts';

const question = 'What is an API?';

export const exercises: readonly Exercise[] = [
  {
    name: 'first-call',
    title: 'Ask, and print the answer',
    task: `
Write a program that asks the model **${question}**, once, and prints the text of the answer and nothing else. The key comes from the environment, as in the lesson.`,
    hints: [
      'A call needs a client, a model and an input. Step 2 of the lesson is a whole program that does this.',
      'The SDK puts the text of the answer into one field of the response; step 3 lists the fields.',
      '`const response = await client.responses.create({ model, input: … })`, then `console.log(response.output_text)`.',
    ],
    scenarios: [
      {
        when: 'on a good day',
        criteria: [
          sends('asks once', 1),
          criterion('asks the question', (observation) => {
            const asked = calls(observation).map(({ body }) => JSON.stringify(body?.input ?? null));
            return {
              passed: asked.some((input) => squeezed(input).includes(question)),
              expected: `“${question}” in the input`,
              actual: asked[0] ? shortened(asked[0]) : 'no request',
            };
          }),
          keepsKeyOut,
          criterion('prints the text of the answer and nothing else', (observation) => {
            const answer = calls(observation).find((call) => call.answer !== null)?.answer ?? null;
            const text = squeezed(printed(observation.program));
            return {
              passed: answer !== null && text === squeezed(answer),
              expected: answer === null ? 'the text of the answer' : shortened(answer),
              actual: text === '' ? 'nothing on standard output' : shortened(text),
            };
          }),
          endsWell,
        ],
      },
    ],
  },
];
