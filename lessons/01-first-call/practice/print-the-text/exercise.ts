import { printsOnlyTheText } from '../../../../src/practice/criteria/output.ts';
import { endsWell, keyFromEnvironment } from '../../../../src/practice/criteria/program.ts';
import { getsAnswers } from '../../../../src/practice/criteria/requests.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

export const exercise: Exercise = {
  id: '01.1',
  slug: 'print-the-text',
  title: 'Print the text of an answer',
  task: `Write a program that asks the model **one question of your own** and prints the **text** of the answer:
no label before it, no other field of the response.

The key stands in the environment variable \`OPENAI_API_KEY\`, the address of the server in \`OPENAI_BASE_URL\`. The SDK
finds both by itself.`,
  hints: [
    'A response is an object with many fields. Step 2 of the lesson prints one of them: `course lesson 01 --step 2`.',
    'The SDK gathers the text in `response.output_text`. Without the SDK it is in `output`, in the item of type `message`, in its `content`, in the part of type `output_text`.',
    'Replace the last line of the starter with `console.log(response.output_text);`. In Python: `print(text)`, where `text` is the `text` of the part whose type is `output_text`.',
  ],
  scenarios: [{ name: 'all is well' }],
  criteria: [endsWell(), keyFromEnvironment, getsAnswers(1), printsOnlyTheText],
};
