import { printsOnlyTheText } from '../../../../src/practice/criteria/output.ts';
import { endsWell, keyFromEnvironment } from '../../../../src/practice/criteria/program.ts';
import { instructionsOf } from '../../../../src/practice/criteria/reading.ts';
import { eachRequest, getsAnswers } from '../../../../src/practice/criteria/requests.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

export const exercise: Exercise = {
  id: 'NN.1',
  slug: 'try-SLUG',
  title: 'To write: what the program does, in a few words',
  task: `To write: say what the program has to do, never how. This one asks the model **one question**, tells it in
\`instructions\` how to answer, and prints the **text** of the answer and nothing else.

The key stands in the environment variable \`OPENAI_API_KEY\`, the address of the server in \`OPENAI_BASE_URL\`. The SDK
finds both by itself.`,
  hints: [
    'To write: say where the lesson shows it. Step 2 tells the model how to answer: `course lesson NN --step 2`.',
    'To write: name what is needed. How to answer is a field of its own, `instructions`, beside `model` and `input`.',
    "To write: give the line. `client.responses.create({ model, input, instructions: 'Answer in one sentence.' })`.",
  ],
  scenarios: [{ name: 'all is well' }],
  criteria: [
    endsWell(),
    keyFromEnvironment,
    getsAnswers(1),
    eachRequest(
      {
        id: 'says-how-to-answer',
        name: 'The request tells the model how to answer.',
        expected: 'a text in instructions, or from the developer',
      },
      (request) => (instructionsOf(request) === '' ? 'no instructions' : null),
    ),
    printsOnlyTheText,
  ],
};
