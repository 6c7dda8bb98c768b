import type { Clock } from '../context.ts';
import { untilAborted } from './abort.ts';
import type { StreamFault } from './faults.ts';
import { dueMs, type Pace } from './latency.ts';
import {
  failureInstead,
  isTerminal,
  isTextDelta,
  type ResponseEvent,
  responseEvents,
  type StreamedAnswer,
} from './wire/events.ts';
import type { ResponseObject } from './wire/response-object.ts';
import { frame } from './wire/sse.ts';

export interface Streaming {
  readonly answer: StreamedAnswer;
  /** What the response becomes if the script lets it fail. */
  readonly failed: ResponseObject;
  readonly fault: StreamFault | null;
  readonly pace: Pace;
  /** When the request arrived, Unix milliseconds. */
  readonly arrivedAt: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called before the event that carries the ended response. */
  readonly onEnd: (response: ResponseObject) => void;
}

/** The frames of a streamed answer, each at its time; stops with the signal's reason when it aborts. */
export async function* streamFrames(streaming: Streaming): AsyncGenerator<Uint8Array> {
  const { answer, fault, pace, arrivedAt, clock, signal, onEnd } = streaming;
  let deltas = 0;
  for (const event of responseEvents(answer)) {
    signal.throwIfAborted();
    if (fault !== null && strikesAt(event, deltas, fault)) {
      yield* strike(fault, event, streaming);
      return;
    }
    if (isTextDelta(event)) {
      await waitUntil(arrivedAt + dueMs(pace, deltas), clock, signal);
      deltas += 1;
    }
    if (isTerminal(event)) {
      await waitUntil(arrivedAt + dueMs(pace, deltas - 1), clock, signal);
      onEnd(answer.ended);
    }
    yield frame(event);
  }
}

/** @param at Unix milliseconds */
export async function waitUntil(at: number, clock: Clock, signal: AbortSignal): Promise<void> {
  const ms = at - clock.now();
  if (ms > 0) await clock.sleep(ms, signal);
}

/** After that many deltas, or before the last event when there are fewer. */
function strikesAt(event: ResponseEvent, deltas: number, { afterDeltas }: StreamFault): boolean {
  return isTerminal(event) || (isTextDelta(event) && deltas === afterDeltas);
}

async function* strike(
  { kind }: StreamFault,
  event: ResponseEvent,
  { failed, signal, onEnd }: Streaming,
): AsyncGenerator<Uint8Array> {
  if (kind === 'stall') await untilAborted(signal);
  if (kind === 'failed') {
    onEnd(failed);
    yield frame(failureInstead(event, failed));
  }
}
