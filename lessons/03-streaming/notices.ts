import type { Exchange } from '../../src/client/exchange.ts';
import type { AfterwardsFacts, StepOutcome } from '../../src/course/lesson.ts';
import { duration } from '../duration.ts';
import {
  eventsWithUsage,
  firstStream,
  frameOf,
  isStreamed,
  pieceSizes,
  sizeOfPieces,
  textDeltas,
} from './streams.ts';

/** What the lesson says about what happened, each number taken from the run. */

/** Below this there is no waiting to speak of. */
const comparableMs = 250;

const notStreamed = 'This run did not stream: without `--no-stream` it does.';

const noText = 'No text came in this run, so there is nothing to measure.';

/** When the first piece of the streamed answer came, in milliseconds; null when nothing was streamed. */
export function firstPieceMs({ exchanges }: StepOutcome): number | null {
  const ms = firstStream(exchanges)?.timing.firstTokenMs ?? null;
  return ms === null ? null : Math.round(ms);
}

export function whatTheWaitWas({ exchanges }: AfterwardsFacts): string {
  const streamed = firstStream(exchanges);
  const whole = exchanges.find((exchange) => !isStreamed(exchange));
  const first = streamed?.timing.firstTokenMs ?? null;
  if (!streamed || !whole) return notStreamed;
  if (first === null) return noText;
  const { totalMs } = streamed.timing;
  return `
The whole answer came after **${duration(whole.timing.totalMs)}**, all of it at once. Of the streamed one the first piece came after **${duration(first)}**, the last after
${duration(totalMs)}. ${totalMs < comparableMs ? tooShort(streamed) : `A reader can begin after ${Math.round((first / totalMs) * 100)}\u00a0% of the wait.`}`;
}

function tooShort({ provider }: Exchange): string {
  return provider === 'sandbox'
    ? 'The sandbox answered without delay, so there was hardly a wait. At the pace of a model: `course lesson 03 --latency realistic`.'
    : 'That is too short to compare.';
}

/** Index of the size that a piece of text came closest to; null when the run does not tell. */
export function pieceSize({ exchanges }: StepOutcome): number | null {
  const call = firstStream(exchanges);
  const size = call && sizeOfPieces(call);
  return size ? Object.keys(pieceSizes).indexOf(size) : null;
}

export function whatThePiecesWere({ exchanges }: AfterwardsFacts): string {
  const call = firstStream(exchanges);
  if (!call) return notStreamed;
  const { usage, outputText } = call;
  if (!usage || !outputText) return noText;
  return `
**${textDeltas(call).length} pieces** for ${outputText.length} characters, and the server counted ${usage.outputTokens} tokens of output. A piece is what the model had ready, mostly one
token. It may be half a word: put the pieces together before you look for anything in them.`;
}

export function whatHappened({ exchanges }: AfterwardsFacts): string {
  const call = firstStream(exchanges);
  const [piece] = call ? textDeltas(call) : [];
  return `
The events open and close like brackets: the response, in it an item (a message), in that a part, and in that the text, piece by piece.
A program that shows an answer needs two of them: the **delta**, which is a piece of text, and the **final** one.

Compare the whole type. A search for \`text.delta\` in it also finds \`response.reasoning_summary_text.delta\`, what a reasoning model tells of its thoughts.
${piece ? onTheWire(frameOf(piece)) : ''}`;
}

function onTheWire(frame: string): string {
  return `
On the wire each event is two lines and an empty one. The format is called **server-sent events** (SSE), and browsers know it too:

\`\`\`text
${frame}
\`\`\``;
}

/** How many events of the stream say what was used; null when nothing was streamed. */
export function countWithUsage({ exchanges }: StepOutcome): number | null {
  const call = firstStream(exchanges);
  return call ? eventsWithUsage(call).length : null;
}

export function whereTheUsageIs({ exchanges }: AfterwardsFacts): string {
  const call = firstStream(exchanges);
  if (!call) return notStreamed;
  const [event] = eventsWithUsage(call);
  if (!event) return '**None**: this server does not say what was used.';
  return `
**${eventsWithUsage(call).length}** of ${call.events.length}: \`${event.type}\`, the final one. The response is in the first events too, but there \`usage\` is \`null\`: nobody can count
what is not written yet.`;
}

export function howItEnded({ exchanges }: AfterwardsFacts): string {
  const [call] = exchanges;
  const reason =
    call?.status === 'incomplete'
      ? ' Here the answer met its limit of tokens, so its end is `response.incomplete`: a program that waits for `response.completed` alone would never see it.'
      : '';
  return `
A stream has one of **three** final events: \`response.completed\`, \`response.incomplete\`, \`response.failed\`. Each carries the whole response, as a call without
streaming returns it, except for \`output_text\`, which the SDK adds there and not here.${reason}`;
}

/** 0: exactly; 2: not at all; null when nothing was streamed. */
export function whatIsKnown({ exchanges }: StepOutcome): number | null {
  const call = firstStream(exchanges);
  if (!call) return null;
  return call.usage ? 0 : 2;
}

export function whatTheStopLeft({ exchanges }: AfterwardsFacts): string {
  const call = firstStream(exchanges);
  if (!call) return notStreamed;
  if (call.usage) {
    return `**Exactly**, this time: the final event had arrived before the loop was left. A longer answer (\`--prompt\`) gives it something to stop.`;
  }
  return `
**Nothing.** Usage comes with the final event, and that never came. Unknown is not zero: the question was read and at least this much text was written,
and how far the server went on, it does not say.`;
}

/** 1: the loop ended by itself; null when the run does not tell. */
export function howTheLoopEnded({ printed }: StepOutcome): number | null {
  return printed.includes('The loop has ended.') ? 1 : null;
}

export function whatTheCutLooksLike({ exchanges }: AfterwardsFacts): string {
  if (!firstStream(exchanges)) {
    return 'A whole answer is there or it is not: when its connection ends too early, the SDK throws an `APIConnectionError`. With a stream it is not so simple.';
  }
  return `
It just **ends**. No error is thrown, and the text may even stop at the end of a sentence. Only the missing final event tells that something is missing.`;
}

/** 0: 200; 1: 500; null for anything else. */
export function statusOfFailed({ exchanges }: StepOutcome): number | null {
  const index = [200, 500].indexOf(exchanges[0]?.attempts.at(-1)?.status ?? 0);
  return index === -1 ? null : index;
}

export function whyTheStatusIsGood({ exchanges }: AfterwardsFacts): string {
  const status = exchanges[0]?.attempts.at(-1)?.status;
  return `
**${status ?? 'None'}**: the status goes out before the first word. What goes wrong after it can only be told in the answer itself.`;
}

/** How many of the four streams ended well; null when nothing was streamed, or more than those four. */
export function completedOfFour({ exchanges }: StepOutcome): number | null {
  return exchanges.filter(isStreamed).length === 4 ? exchanges.filter(isComplete).length : null;
}

const isComplete = ({ status }: Exchange) => status === 'completed';

export function whatTheReaderSaw({ exchanges }: AfterwardsFacts): string {
  if (!exchanges.some(isStreamed)) {
    return 'Without streaming none of this is needed: a lost connection throws, silence runs into `timeout`, and a failure is in `status`.';
  }
  return `
**${exchanges.filter(isComplete).length} of ${exchanges.length}**, and no error was thrown by any of them. Where the status stayed \`in_progress\`, the final event never came.`;
}
