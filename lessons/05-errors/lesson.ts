import type { Lesson } from '../../src/course/lesson.ts';
import { backoff } from './backoff.ts';
import { drawBackoff } from './backoff-range.ts';
import { branches } from './branches.ts';
import { classes } from './classes.ts';
import { failureTable, isWorthRetrying } from './failures.ts';
import { log } from './log.ts';
import {
  doWaitsDiffer,
  howLongEachWaited,
  howManyInAll,
  howOftenSent,
  requestsOfAll,
  requestsOfFirst,
  totalMs,
  whatTheTimeoutTook,
  whereItShows,
  whichPass,
} from './notices.ts';
import { ownLoop } from './own-loop.ts';
import { quiz } from './quiz.ts';
import { quota } from './quota.ts';
import { retries } from './retries.ts';
import { timeout } from './timeout.ts';

const because = 'it provokes failures, most of which the real API does not give on demand';

export const lesson: Lesson = {
  id: '05',
  slug: 'errors',
  title: 'Errors and retries',
  question: 'What is a retry?',
  goals: [
    'recognise each kind of failure, and write code that tells them apart',
    'say which failures pass by themselves',
    'set retries and timeouts, and work out the longest wait',
    'tell a rate limit from an empty account',
    'write a log that helps when something has failed',
  ],
  steps: [
    {
      id: 'classes',
      title: 'How calls fail',
      text: `
When a call fails, the SDK throws an \`OpenAI.APIError\`, mostly of a more exact **class**. An answer that says no has a \`status\`;
where no answer came there is none. Seven calls, seven failures, each sent once: \`maxRetries: 0\` turns retries off.`,
      prediction: {
        kind: 'number',
        question:
          'bad request, wrong key, unknown model, rate limit, server error, lost connection, timeout. How many of these seven are worth sending again, unchanged?',
        unit: 'failures',
        measure: ({ exchanges }) => exchanges.filter(isWorthRetrying).length,
        reveal: whichPass,
      },
      demo: {
        file: 'classes.ts',
        run: classes,
        role: 'default',
        asksQuestion: false,
        onSandbox: { because, fail: 'ok,ok,ok,429,500,reset,timeout' },
      },
      notice: `
All of them, and what the SDK does about each:

${failureTable()}`,
    },
    {
      id: 'branches',
      title: 'Code that tells them apart',
      text: `
\`instanceof\` asks for the class. A timeout *is* a connection error, and everything *is* an \`APIError\`, so the order of the
branches matters: **the most exact class first**.`,
      demo: {
        file: 'branches.ts',
        run: branches,
        role: 'default',
        asksQuestion: false,
        onSandbox: { because, fail: 'timeout,reset,429,500' },
      },
      notice: `
With \`APIError\` as its first branch this function would call every failure “our mistake”. And what is *not* an \`APIError\` is
thrown again: a handler that swallows everything hides your own bugs.

Other texts name \`APITimeoutError\` and \`APIStatusError\`. Those are names of the Python SDK.`,
    },
    {
      id: 'retries',
      title: 'The SDK tries again',
      text: `
What may pass, the SDK sends again by itself: \`maxRetries\` says how often, and is 2 unless you set it, for all calls with
\`new OpenAI({ maxRetries: 3 })\` or for one call, as here. Before each retry it waits; a server can ask for how long in the
header \`retry-after\`.`,
      prediction: {
        kind: 'number',
        question:
          'the first two requests of this call will be refused (429, then 503). How often is the request sent in all?',
        unit: 'times',
        measure: requestsOfFirst,
        reveal: howOftenSent,
      },
      demo: {
        file: 'retries.ts',
        run: retries,
        role: 'default',
        asksQuestion: true,
        onSandbox: { because, fail: '429=0.2,503=0.1,ok' },
      },
      notice: whereItShows,
    },
    {
      id: 'backoff',
      title: 'Waiting longer, and by chance',
      text: `
When the server does not say how long to wait, the SDK doubles its wait from retry to retry, up to eight seconds, which is called **backoff**. Chance takes off up to
a quarter, which is called **jitter** (the light part of each bar):

\`\`\`text
${drawBackoff(6)}
\`\`\``,
      prediction: {
        kind: 'choice',
        question:
          'three calls are refused in the same moment. Are they sent again in the same moment?',
        choices: ['Yes, all wait equally long', 'No, each waits a time of its own'],
        outcome: doWaitsDiffer,
        reveal: howLongEachWaited,
      },
      demo: {
        file: 'backoff.ts',
        run: backoff,
        role: 'default',
        asksQuestion: false,
        onSandbox: { because, fail: '503*3' },
      },
      draw: 'waterfall',
      notice: `
A wait that the server asks for is kept as it is, without jitter: the server knows best when it has room again. (Version 6 of the SDK obeys however long
it is, version 7 up to a minute; the course's own client never waits longer than that.)`,
    },
    {
      id: 'timeout',
      title: 'When no answer comes',
      text: `
\`timeout\` says how long to wait for an answer, in **milliseconds**: \`timeout: 60\` is not a minute, it is hardly a blink. Here the server
never answers, the timeout is 200 and there is one retry.`,
      prediction: {
        kind: 'number',
        question: 'after how many milliseconds does the program get its error?',
        unit: 'milliseconds',
        measure: totalMs,
        reveal: whatTheTimeoutTook,
      },
      demo: {
        file: 'timeout.ts',
        run: timeout,
        role: 'default',
        asksQuestion: false,
        onSandbox: { because, fail: 'timeout*2' },
      },
      notice: `
So the longest wait is **timeout × (retries + 1)**, and the pauses on top. Unless you set it, the timeout is ten minutes: with two retries the
SDK would wait for half an hour. (Node's \`fetch\` gives up on an attempt after five minutes by itself, which still makes a quarter of an hour.) For somebody who sits and waits, 15 to 30 seconds and a friendly sentence are better.

The timeout ends when the answer *begins*: a stream that falls silent later is not stopped by it. A limit for the whole call is a signal:
\`{ signal: AbortSignal.timeout(30_000) }\`. No retry comes after it, and \`create\` throws an \`APIUserAbortError\`. A stream that is under way just ends, without its
final event.`,
    },
    {
      id: 'own-loop',
      title: 'A loop around a loop',
      text: `
Many programs have a retry loop of their own, copied from somewhere, and do not know that the SDK has one too. This one tries
five times; the server is busy all the time.`,
      prediction: {
        kind: 'number',
        question: 'how many requests does the server get, until the loop gives up?',
        unit: 'requests',
        measure: requestsOfAll,
        reveal: howManyInAll,
      },
      demo: {
        file: 'own-loop.ts',
        run: ownLoop,
        role: 'default',
        asksQuestion: false,
        onSandbox: { because, fail: '429=0.01*15' },
      },
      notice: `
**Retry in one place.** Either raise \`maxRetries\` and have no loop, which is enough for most programs. Or set \`maxRetries: 0\` and write a
loop that knows more than the SDK does, as in the next step.`,
    },
    {
      id: 'quota',
      title: 'Two kinds of 429',
      text: `
429 has two meanings. **Too fast**: wait, and it passes. **Out of credit** (or over a spending limit): no wait helps, somebody has to pay. Status and class
are the same; \`error.type\` tells. The first refusal here is a rate limit, the second an empty account.`,
      demo: {
        file: 'quota.ts',
        run: quota,
        role: 'default',
        asksQuestion: false,
        onSandbox: { because, fail: '429=0.1,quota' },
      },
      notice: `
The SDK by itself retries both, so a program on an empty account sends each call three times for nothing. (The course's own client stops at
once.) Ask for \`type\`, not for \`code\`: it is \`insufficient_quota\` for every billing problem, while the codes differ and change.

When it is a rate limit and comes often: send fewer calls at once, ask for less text, or give what nobody waits for to the Batch API.`,
    },
    {
      id: 'log',
      title: 'A log that helps',
      text: `
Failures come at night. What you know of them in the morning is what you wrote down: one line for each call, good or bad, with the **request id**
(the header \`x-request-id\`), by which OpenAI's support finds it.`,
      demo: {
        file: 'log.ts',
        run: log,
        role: 'default',
        asksQuestion: true,
        onSandbox: { because, fail: 'ok,500' },
      },
      notice: `
\`withResponse()\` gives the headers along with the answer: what is left of the rate limit tells of trouble before it comes. Add the time and the
duration; leave out keys, and texts of your users unless you may keep them. With \`OPENAI_LOG=info\` in its environment the SDK writes a line for each attempt by itself.

You need no broken server to try your own program: \`course sandbox --fail 429=1,503,ok\` is one, for anything whose \`OPENAI_BASE_URL\` points at it.`,
    },
  ],
  recap: [
    'Everything from the API is an `APIError`; ask for the most exact class first.',
    '400, 401, 403, 404, 422: change something. 408, 409, 429, 5xx and no answer: try again, later.',
    'The SDK tries three times unless told otherwise, and waits longer each time, with a little chance.',
    '`timeout` is in milliseconds and for one attempt: the longest wait is timeout × (retries + 1), and the pauses.',
    'Retry in one place, and never on `insufficient_quota`.',
    'Log each call with its request id.',
  ],
  quiz,
};
