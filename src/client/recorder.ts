import type { Exchange, RecordedRequest } from './exchange.ts';
import type { CallEvent, RecordingSetup } from './recording.ts';
import { Recording } from './recording.ts';

/** Bytes kept of one body: enough for any text answer, bounded for a large file. */
const defaultBodyLimit = 1024 * 1024;

/** Asked before the first attempt of a call: nothing is sent until it is done, nor if it throws. */
type Admit = (call: number, request: RecordedRequest) => Promise<void>;

/** Turns the calls of one client into exchanges, in the order in which they end. */
export class Recorder {
  readonly #setup: RecordingSetup;
  readonly #open = new Map<number, Recording>();
  readonly #admit: Admit | undefined;
  #calls = 0;

  constructor(
    setup: Omit<RecordingSetup, 'onEvent' | 'bodyLimit'> & {
      readonly bodyLimit?: number;
      readonly onEvent?: (event: CallEvent) => void;
      readonly onExchange: (exchange: Exchange) => void;
      readonly admit?: Admit;
    },
  ) {
    this.#admit = setup.admit;
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

  /**
   * @param maxAttempts how often the call may be tried at most
   * @throws whatever `admit` throws: then there is no call
   */
  async begin(request: RecordedRequest, maxAttempts: number): Promise<Recording> {
    this.#calls += 1;
    const call = this.#calls;
    if (this.#admit) await this.#admit(call, request);
    const recording = new Recording(call, this.#setup, request, maxAttempts);
    this.#open.set(call, recording);
    return recording;
  }

  /** Ends what is still open as aborted: a stream that nobody read to its end, a call cancelled on the way. */
  settle(): void {
    for (const recording of [...this.#open.values()]) recording.stopped('aborted');
  }
}
