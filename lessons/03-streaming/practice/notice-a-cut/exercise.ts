import { printsTheAnswers } from '../../../../src/practice/criteria/output.ts';
import {
  endsWell,
  failsInWords,
  keyFromEnvironment,
} from '../../../../src/practice/criteria/program.ts';
import { getsAnswers } from '../../../../src/practice/criteria/requests.ts';
import { asksForStreams } from '../../../../src/practice/criteria/streams.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

const cut = 'the stream ends in the middle';
const failed = 'the answer fails in the middle';

export const exercise: Exercise = {
  id: '03.2',
  slug: 'notice-a-cut',
  title: 'Notice a stream that was cut',
  task: `Print a streamed answer as it arrives, and notice when it is **not whole**. The check runs your program three times.

- **All is well:** the text is printed, and the exit code is 0.
- **The stream ends in the middle:** the pieces stop, and no last event comes. Nothing throws.
- **The answer fails in the middle:** the last event is \`response.failed\`. Nothing throws either.

In the second and the third say in one sentence on standard error that the answer is not whole, and end with exit code 1.

To see such answers: \`course sandbox --fail cut@5\` in another terminal, or \`--fail failed@5\`. It says there how to ask it.`,
  hints: [
    'A stream that was cut ends like any other: the loop is over. What is missing is the event that should have come last.',
    'Only `response.completed` says that the answer is whole. Note it when it comes, and look at your note after the loop.',
    "```ts\nlet isWhole = false;\nfor await (const event of stream) {\n  if (event.type === 'response.output_text.delta') {\n    process.stdout.write(event.delta);\n  }\n  if (event.type === 'response.completed') isWhole = true;\n}\nif (!isWhole) {\n  console.error('\\nThe answer is not whole.');\n  process.exitCode = 1;\n}\n```",
  ],
  scenarios: [
    { name: 'all is well' },
    // A program that asks again meets the same.
    { name: cut, fail: 'cut@5*100' },
    { name: failed, fail: 'failed@5*100' },
  ],
  criteria: [
    endsWell(),
    keyFromEnvironment,
    getsAnswers(1),
    asksForStreams,
    printsTheAnswers(),
    failsInWords({
      id: 'notices-the-cut',
      name: 'When the stream ends in the middle, it says so on standard error and ends with an exit code other than 0.',
      scenario: cut,
    }),
    failsInWords({
      id: 'notices-the-failure',
      name: 'When the answer fails in the middle, it says so on standard error and ends with an exit code other than 0.',
      scenario: failed,
    }),
  ],
};
