import {
  calls,
  criterion,
  endsInFailure,
  endsWell,
  keepsKeyOut,
  printsAnswer,
  sends,
  tellsKindly,
  waitsBefore,
} from '../../src/practice/criteria.ts';
import type { Exercise } from '../../src/practice/exercise.ts';
import type { Observation } from '../../src/practice/observation.ts';

const lastAnswer = (observation: Observation) =>
  calls(observation).findLast(({ answer }) => answer !== null)?.answer ?? null;

/** Milliseconds; any backoff worth the name is longer. */
const shortestBackoff = 100;

export const exercises: readonly Exercise[] = [
  {
    name: 'survive',
    title: 'Get through a bad moment',
    task: `
Write a program that asks the model **What is a retry?** and prints the answer, also when the server has a bad moment:

- After a **429** or a **5xx** it tries again. If the server asks it to wait (\`retry-after\`), it waits at least that long; if not, it waits a little by itself.
- After a few tries that all failed it gives up: it prints **one sentence** that says so, no stack trace, and ends with an exit code other than 0.

It may leave the retries to the SDK, or do them itself.`,
    hints: [
      'Step 3 of the lesson: how much of this does the SDK do by itself? What is left for you is the end: when every try has failed.',
      'The SDK tries twice more, honours `retry-after` and waits between tries. Around the call you need `try` and `catch`; `process.exitCode = 1` sets the exit code.',
      '`try { … console.log(response.output_text) } catch (error) { if (!(error instanceof OpenAI.APIError)) throw error; console.error("…"); process.exitCode = 1; }`',
    ],
    scenarios: [
      {
        when: 'while the server is busy for a moment',
        sandbox: { fail: '429=1,503,ok' },
        criteria: [
          sends('tries until it is answered, and no more', 3),
          waitsBefore(
            'waits as long as the server asks',
            2,
            ({ retryAfterMs }) => retryAfterMs ?? shortestBackoff,
          ),
          waitsBefore('waits a little where the server does not say', 3, () => shortestBackoff),
          printsAnswer('prints the answer in the end', lastAnswer),
          endsWell,
          keepsKeyOut,
        ],
      },
      {
        when: 'while the server stays broken',
        sandbox: { fail: '500*99' },
        limitMs: 30_000,
        criteria: [
          criterion('gives up after a few tries', (observation) => {
            const tries = calls(observation).length;
            return {
              passed: tries >= 2 && tries <= 10,
              expected: '2 to 10 tries',
              actual: tries === 1 ? '1 try' : `${tries} tries`,
            };
          }),
          tellsKindly(
            'says that it failed',
            /\p{L}{3,}.*\s\p{L}{2,}/u,
            'that says what is the matter',
          ),
          endsInFailure,
        ],
      },
    ],
  },
  {
    name: 'give-up',
    title: 'Know when to stop',
    task: `
Some failures do not go away. Write a program that asks the model **What is a timeout?**, prints the answer, and:

- does **not** try again after a **401**, nor when the quota is exhausted (a 429 of the type \`insufficient_quota\`): one request, and no more;
- waits for an answer **at most two seconds**, and tries once more at most when none came;
- in each of these cases prints one sentence that tells its user what is the matter (the key, the credit, the time), no stack trace, and ends with an exit code other than 0.`,
    hints: [
      'The SDK never repeats a 401, and it does repeat a 429, whatever its type. Which setting turns that off?',
      '`new OpenAI({ timeout: 2000, maxRetries: 0 })` asks once and waits two seconds. Then tell the errors apart in `catch`, as in step 2.',
      'In `catch`: `error instanceof OpenAI.AuthenticationError` (the key), `OpenAI.RateLimitError` with `error.type === "insufficient_quota"` (the credit), `OpenAI.APIConnectionTimeoutError` (the time). After each, `process.exitCode = 1`.',
    ],
    scenarios: [
      {
        when: 'on a good day',
        criteria: [
          sends('asks once', 1),
          printsAnswer('prints the answer', lastAnswer),
          endsWell,
          keepsKeyOut,
        ],
      },
      {
        when: 'with a key that is refused',
        sandbox: { fail: '401*99' },
        criteria: [
          sends('does not try again', 1),
          tellsKindly('speaks of the key', /\bkey\b|authenti|unauthori[sz]/i, 'about the key'),
          endsInFailure,
        ],
      },
      {
        when: 'with no credit left',
        sandbox: { fail: 'quota*99' },
        criteria: [
          sends('does not try again', 1),
          tellsKindly(
            'speaks of the credit',
            /credit|quota|billing|\bpaid?\b|money/i,
            'about the credit',
          ),
          endsInFailure,
        ],
      },
      {
        when: 'when no answer comes',
        sandbox: { fail: 'timeout*99' },
        limitMs: 10_000,
        criteria: [
          criterion('tries once more at most', (observation) => {
            const tries = calls(observation).length;
            return {
              passed: tries === 1 || tries === 2,
              expected: '1 or 2 requests',
              actual: tries === 1 ? '1 request' : `${tries} requests`,
            };
          }),
          criterion('gives up by itself, in time', (observation) => {
            const { program } = observation;
            const hung = calls(observation).some(({ isAbandoned }) => !isAbandoned);
            const passed = program.ending === 'by itself' && !hung;
            return {
              passed,
              expected: 'the program hangs up on a request that is not answered',
              actual: passed ? 'it did' : 'it waited until it was stopped',
            };
          }),
          tellsKindly(
            'speaks of the time',
            /\btime|timed|late|slow|wait|in time|respon|answer/i,
            'about the time',
          ),
          endsInFailure,
        ],
      },
    ],
  },
];
