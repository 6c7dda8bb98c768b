import type { Exchange, RecordedRequest } from './exchange.ts';
import type { CallEvent, RecordingSetup } from './recording.ts';
import { Recording } from './recording.ts';

/** Bytes kept of one body: enough for any text answer, bounded for a large file. */
const defaultBodyLimit = 1024 * 1024;

/** Turns the calls of one client into exchanges, in the order in which they end. */
export class Recorder {
  readonly #setup: RecordingSetup;
  readonly #open = new Map<number, Recording>();
  #calls = 0;

  constructor(
    setup: Omit<RecordingSetup, 'onEvent' | 'bodyLimit'> & {
      readonly bodyLimit?: number;
      readonly onEvent?: (event: CallEvent) => void;
      readonly onExchange: (exchange: Exchange) => void;
    },
  ) {
    this.#setup = {
      bodyLimit: defaultBodyLimit,
      ...setup,
      onEvent: (event) => {
        if (event.type === 'finished') this.#open.delete(event.call);
        setup.onEvent?.(event);
        if (event.type === 'finished') setup.onExchange(event.exchange);
      },
    };
  }

  /** @param maxAttempts how often the call may be tried at most */
  begin(request: RecordedRequest, maxAttempts: number): Recording {
    this.#calls += 1;
    const recording = new Recording(this.#calls, this.#setup, request, maxAttempts);
    this.#open.set(recording.call, recording);
    return recording;
  }

  /** Ends what is still open as aborted: a stream that nobody read to its end, a call cancelled on the way. */
  settle(): void {
    for (const recording of [...this.#open.values()]) recording.stopped('aborted');
  }
}
