import type { Lesson } from '../../src/course/lesson.ts';
import { call } from './call.ts';
import { fields } from './fields.ts';
import { plainFetch } from './plain-fetch.ts';
import { quiz } from './quiz.ts';
import { refused } from './refused.ts';

const roundTrip = `
Talking to a model over the API is **one request and one response**. Your program sends text to a server, the
model there writes an answer, and the server sends it back:

\`\`\`text
your program                            the API
     │  POST /v1/responses                 │
     │  Authorization: Bearer sk-…         │
     │  { "model": …, "input": … }         │
     ├────────────────────────────────────►│
     │                                     │  the model
     │                                     │  writes
     │◄────────────────────────────────────┤
     │  200                                │
     │  { "id": …, "output": …, … }        │
\`\`\`

In words: the request is an HTTP \`POST\`, the kind that carries data with it. A header carries your **key**, which
says who you are and who pays. The body is JSON with the **model** to ask and the **input** to give it. The
response comes back with status 200 and a JSON body that holds the answer.

Think of a note pushed under the door of somebody very well read: you get a note back, and next time you knock
they have forgotten you. Each request stands on its own.`;

export const lesson: Lesson = {
  id: '01',
  slug: 'first-call',
  title: 'First call',
  question: 'What is an API?',
  goals: [
    'send a request to a model and print its answer',
    'say what each part of the response is for',
    'make the same call without OpenAI’s library, the SDK',
    'keep a key where nobody finds it, and recognise a refused one',
  ],
  steps: [
    {
      id: 'round-trip',
      title: 'The round trip',
      text: roundTrip,
    },
    {
      id: 'smallest-call',
      title: 'The smallest call',
      text: `
This is a whole program. \`openai\` is OpenAI's own library for Node, its **SDK** (software development kit). \`new OpenAI()\` finds the key in the environment variable \`OPENAI_API_KEY\`;
\`responses.create\` sends the request and waits for the response; \`output_text\` is the answer as one string.`,
      demo: { file: 'call.ts', run: call, role: 'default', asksQuestion: true },
      notice: `
Four lines of setup, two of work. \`await\` is there because the answer takes as long as the model needs to write it. The line under the
answer says what it took; the next step explains its words.`,
    },
    {
      id: 'response',
      title: 'What comes back',
      text: `
The answer is one field of many. Text is counted in **tokens**: a token is a piece of text, often a whole word, else a
part of one. What you send and what the model writes are counted apart, since they have different prices.`,
      prediction: {
        kind: 'number',
        question: 'how many tokens of *input* will the server count for this question?',
        unit: 'tokens',
        measure: ({ exchanges }) => exchanges[0]?.usage?.inputTokens ?? null,
        reveal: ({ question, exchanges }) => {
          const counted = exchanges[0]?.usage?.inputTokens;
          const words = question.split(/\s+/).filter(Boolean).length;
          return `The server counted **${counted ?? 'an unknown number of'} tokens** for ${words === 1 ? 'one word' : `${words} words`}: punctuation counts, and so do a few tokens around each message that say who speaks.`;
        },
      },
      demo: { file: 'fields.ts', run: fields, role: 'default', asksQuestion: true },
      draw: 'fields',
      notice: ({ model }) => `
You asked for \`${model}\` and the response names the model that answered: often a dated version of it, so
that you can tell later what wrote a text. \`output\` is a list, because a response can hold more than one message;
\`output_text\` is **not** on the wire, the SDK puts it together for you.`,
    },
    {
      id: 'plain-fetch',
      title: 'The same call without the SDK',
      text: `
The SDK is a convenience, not a door: behind it is plain HTTP. Here is the same request with \`fetch\`, which Node
has built in.`,
      demo: { file: 'plain-fetch.ts', run: plainFetch, role: 'default', asksQuestion: true },
      notice: `
Same request, same kind of response. What the SDK took over: address and headers, turning a refusal into an error,
\`output_text\`, and trying again when the server is busy.`,
    },
    {
      id: 'curl',
      title: 'The same call from a shell',
      text: `
Any program that speaks HTTP will do. This is the request for \`curl\`. To try it, set \`OPENAI_API_KEY\` and paste it, or start \`course sandbox\` in
another terminal, which says what to set without a key of your own; to print it for any prompt, add \`--dry-run --as curl\` to \`course lesson 01\`.`,
      show: 'curl',
    },
    {
      id: 'refused',
      title: 'No key, wrong key',
      text: `
A request without a key, or with a wrong one, gets status **401**. The SDK turns that into an \`AuthenticationError\`, and
without any key it does not even start: \`new OpenAI()\` throws. (The demos here are handed a client by the course, which needs no key on the sandbox.)`,
      prediction: {
        kind: 'choice',
        question:
          'the SDK tries some failed requests again. How often will it send the one with the wrong key?',
        choices: ['Once', 'Three times: once, and two retries'],
        outcome: ({ exchanges }) => {
          const attempts = exchanges.at(-1)?.attempts.length;
          return attempts === undefined ? null : attempts === 1 ? 0 : 1;
        },
        reveal: ({ exchanges }) =>
          `It sent it ${exchanges.at(-1)?.attempts.length === 1 ? '**once**' : 'more than once'}: a wrong key does not get better by waiting. Retries are for trouble that passes.`,
      },
      demo: {
        file: 'refused.ts',
        run: refused,
        role: 'default',
        asksQuestion: false,
        onSandbox: { because: 'it provokes a failure' },
      },
      notice: `
Both are 401, and both say in words what is missing. A refused request costs nothing.`,
    },
    {
      id: 'keys',
      title: 'Where the key lives',
      text: `
Whoever has the key spends your money, and programs that search public code for keys find a new one within minutes. So
a key never stands in code. It lives in the environment, and on your own machine a file called \`.env\` is a good place for it:

\`\`\`sh
cp .env.example .env      # then write your key after OPENAI_API_KEY=
course doctor             # is the key found, and does it work?
\`\`\`

- You make a key at https://platform.openai.com/api-keys; before it answers, the account needs some credit, under Billing.
- \`.env\` is listed in \`.gitignore\`, so that it is never committed.
- A program on a server gets its key from the secret store of its host.
- A key that leaked is **revoked** first, at https://platform.openai.com/api-keys; tidying up comes after.

With a key in \`.env\` this lesson sends the same requests to the real API. Without one it stays on the sandbox.`,
    },
  ],
  recap: [
    'A call is one HTTP request with a key, a model and an input, and one JSON response.',
    '`output_text` is the answer; `status`, `model` and `usage` say how it came about.',
    'The SDK saves work, but everything it does is plain HTTP.',
    '401 means: no key, or a wrong one. Retrying does not help.',
    'Keys live in the environment or in `.env`, never in code.',
  ],
  quiz,
};
