import { printsTheAnswers } from '../../../../src/practice/criteria/output.ts';
import {
  endsWell,
  failsInWords,
  keyFromEnvironment,
} from '../../../../src/practice/criteria/program.ts';
import { givesUpWaiting, meets, sendsAtMost } from '../../../../src/practice/criteria/retries.ts';
import type { Exercise } from '../../../../src/practice/exercise.ts';

const stumbles = 'the server stumbles once';
const refused = 'the key is refused';
const empty = 'the account is empty';
const silent = 'the server says nothing';

export const exercise: Exercise = {
  id: '05.2',
  slug: 'know-when-to-stop',
  title: 'Know when to stop',
  task: `Your program asks one question and prints the answer. The check runs it four times.

- **The server stumbles once:** 503, then it is well. Try again.
- **The key is refused:** 401. It will be refused the next time too: one request, and no more.
- **The account is empty:** 429 with the code \`credit_balance_exhausted\` and the type \`insufficient_quota\`. It looks like a rate
  limit and is none: one request, and no more.
- **The server says nothing:** the request arrives, and no answer comes. Give an attempt up after two seconds, and the whole
  after three attempts at the most.

Whenever there is no answer, say in one sentence on standard error why, and end with exit code 1.

To see such answers: \`course sandbox --fail quota\` in another terminal, or \`--fail 401\`, \`--fail timeout\`. It says there how to ask it.`,
  hints: [
    'The SDK retries every 429, an empty account too. Whether to try again has to be decided by the `type` of the error, so take the decision into your own hands: `maxRetries: 0` and a loop.',
    'An `OpenAI.APIError` has `status` and `type`. What passes by itself: a connection that failed or timed out (no `status`), 408, 409, a 429 whose type is not `insufficient_quota`, and everything from 500 up. The timeout is an option of the client, in milliseconds.',
    "```ts\nconst client = new OpenAI({ maxRetries: 0, timeout: 2000 });\n\nfunction passes(error: InstanceType<typeof OpenAI.APIError>) {\n  const { status, type } = error;\n  if (type === 'insufficient_quota') return false;\n  if (status === undefined || status >= 500) return true;\n  return [408, 409, 429].includes(status);\n}\n```\n\nThen a loop of three tries, in which the `catch` goes on only while `passes(error)`, after a short sleep.",
  ],
  scenarios: [
    { name: stumbles, fail: '503,ok' },
    { name: refused, fail: '401*1000' },
    { name: empty, fail: 'quota*1000' },
    { name: silent, fail: 'timeout*1000' },
  ],
  criteria: [
    endsWell(),
    keyFromEnvironment,
    meets(['503', 'answered'], {
      id: 'tries-again',
      name: 'When the server stumbles once, the program tries again.',
      expected: '2 requests: 503, answered',
    }),
    printsTheAnswers(),
    sendsAtMost(1, {
      id: 'stops-at-401',
      name: 'When the key is refused, the program does not ask again.',
      expected: '1 request',
      scenario: refused,
    }),
    failsInWords({
      id: 'says-that-the-key-is-refused',
      name: sentence(refused),
      scenario: refused,
    }),
    sendsAtMost(1, {
      id: 'stops-at-quota',
      name: 'When the account is empty, the program does not ask again.',
      expected: '1 request: the type of the error says that waiting does not help',
      scenario: empty,
    }),
    failsInWords({ id: 'says-that-the-account-is-empty', name: sentence(empty), scenario: empty }),
    givesUpWaiting({
      id: 'times-out',
      name: 'When the server says nothing, the program gives an attempt up.',
      expected: 'the connection closed after 2 s, by the program',
      scenario: silent,
    }),
    sendsAtMost(3, {
      id: 'stops-at-silence',
      name: 'When the server says nothing, the program makes three attempts at the most.',
      expected: '3 requests at the most',
      scenario: silent,
    }),
    failsInWords({ id: 'says-that-it-timed-out', name: sentence(silent), scenario: silent }),
  ],
};

function sentence(scenario: string): string {
  return `When ${scenario}, it says so on standard error and ends with an exit code other than 0.`;
}
