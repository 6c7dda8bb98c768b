import type { Clock } from '../context.ts';
import { type Connection, paced, type Scheduled } from './pacing.ts';
import { outcome, type PacedAnswer, schedule } from './streaming.ts';
import type { ResponseEvent } from './wire/events.ts';
import { cancelledResponse, queuedResponse, type ResponseObject } from './wire/response-object.ts';

/**
 * An answer in the background. It is settled from the start and only its time is still to come, so nothing runs:
 * how far it is, is read off the clock whenever somebody asks.
 */
export class BackgroundRun {
  /** Whether it was asked for as a stream: only then its events can be asked for again (OpenAI's background guide). */
  readonly isStreamed: boolean;
  readonly #begun: ResponseObject;
  /** What it comes to: completed, incomplete or failed. */
  readonly #ended: ResponseObject;
  readonly #events: readonly Scheduled<ResponseEvent>[];
  /** When the request arrived, Unix milliseconds. */
  readonly #arrivedAt: number;
  readonly #clock: Clock;
  readonly #cancelled = new AbortController();
  #cancelledAt: number | null = null;

  constructor(
    answer: PacedAnswer,
    { fault, arrivedAt, clock }: Pick<Connection, 'fault' | 'arrivedAt' | 'clock'>,
    { isStreamed }: { isStreamed: boolean },
  ) {
    this.isStreamed = isStreamed;
    this.#begun = answer.begun;
    this.#ended = outcome(answer, fault);
    this.#events = [...schedule(answer, fault)];
    this.#arrivedAt = arrivedAt;
    this.#clock = clock;
  }

  /** The response as it stands now. */
  get response(): ResponseObject {
    if (this.#cancelledAt !== null) return cancelledResponse(this.#begun);
    if (this.isOver) return this.#ended;
    const last = this.#passed().at(-1)?.event.type;
    return last === 'response.queued' ? queuedResponse(this.#begun) : this.#begun;
  }

  get isOver(): boolean {
    return this.#cancelledAt !== null || this.#passed().length === this.#events.length;
  }

  /** Stops it where it is, and every stream of it. What has ended stays as it is. */
  cancel(): void {
    if (this.isOver) return;
    this.#cancelledAt = this.#clock.now();
    this.#cancelled.abort(new Error('The response was cancelled.'));
  }

  /**
   * The events after the one of this number: at once what has happened, the rest at its time. Whoever stops
   * listening stops nothing. OpenAI's document knows no event for a cancelled response: the stream just ends.
   * @param after a `sequence_number`; -1 for all
   */
  async *follow(
    after: number,
    connection: Pick<Connection, 'fault' | 'signal'>,
  ): AsyncGenerator<readonly ResponseEvent[]> {
    const isCancelled = this.#cancelledAt !== null;
    const events = isCancelled ? this.#passed() : this.#events;
    const signal = isCancelled
      ? connection.signal
      : AbortSignal.any([connection.signal, this.#cancelled.signal]);
    try {
      yield* paced(
        events.filter(({ event }) => event.sequence_number > after),
        { fault: connection.fault, arrivedAt: this.#arrivedAt, clock: this.#clock, signal },
      );
    } catch (error) {
      if (!this.#cancelled.signal.aborted || connection.signal.aborted) throw error;
    }
  }

  /** All that it holds: what is stored is measured by its JSON. */
  toJSON(): readonly unknown[] {
    return [this.#ended, this.#events];
  }

  /** The events that have happened. */
  #passed(): readonly Scheduled<ResponseEvent>[] {
    const elapsed = (this.#cancelledAt ?? this.#clock.now()) - this.#arrivedAt;
    return this.#events.filter(({ dueMs }) => dueMs <= elapsed);
  }
}
