import type { ReadableStreamDefaultReader, ReadableStreamReadResult } from 'node:stream/web';
import { APIConnectionTimeoutError } from 'openai';
import type { Clock, Timer } from '../context.ts';
import { decodeText } from './decode.ts';

/** Told what happens to a body while somebody else reads it. */
export interface BodyWatcher {
  readonly chunk: (bytes: Uint8Array) => void;
  readonly ended: () => void;
  readonly stopped: (how: 'stalled' | 'stream_cut' | 'aborted') => void;
}

/** How long to wait for a body, and who may call it off. */
export interface Patience {
  readonly clock: Clock;
  /** Longest silence between two chunks, in milliseconds. */
  readonly idleTimeoutMs: number;
  /** The signal of the request: once it is aborted, a body that breaks off was called off. */
  readonly signal: AbortSignal | null;
}

/**
 * Reads a body for its real reader: each chunk is passed on as it comes, after the watcher saw it. A
 * read that waits longer than the idle timeout cancels the body and throws APIConnectionTimeoutError,
 * which the SDK alone never does: its timeout ends with the headers.
 */
export class WatchedReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #watcher: BodyWatcher;
  readonly #signal: AbortSignal | null;
  readonly #timer: Timer;
  #isReading = false;
  #isEnded = false;
  #isStalled = false;

  constructor(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    watcher: BodyWatcher,
    { clock, idleTimeoutMs, signal }: Patience,
  ) {
    this.#reader = reader;
    this.#watcher = watcher;
    this.#signal = signal;
    this.#timer = clock.timer(idleTimeoutMs, () => {
      // A slow reader is not a silent server.
      if (!this.#isReading) return;
      this.#isStalled = true;
      this.#reader.cancel().catch(() => {});
    });
  }

  /** As the reader's own `read`. Not an async function: each chunk of each stream would pay for the waiting. */
  read(): Promise<ReadableStreamReadResult<Uint8Array>> {
    this.#isReading = true;
    if (!this.#isEnded) this.#timer.refresh();
    return this.#reader.read().then(this.#passOn, this.#breakOff);
  }

  readonly #passOn = (result: ReadableStreamReadResult<Uint8Array>) => {
    this.#isReading = false;
    if (this.#isStalled) return this.#breakOff(new APIConnectionTimeoutError());
    if (result.done) this.#end(() => this.#watcher.ended());
    else this.#watcher.chunk(result.value);
    return result;
  };

  readonly #breakOff = (error: unknown): never => {
    this.#isReading = false;
    this.#end(() => this.#watcher.stopped(this.#howItStopped()));
    throw error;
  };

  async cancel(reason?: unknown): Promise<void> {
    this.#end(() => this.#watcher.stopped('aborted'));
    await this.#reader.cancel(reason);
  }

  /** The whole body as text. */
  async readText(): Promise<string> {
    const chunks: Uint8Array[] = [];
    for (let next = await this.read(); !next.done; next = await this.read())
      chunks.push(next.value);
    return decodeText(chunks);
  }

  #howItStopped(): 'stalled' | 'stream_cut' | 'aborted' {
    if (this.#isStalled) return 'stalled';
    return this.#signal?.aborted ? 'aborted' : 'stream_cut';
  }

  #end(tell: () => void): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#timer.clear();
    tell();
  }
}
