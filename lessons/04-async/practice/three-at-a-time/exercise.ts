import {
  asksEach,
  printsInOrder,
  reaches,
  staysWithin,
} from '../../../../src/practice/criteria/concurrency.ts';
import { endsWell, keyFromEnvironment } from '../../../../src/practice/criteria/program.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

const topics = ['a token', 'a prompt', 'a model', 'a stream', 'a rate limit', 'a timeout'];
const questions = topics.map((topic) => `What is ${topic}?`);
const [slowest] = questions;
const limit = 3;

export const exercise: Exercise = {
  id: '04.1',
  slug: 'three-at-a-time',
  title: 'Six questions, three at a time',
  task: `The starter has **six questions** and asks one after another. Make it faster: keep **three** requests under way at once,
never more, and print the answers **in the order of the questions**, whichever comes first. The answer to the first
question takes longest.`,
  hints: [
    'A call starts when the function is called, not when it is awaited. What is awaited in a `for` loop runs one after another: `course lesson 04 --step 3`.',
    '`Promise.all` gives its results in the order in which the promises stand in the list, not in which they end. `pLimit(3)` of the package p-limit (which you need not install here) starts no more than three at once. In Python: `ThreadPoolExecutor(max_workers=3).map`.',
    "```ts\nimport pLimit from 'p-limit';\nconst limit = pLimit(3);\nconst answers = await Promise.all(\n  questions.map((question) => limit(() => ask(question))),\n);\n```",
  ],
  scenarios: [
    {
      name: 'all is well',
      latency: 'realistic',
      answer: (question) => {
        const sentence = `One answer to the question "${question}" is that it depends on whom you ask, and when.`;
        return Array(question === slowest ? 4 : 2)
          .fill(sentence)
          .join(' ');
      },
    },
  ],
  criteria: [
    endsWell(),
    keyFromEnvironment,
    asksEach(questions),
    reaches(limit),
    staysWithin(limit),
    printsInOrder(questions),
  ],
};
