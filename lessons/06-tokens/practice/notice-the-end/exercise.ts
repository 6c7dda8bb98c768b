import { printsTheAnswers } from '../../../../src/practice/criteria/output.ts';
import {
  endsWell,
  failsInWords,
  keyFromEnvironment,
} from '../../../../src/practice/criteria/program.ts';
import { field } from '../../../../src/practice/criteria/reading.ts';
import { eachRequest, getsAnswers } from '../../../../src/practice/criteria/requests.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

const long = 'the answer is longer than the cap';
const cap = 40;

const sentence = 'This is one more sentence of an answer that is longer than it would have to be.';

export const exercise: Exercise = {
  id: '06.2',
  slug: 'notice-the-end',
  title: 'Notice an answer that was cut off',
  task: `Ask one question with \`max_output_tokens: ${cap}\`, and print the text of the answer. A longer answer is cut off there: the
call succeeds, and the response says \`incomplete\`. Notice it: print the text that came, say in one sentence on standard
error that it is not the whole answer, and end with exit code 1. The check runs your program twice, with a short
answer and with a long one.`,
  hints: [
    'Nothing throws when an answer is cut off: the response itself says so, in one of its first fields. `course lesson 06` shows it in the step on answers that were cut.',
    '`response.status` is `completed` or `incomplete`; why stands in `response.incomplete_details.reason`. The text that came is in `output_text` as always.',
    "```ts\nconsole.log(response.output_text);\nif (response.status === 'incomplete') {\n  console.error('Cut off:', response.incomplete_details?.reason);\n  process.exitCode = 1;\n}\n```",
  ],
  scenarios: [
    { name: 'the answer is short', answer: () => 'A short answer fits.' },
    { name: long, answer: () => Array(20).fill(sentence).join(' ') },
  ],
  criteria: [
    endsWell(),
    keyFromEnvironment,
    getsAnswers(1),
    printsTheAnswers(),
    eachRequest(
      {
        id: 'keeps-the-cap',
        name: `The request caps the answer at ${cap} tokens.`,
        expected: `max_output_tokens: ${cap}`,
        scenario: long,
      },
      (request) => {
        const sent = field(request, 'max_output_tokens');
        return sent === cap ? null : `max_output_tokens: ${sent ?? 'not set'}`;
      },
    ),
    printsTheAnswers({
      id: 'prints-what-came',
      name: 'Of an answer that was cut off it prints what came.',
      expected: 'the text up to the cut on standard output',
      scenario: long,
    }),
    failsInWords({
      id: 'notices-the-cut',
      name: 'When the answer was cut off, it says so on standard error and ends with an exit code other than 0.',
      scenario: long,
    }),
  ],
};
