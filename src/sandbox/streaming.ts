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

/** An event and when it is due, in milliseconds after the request arrived. */
export interface Scheduled {
  readonly event: ResponseEvent;
  readonly dueMs: number;
}

export interface PacedAnswer extends StreamedAnswer {
  /** What the response becomes if the script lets it fail. */
  readonly failed: ResponseObject;
  readonly pace: Pace;
}

/** How an answer ends: as it should, or failed if the script lets it fail. */
export function outcome(
  { ended, failed }: Pick<PacedAnswer, 'ended' | 'failed'>,
  fault: StreamFault | null,
): ResponseObject {
  return fault?.kind === 'failed' ? failed : ended;
}

/** All events of an answer, each with its time. One that the script lets fail ends in failure. */
export function* schedule(answer: PacedAnswer, fault: StreamFault | null): Generator<Scheduled> {
  const { begun, failed, pace } = answer;
  let deltas = 0;
  let due = 0;
  for (const event of responseEvents(answer)) {
    if (fault?.kind === 'failed' && strikesAt(event, deltas, fault)) {
      yield { event: failureInstead(event, failed), dueMs: due };
      return;
    }
    if (begun.background && event.type === 'response.in_progress') due = queuedMs(pace);
    if (isTextDelta(event)) due = dueMs(pace, deltas++);
    if (isTerminal(event)) due = dueMs(pace, deltas - 1);
    yield { event, dueMs: due };
  }
}

/** How long an answer in the background waits for its turn: half of the time to its first token. */
function queuedMs({ firstTokenMs }: Pace): number {
  return firstTokenMs / 2;
}

export interface Connection {
  readonly fault: StreamFault | null;
  /** When the request arrived, Unix milliseconds. */
  readonly arrivedAt: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called before the event that carries the ended response. */
  readonly onEnd?: () => void;
}

/**
 * The events, each at its time, until the fault cuts the connection or silences it; stops with the signal's reason
 * when it aborts.
 */
export async function* paced(
  events: Iterable<Scheduled>,
  { fault, arrivedAt, clock, signal, onEnd }: Connection,
): AsyncGenerator<ResponseEvent> {
  let deltas = 0;
  for (const { event, dueMs } of events) {
    signal.throwIfAborted();
    if (fault !== null && fault.kind !== 'failed' && strikesAt(event, deltas, fault)) {
      if (fault.kind === 'stall') await untilAborted(signal);
      return;
    }
    await waitUntil(arrivedAt + dueMs, clock, signal);
    if (isTextDelta(event)) deltas += 1;
    if (isTerminal(event)) onEnd?.();
    yield event;
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
