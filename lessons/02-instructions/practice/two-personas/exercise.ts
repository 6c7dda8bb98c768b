import { printsTheAnswers } from '../../../../src/practice/criteria/output.ts';
import { endsWell, keyFromEnvironment } from '../../../../src/practice/criteria/program.ts';
import { field, instructionsOf, questionOf } from '../../../../src/practice/criteria/reading.ts';
import {
  eachRequest,
  getsAnswers,
  whatDiffers,
} from '../../../../src/practice/criteria/requests.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

export const exercise: Exercise = {
  id: '02.1',
  slug: 'two-personas',
  title: 'One question, two personas',
  task: `Ask the model **the same question twice**: once as a stand-up comedian, once as a strict professor, or any other two
personas that you like. Print both answers.

How to answer goes into \`instructions\` (or into a \`developer\` message), never into the question. Both requests ask for
\`temperature: 0\`, so that what differs comes from the instructions and not from chance.`,
  hints: [
    'What to answer and how to answer are two fields of one request. Steps 1 and 2 of the lesson show both: `course lesson 02 --step 1`.',
    'Two calls of `client.responses.create`, alike but for `instructions`. `temperature` is a number beside `model` and `input`; 0 is not the same as leaving it out, which means 1.',
    "```ts\nconst personas = ['You are a comedian.', 'You are a strict professor.'];\nfor (const instructions of personas) {\n  const response = await client.responses.create({\n    model,\n    input,\n    instructions,\n    temperature: 0,\n  });\n  console.log(response.output_text);\n}\n```",
  ],
  scenarios: [{ name: 'all is well' }],
  criteria: [
    endsWell(),
    keyFromEnvironment,
    getsAnswers(2),
    whatDiffers(
      {
        id: 'same-question',
        least: 2,
        name: 'Both requests ask the same question.',
        expected: 'the same text from the user in both',
      },
      { of: questionOf, isRight: (distinct) => distinct.size === 1 && !distinct.has('') },
    ),
    whatDiffers(
      {
        id: 'two-personas',
        least: 2,
        name: 'Each request has instructions of its own.',
        expected: 'two different texts in instructions, or from the developer',
      },
      { of: instructionsOf, isRight: (distinct) => distinct.size === 2 && !distinct.has('') },
    ),
    eachRequest(
      {
        id: 'temperature-0',
        least: 2,
        name: 'Each request sets the temperature to 0.',
        expected: 'temperature: 0',
      },
      (request) => {
        const temperature = field(request, 'temperature');
        if (temperature === undefined) return 'no temperature, which means 1';
        return temperature === 0 ? null : `temperature: ${temperature}`;
      },
    ),
    printsTheAnswers({ least: 2 }),
  ],
};
