import type { Lesson } from '../../src/course/lesson.ts';
import { bounded } from './bounded.ts';
import { limits } from './limits.ts';
import {
  answeredOfThree,
  closestTo,
  firstToArrive,
  howItAddedUp,
  requestsForFive,
  whatArrivedWhen,
  whatTheLimitCost,
  whatTogetherTook,
  whatWasBounded,
  whatWasPaidFor,
} from './notices.ts';
import { oneByOne } from './one-by-one.ts';
import { oneFails } from './one-fails.ts';
import { order } from './order.ts';
import { promise } from './promise.ts';
import { quiz } from './quiz.ts';
import { together } from './together.ts';

const threeStyles = ['In detail.', 'In five words.', 'As a haiku.'];

export const lesson: Lesson = {
  id: '04',
  slug: 'async',
  title: 'Many calls at once',
  question: 'What is concurrency?',
  goals: [
    'start calls without waiting for each in turn',
    'keep the good answers when one call fails',
    'hold the number of calls at once to a limit',
    'say what keeps a program from being faster still',
  ],
  steps: [
    {
      id: 'promise',
      title: 'A call is a promise',
      text: `
A call is nearly all waiting: the work is done elsewhere. So the SDK does not make you wait. \`create\` sends the request and gives
you a **promise**, a thing that will hold the answer later; \`await\` is where you wait for it.

Elsewhere, in Python say, there is a second, “async” client for this. In JavaScript there is one client, and it is always like this.`,
      prediction: {
        kind: 'choice',
        question: 'what does this program print first?',
        choices: ['The answer of the model', 'That the program goes on'],
        outcome: ({ printed }) => (printed.startsWith('The call is made') ? 1 : 0),
        reveal: `
The line from **after** the call comes first: the request is on its way, and the program is free to do something
else. Another call, for instance.`,
      },
      demo: { file: 'promise.ts', run: promise, role: 'default', asksQuestion: true },
    },
    {
      id: 'one-by-one',
      title: 'One after another',
      text: `
The same question in four styles, in the way most people write it first: a loop with \`await\` inside. The picture
below has one row for each call, from left to right in time.`,
      demo: { file: 'one-by-one.ts', run: oneByOne, role: 'default', asksQuestion: true },
      draw: 'waterfall',
      notice: howItAddedUp,
    },
    {
      id: 'together',
      title: 'All at once',
      text: `
Now all calls are started before the first \`await\`. \`Promise.all\` takes a list of promises and gives one promise: for the
list of all results. Having several things under way like this is called **concurrency**, and sending out many calls a **fan-out**.`,
      prediction: {
        kind: 'choice',
        question: 'how long until all four answers are there? As long as …',
        choices: ['all four calls added up', 'the slowest of the four', 'the average of the four'],
        outcome: closestTo,
        reveal: whatTogetherTook,
      },
      demo: { file: 'together.ts', run: together, role: 'default', asksQuestion: true },
      draw: 'waterfall',
      notice: `
The first limit of any fan-out is its **slowest call**: more calls at once do not make one of them faster. And it is not
cheaper either. The tokens are the same, only the waiting overlaps.`,
    },
    {
      id: 'order',
      title: 'The order of results',
      text: `
Three answers of different length, all asked for at once. Each says when it has arrived; after that the results are
printed from first to last.`,
      prediction: {
        kind: 'choice',
        question: 'which answer arrives first?',
        choices: threeStyles,
        outcome: (outcome) => firstToArrive(outcome, threeStyles),
        reveal: whatArrivedWhen,
      },
      demo: { file: 'order.ts', run: order, role: 'default', asksQuestion: true },
      draw: 'waterfall',
      notice: `
The list of results does not care: \`Promise.all\` keeps **the order in which you asked**, whichever came first. So
\`answers[2]\` belongs to \`styles[2]\`, always. Never collect results with \`push\` as they arrive, unless the order
does not matter.`,
    },
    {
      id: 'one-fails',
      title: 'One of them fails',
      text: `
In a list of a thousand rows, one is empty, and an empty input is refused with a 400. Two ways to wait for the
same calls: \`Promise.all\`, and \`Promise.allSettled\`, which never throws and tells of each call how it ended.`,
      prediction: {
        kind: 'number',
        question: 'three calls, the second is refused. How many does the API answer, and bill?',
        unit: 'calls',
        measure: answeredOfThree,
        reveal: whatWasPaidFor,
      },
      demo: {
        file: 'one-fails.ts',
        run: oneFails,
        role: 'default',
        asksQuestion: true,
        onSandbox: { because: 'it provokes a failure' },
      },
      notice: `
Use \`Promise.all\` when all results are needed or none. For many independent jobs use \`Promise.allSettled\`: keep what
is \`fulfilled\`, write down which inputs were \`rejected\` and why, and run those again, not all of them.`,
    },
    {
      id: 'bounded',
      title: 'Not all at once',
      text: `
With a thousand rows, “all at once” means a thousand requests in the same second. No server likes that. A **limit on
concurrency** lets at most so many calls run at once, and starts the next one when one ends. The package \`p-limit\` does
just that: \`npm install p-limit\`.`,
      demo: { file: 'bounded.ts', run: bounded, role: 'default', asksQuestion: true },
      draw: 'waterfall',
      notice: (facts) => `
${whatWasBounded(facts)}

Without the package it takes a few lines, three workers that share one queue:

\`\`\`ts
${threeWorkers}
\`\`\``,
    },
    {
      id: 'limits',
      title: 'What the server allows',
      text: `
A server allows each account so many requests and so many tokens a minute: its **rate limits**. What is above
them is refused with status **429**, which asks you to wait; the SDK waits, and sends it again.`,
      prediction: {
        kind: 'number',
        question:
          'five calls at once; the server refuses two of them, once each. How many requests does it get in all?',
        unit: 'requests',
        measure: requestsForFive,
        reveal: whatTheLimitCost,
      },
      demo: {
        file: 'limits.ts',
        run: limits,
        role: 'default',
        asksQuestion: true,
        onSandbox: { because: 'it runs into a rate limit', fail: 'ok,ok,429=0.2,ok,429=0.3' },
      },
      draw: 'waterfall',
      notice: `
So three things decide how long a fan-out takes:

- its **slowest call**: ask for less text, or for a faster model;
- your own **concurrency**: with n calls at once, at best an nth of the sum;
- the **rate limits**: beyond them more calls at once only bring more refusals.

Begin with a small number, such as five, and raise it while the time still falls and no 429 comes.`,
    },
    {
      id: 'when',
      title: 'When to do what',
      text: `
- **Many inputs, one task** (reviews to sort, pages to summarise): a bounded fan-out with \`allSettled\`.
- **Steps that need each other** (write, then translate what was written): \`await\` one after the other. No trick makes that parallel.
- **A web server**: nothing to do. Node serves other visitors while one waits at an \`await\`. What you
  must not do is block it with long calculations. And if each visitor causes a fan-out, share *one* limit among them all.
- **Nobody waits for the result** (a job for the night): the Batch API takes a file of requests, answers within a day, and costs less.`,
    },
  ],
  recap: [
    'A call gives a promise at once; `await` is where you wait.',
    'Start calls that do not need each other before you wait for any of them.',
    '`Promise.all` keeps the order, and throws at the first failure; `Promise.allSettled` tells how each call ended.',
    'Bound the number of calls at once.',
    'Slowest call, concurrency and rate limits decide the time; the cost stays the same.',
  ],
  quiz,
};

const threeWorkers = `const queue = styles.entries();
const responses = [];
const worker = async () => {
  for (const [index, style] of queue) responses[index] = await ask(style);
};
await Promise.all([worker(), worker(), worker()]);`;
