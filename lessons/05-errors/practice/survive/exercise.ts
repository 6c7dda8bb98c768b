import { printsTheAnswers } from '../../../../src/practice/criteria/output.ts';
import {
  endsWell,
  failsInWords,
  keyFromEnvironment,
} from '../../../../src/practice/criteria/program.ts';
import {
  backsOff,
  meets,
  sendsAtMost,
  waitsAsAsked,
} from '../../../../src/practice/criteria/retries.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

const stumbles = 'the server stumbles twice';
const down = 'the server stays down';

export const exercise: Exercise = {
  id: '05.1',
  slug: 'survive',
  title: 'Survive a server that stumbles',
  task: `Your program asks one question and prints the answer. The check runs it twice.

- **The server stumbles twice:** it answers first 429 and asks for a wait of one second, then 503, then it is well. Get
  the answer all the same. Wait as long as the server asks; where it only fails, wait a little of your own accord.
- **The server stays down:** it answers 503 every time. Give up after a few tries, ten requests at the most, say in one
  sentence on standard error that there is no answer, and end with exit code 1. No stack trace.

To see such answers: \`course sandbox --fail 429=1,503,ok\` in another terminal. It says there how to ask it.`,
  hints: [
    'The SDK can do the waiting: it honours `retry-after`, and backs off where there is none. Look at how the client of the starter is made.',
    'With `maxRetries: 3` a call makes four attempts at the most. When the last one fails too, `create` throws an `OpenAI.APIError`: catch it. In Python catch `urllib.error.HTTPError`, whose `headers` hold `Retry-After`; curl has `--retry 3`.',
    '```ts\nconst client = new OpenAI({ maxRetries: 3 });\ntry {\n  // ask and print\n} catch (error) {\n  console.error("No answer:", error instanceof Error ? error.message : error);\n  process.exitCode = 1;\n}\n```',
  ],
  scenarios: [
    { name: stumbles, fail: '429=1,503,ok' },
    { name: down, fail: '503*1000' },
  ],
  criteria: [
    endsWell(),
    keyFromEnvironment,
    meets(['429', '503', 'answered'], {
      id: 'keeps-asking',
      name: 'When the server stumbles twice, the program asks again until it is answered.',
      expected: '3 requests: 429, 503, answered',
    }),
    waitsAsAsked,
    backsOff({ scenario: down }),
    printsTheAnswers(),
    sendsAtMost(10, {
      id: 'gives-up',
      name: 'When the server stays down, the program gives up after a few tries.',
      expected: '10 requests at the most',
      scenario: down,
    }),
    failsInWords({ scenario: down }),
  ],
};
