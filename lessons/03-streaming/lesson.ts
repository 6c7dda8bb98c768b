import type { Lesson } from '../../src/course/lesson.ts';
import { cut } from './cut.ts';
import { events } from './events.ts';
import { failed } from './failed.ts';
import { final } from './final.ts';
import {
  completedOfFour,
  countWithUsage,
  firstPieceMs,
  howItEnded,
  howTheLoopEnded,
  pieceSize,
  statusOfFailed,
  whatHappened,
  whatIsKnown,
  whatTheCutLooksLike,
  whatThePiecesWere,
  whatTheReaderSaw,
  whatTheStopLeft,
  whatTheWaitWas,
  whereTheUsageIs,
  whyTheStatusIsGood,
} from './notices.ts';
import { quiz } from './quiz.ts';
import { reader } from './reader.ts';
import { stop } from './stop.ts';
import { pieceSizes } from './streams.ts';
import { twice } from './twice.ts';
import { whole } from './whole.ts';
import { wholeOrNot } from './whole-or-not.ts';

const because = 'it provokes a failure, which the real API does not give on demand';

const unstreamed = { file: 'whole.ts', run: whole };
const unstreamedFailure = { file: 'whole-or-not.ts', run: wholeOrNot };

export const lesson: Lesson = {
  id: '03',
  slug: 'streaming',
  title: 'Streaming',
  question: 'What is streaming?',
  goals: [
    'show an answer while it is being written',
    'say what happens in a stream, from the first event to the final one',
    'stop an answer half-way, and know what you do not know then',
    'notice a stream that was cut, failed or fell silent',
  ],
  steps: [
    {
      id: 'twice',
      title: 'All at once, or as it is written',
      text: `
A model writes one token after another, and so far you have waited for the last of them. With \`stream: true\` the server sends each piece as soon as it is there.
\`create\` then gives you a **stream**: a list that is still growing, which a \`for await\` loop reads. The same question, first in one piece, then streamed.`,
      prediction: {
        kind: 'number',
        question: 'how long until the *first piece* of the streamed answer, in milliseconds?',
        unit: 'milliseconds',
        measure: firstPieceMs,
        reveal: whatTheWaitWas,
      },
      demo: { file: 'twice.ts', run: twice, role: 'default', asksQuestion: true, unstreamed },
      notice: `
Streaming changes **when you see** the text. The model writes no faster for it, and the tokens cost the same. But whoever has the first words
reads instead of waiting, and can stop an answer that goes astray.`,
    },
    {
      id: 'events',
      title: 'What is in a stream',
      text: `
A stream consists of **events**. Each is an object with a \`type\` that says what happened. This program looks at three types; the table under the answer
has all that came, and when.`,
      prediction: {
        kind: 'choice',
        question: 'how much text does one event bring?',
        choices: Object.values(pieceSizes),
        outcome: pieceSize,
        reveal: whatThePiecesWere,
      },
      demo: { file: 'events.ts', run: events, role: 'default', asksQuestion: true, unstreamed },
      draw: 'events',
      notice: whatHappened,
    },
    {
      id: 'final',
      title: 'The final event',
      text: `
The final event tells how the answer ended, and what it used. To make the end more interesting, this answer may have 16 tokens at most.`,
      prediction: {
        kind: 'number',
        question: 'how many of the events say how many tokens were used?',
        unit: 'events',
        measure: countWithUsage,
        reveal: whereTheUsageIs,
      },
      demo: { file: 'final.ts', run: final, role: 'default', asksQuestion: true, unstreamed },
      notice: howItEnded,
    },
    {
      id: 'stop',
      title: 'Stopping half-way',
      text: `
Leave the loop, with \`break\`, \`return\` or an error, and the SDK closes the connection. From elsewhere, a stop button say, \`stream.controller.abort()\` does the
same: then the loop just ends.`,
      prediction: {
        kind: 'choice',
        question: 'what does the program know afterwards about what the call cost?',
        choices: ['Exactly what it cost', 'That it cost nothing', 'Nothing'],
        outcome: whatIsKnown,
        reveal: whatTheStopLeft,
      },
      demo: { file: 'stop.ts', run: stop, role: 'default', asksQuestion: true, unstreamed },
      notice: `
A program that adds up what it spends counts a stopped call with the most it can have cost: all of the input, and the output up to \`max_output_tokens\`. That is one
more reason to set it.`,
    },
    {
      id: 'cut',
      title: 'A stream that is cut',
      text: `
Between you and the model are proxies, load balancers and wireless networks, and a stream keeps a connection open for long. Here it is closed after
twelve pieces of text, if not sooner.`,
      prediction: {
        kind: 'choice',
        question: 'what does the loop do?',
        choices: ['It throws an error', 'It ends as if all were there', 'It waits for ever'],
        outcome: howTheLoopEnded,
        reveal: whatTheCutLooksLike,
      },
      demo: {
        file: 'cut.ts',
        run: cut,
        role: 'default',
        asksQuestion: true,
        unstreamed: unstreamedFailure,
        onSandbox: { because, fail: 'cut@12' },
      },
      notice: `
**A missing final event is not success.** (A connection that breaks instead of being closed in good order does throw, a \`TypeError\` from \`fetch\`. You may meet either.)
What you have is the beginning of an answer: mark it as such or throw it away, and ask again.`,
    },
    {
      id: 'failed',
      title: 'A stream that fails',
      text: `
The server too can run into trouble in the middle of an answer. Then the final event is \`response.failed\`, and the response in it has an \`error\`.`,
      prediction: {
        kind: 'choice',
        question: 'which HTTP status does such a call have?',
        choices: ['200', '500'],
        outcome: statusOfFailed,
        reveal: whyTheStatusIsGood,
      },
      demo: {
        file: 'failed.ts',
        run: failed,
        role: 'default',
        asksQuestion: true,
        unstreamed: unstreamedFailure,
        onSandbox: { because, fail: 'failed@8' },
      },
      notice: `
Nothing is thrown for \`response.failed\`: look for it. There is also an event \`error\`, which comes in two shapes: with its details in a field \`error\`, then
the SDK throws an \`APIError\` without a status, or flat, then your loop gets it like any other event. Expect both.

And no retry: the SDK tries a request again only until an answer *begins*. After that it is up to you.`,
    },
    {
      id: 'reader',
      title: 'A reader that notices all of it',
      text: `
The worst is a stream that falls **silent**: open, and nothing comes. The SDK's \`timeout\` does not help, it counts until the answer begins; after that, Node's \`fetch\`
waits for five minutes. So this reader has a watchdog, a timer that each event winds up again.

It keeps the \`status\` of the last response that it saw. Four streams: one is cut, one fails, one falls silent, one is as it should be.`,
      prediction: {
        kind: 'number',
        question: 'how many of the four end with the status “completed”?',
        unit: 'streams',
        measure: completedOfFour,
        reveal: whatTheReaderSaw,
      },
      demo: {
        file: 'reader.ts',
        run: reader,
        role: 'default',
        asksQuestion: true,
        unstreamed: unstreamedFailure,
        onSandbox: { because, fail: 'cut@6,failed@6,stall@6,ok' },
      },
      notice: `
So the rule is short: **only \`completed\` is an answer**, \`incomplete\` is a part of one, and everything else is none. The 750 milliseconds are for a lesson; 15 to 30 seconds
are usual, and more for reasoning models, which may think for long before the first word.

The SDK can also do the reading: \`client.responses.stream(…)\`, then \`await stream.finalResponse()\`. It has no watchdog, and for a stream that was cut it
throws nothing either: what it gives then has the status \`in_progress\`, so the rule is the same.`,
    },
    {
      id: 'when',
      title: 'When to stream',
      text: `
- **Somebody reads along** (a chat, a terminal): stream. Pass each piece on at once, and see to it that no proxy of yours collects them first.
- **A program reads the answer** (to sort, to store, to compute): do not. It can do nothing with half an answer, and has more that can go wrong.
- **The answer has to be checked** before anybody may see it: do not, or check piece by piece. What has been shown cannot be taken back.
- **Answers that take minutes**: stream even if nobody reads. As long as something arrives, you know that the other side is alive.`,
    },
  ],
  recap: [
    'With `stream: true` an answer arrives in events while it is written: seen earlier, not done earlier, at the same price.',
    'Compare `event.type` with the whole type; text comes in `response.output_text.delta`.',
    'Status and usage come with the final event: `response.completed`, `response.incomplete` or `response.failed`.',
    'After you stop a stream its cost is unknown, which is not zero.',
    'A loop that ends without a final event has read a cut answer, and nothing throws.',
    'Bound the silence yourself: the SDK does not.',
  ],
  quiz,
};
