import { printsTheCosts, stopsAtTheBudget } from '../../../../src/practice/criteria/money.ts';
import { printsTheAnswers } from '../../../../src/practice/criteria/output.ts';
import {
  endsWell,
  failsInWords,
  keyFromEnvironment,
} from '../../../../src/practice/criteria/program.ts';
import { getsAnswers } from '../../../../src/practice/criteria/requests.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

const dear = 'answers are long';
/** USD per million tokens. */
const price = { input: 0.15, output: 0.6 };
/** USD. */
const budget = 0.0002;

const sentence = 'This is one more sentence of an answer that is longer than it would have to be.';

export const exercise: Exercise = {
  id: '06.1',
  slug: 'keep-the-bill',
  title: 'Keep the bill, and a budget',
  task: `The starter asks three questions. After each answer print **what the call cost** in US dollars, and at the end **the
sum**, each with eight decimals or more. Input tokens cost $${price.input} a million, output tokens $${price.output}.

Keep to a **budget of $${budget}**: before each call look at what has been spent. Once it is the budget or more, send
nothing, say so on standard error, and end with exit code 1. The check runs your program twice: with short answers,
for which the budget is enough, and with long ones, for which it is not.`,
  hints: [
    'The price of a call follows from two numbers that every response brings along: `course lesson 06 --step 2`.',
    'cost = (input tokens × input price + output tokens × output price) / 1,000,000. The tokens are in `response.usage`, as `input_tokens` and `output_tokens`. `cost.toFixed(8)` writes eight decimals.',
    "```ts\nlet spent = 0;\nfor (const input of questions) {\n  if (spent >= budget) {\n    console.error('The budget is spent.');\n    process.exit(1);\n  }\n  const response = await client.responses.create({ model, input });\n  const { input_tokens = 0, output_tokens = 0 } = response.usage ?? {};\n  const cost =\n    (input_tokens * price.input + output_tokens * price.output) / 1e6;\n  spent += cost;\n  // print both\n}\n```",
  ],
  scenarios: [
    { name: 'answers are short', answer: () => 'A short answer costs little.' },
    { name: dear, answer: () => Array(15).fill(sentence).join(' ') },
  ],
  criteria: [
    endsWell(),
    keyFromEnvironment,
    getsAnswers(3, { name: 'With short answers it asks all three questions.' }),
    printsTheAnswers({ least: 3 }),
    printsTheCosts(price, { least: 3 }),
    stopsAtTheBudget({ price, budget }, { scenario: dear }),
    failsInWords({
      id: 'says-that-the-budget-is-spent',
      name: 'When the budget is spent, it says so on standard error and ends with an exit code other than 0.',
      scenario: dear,
    }),
  ],
};
