import type { StreamFault } from './faults.ts';
import { dueMs, type Pace } from './latency.ts';
import { failing, type Scheduled } from './pacing.ts';
import { failureInstead, isTerminal, isTextDelta, type ResponseEvent } from './wire/events.ts';
import { responseEvents, type StreamedAnswer } from './wire/response-events.ts';
import { failedResponse, type ResponseObject } from './wire/response-object.ts';

export interface PacedAnswer extends StreamedAnswer {
  readonly pace: Pace;
}

/** How an answer ends: as it should, or failed if the script lets it fail. */
export function outcome(
  { begun, ended }: Pick<PacedAnswer, 'begun' | 'ended'>,
  fault: StreamFault | null,
): ResponseObject {
  return fault?.kind === 'failed' ? failedResponse(begun) : ended;
}

/** All events of an answer, each with its time. One that the script lets fail ends in failure. */
export function schedule(
  answer: PacedAnswer,
  fault: StreamFault | null,
): Iterable<Scheduled<ResponseEvent>> {
  return failing(timed(answer), fault, (event) =>
    failureInstead(event, failedResponse(answer.begun)),
  );
}

function* timed(answer: PacedAnswer): Generator<Scheduled<ResponseEvent>> {
  const { begun, pace } = answer;
  let deltas = 0;
  let due = 0;
  for (const event of responseEvents(answer)) {
    const kind = kindOf(event);
    if (begun.background && event.type === 'response.in_progress') due = queuedMs(pace);
    if (kind === 'delta') due = dueMs(pace, deltas++);
    if (kind === 'end') due = dueMs(pace, deltas - 1);
    yield { event, dueMs: due, kind };
  }
}

function kindOf(event: ResponseEvent): Scheduled<ResponseEvent>['kind'] {
  if (isTextDelta(event)) return 'delta';
  return isTerminal(event) ? 'end' : 'other';
}

/** How long an answer in the background waits for its turn: half of the time to its first token. */
function queuedMs({ firstTokenMs }: Pace): number {
  return firstTokenMs / 2;
}
