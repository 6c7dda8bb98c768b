import type { Clock } from '../context.ts';
import { untilAborted } from './abort.ts';
import type { StreamFault } from './faults.ts';

/** A part of a streamed answer and when it is due, in milliseconds after the request arrived. */
export interface Scheduled<Event> {
  readonly event: Event;
  readonly dueMs: number;
  /** Whether it brings a token of the answer (`delta`) or says how the answer ended (`end`). */
  readonly kind: 'delta' | 'end' | 'other';
}

export interface Connection {
  readonly fault: StreamFault | null;
  /** When the request arrived, Unix milliseconds. */
  readonly arrivedAt: number;
  readonly clock: Clock;
  /** Aborts when the client leaves. To make one takes a tenth of the time of a stream: only what waits asks for it. */
  readonly signal: AbortSignal;
}

/** The events; if the script lets the answer fail, then only those before, and a failure in the place of the next. */
export function failing<Event>(
  events: Iterable<Scheduled<Event>>,
  fault: StreamFault | null,
  failureInstead: (event: Event) => Event,
): Iterable<Scheduled<Event>> {
  return fault?.kind === 'failed' ? untilFailure(events, fault, failureInstead) : events;
}

function* untilFailure<Event>(
  events: Iterable<Scheduled<Event>>,
  fault: StreamFault,
  failureInstead: (event: Event) => Event,
): Generator<Scheduled<Event>> {
  let deltas = 0;
  let dueMs = 0;
  for (const scheduled of events) {
    if (strikesAt(scheduled, deltas, fault)) {
      yield { event: failureInstead(scheduled.event), dueMs, kind: 'end' };
      return;
    }
    if (scheduled.kind === 'delta') deltas += 1;
    dueMs = scheduled.dueMs;
    yield scheduled;
  }
}

/** Events of one portion at most, so that nobody makes many more than are read. */
const mostAtOnce = 128;

/**
 * The events, each at its time, until the fault cuts the connection or silences it; a wait ends with the signal's reason
 * when it aborts. Those that are due come in one portion, an empty one if the first is not; how the answer ended comes
 * alone, once it is wanted.
 * @param onEnd called before the event that tells how the answer ended
 */
export async function* paced<Event>(
  events: Iterable<Scheduled<Event>>,
  connection: Connection,
  onEnd?: () => void,
): AsyncGenerator<readonly Event[]> {
  const { fault, arrivedAt, clock } = connection;
  let deltas = 0;
  let portion: Event[] = [];
  let isFirst = true;
  let now = clock.now();
  const isDue = (at: number) => {
    // The clock is asked only where its answer may have changed.
    if (at > now) now = clock.now();
    return at <= now;
  };
  for (const scheduled of events) {
    const dueAt = arrivedAt + scheduled.dueMs;
    const strikes =
      fault !== null && fault.kind !== 'failed' && strikesAt(scheduled, deltas, fault);
    const isApart = strikes || scheduled.kind === 'end' || !isDue(dueAt);
    if (portion.length === mostAtOnce || (isApart && (portion.length > 0 || isFirst))) {
      yield portion;
      portion = [];
    }
    isFirst = false;
    if (strikes) {
      if (fault.kind === 'stall') await untilAborted(connection.signal);
      return;
    }
    if (isApart) await waitUntil(dueAt, connection);
    if (scheduled.kind === 'delta') deltas += 1;
    if (scheduled.kind === 'end') onEnd?.();
    portion.push(scheduled.event);
  }
  if (portion.length > 0) yield portion;
}

/**
 * @param at Unix milliseconds
 * @returns nothing to wait for once it is past
 */
export function waitUntil(
  at: number,
  connection: Pick<Connection, 'clock' | 'signal'>,
): Promise<void> | undefined {
  const ms = at - connection.clock.now();
  return ms > 0 ? connection.clock.sleep(ms, connection.signal) : undefined;
}

/** After that many deltas, or before the end when there are fewer. */
function strikesAt(
  { kind }: Pick<Scheduled<unknown>, 'kind'>,
  deltas: number,
  { afterDeltas }: StreamFault,
): boolean {
  return kind === 'end' || (kind === 'delta' && deltas === afterDeltas);
}
