import type { Clock, Timer } from '../context.ts';
import { maxBodyBytes } from './body.ts';
import { ConnectionStore } from './connection-store.ts';
import type { Responses } from './store.ts';
import { ApiError, ConnectionReset } from './wire/errors.ts';
import { isTerminal } from './wire/events.ts';
import { isStream, type Reply } from './wire/reply.ts';
import {
  type CreateMessage,
  connectionLimitReached,
  errorEvent,
  readCreateMessage,
  tooManyWaiting,
  type WireError,
} from './wire/socket-messages.ts';

/** The server's end of a WebSocket. */
export interface Socket {
  /** Resolves once the text has left, so that nobody produces more than the client reads. */
  readonly send: (text: string) => Promise<void>;
  /** Ends the connection in good order. @param code of RFC 6455 */
  readonly close: (code: number, reason: string) => void;
  /** Drops the connection. */
  readonly drop: () => void;
}

/** What a turn over a WebSocket has beside its request. */
export interface SocketTurn {
  readonly store: Responses;
  /** Whether it asks for an answer, or only for its input to be read. */
  readonly generate: boolean;
}

interface SessionOptions {
  readonly socket: Socket;
  /** Of the request that opened the connection. */
  readonly authorization: string;
  readonly clock: Clock;
  readonly store: Responses;
  /** Answers a turn as it would answer the same request over HTTP. */
  readonly answer: (request: Request, turn: SocketTurn) => Promise<Reply>;
}

/** OpenAI's guide to the WebSocket mode. */
const longestMs = 60 * 60_000;

const maxWaiting = 16;
/** Characters in all messages that wait: as many as the bytes of one. */
const maxWaitingSize = maxBodyBytes;

/**
 * The Responses API over one WebSocket: `response.create` messages in, the events of a stream out, one turn at a
 * time. Each turn passes the same key check, fail script and limits as a request over HTTP.
 */
export class SocketSession {
  readonly #options: SessionOptions;
  readonly #store: ConnectionStore;
  readonly #closed = new AbortController();
  readonly #limit: Timer;
  #waiting: string[] = [];
  #isRunning = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#store = new ConnectionStore(options.store);
    this.#limit = options.clock.timer(longestMs, () => void this.#expire());
  }

  /** Takes a message of the client; it waits until the turns before it have ended. */
  receive(text: string): void {
    const size = this.#waiting.reduce((sum, { length }) => sum + length, text.length);
    if (this.#waiting.length >= maxWaiting || size > maxWaitingSize) {
      void this.#send(errorEvent(tooManyWaiting()));
      return;
    }
    this.#waiting.push(text);
    if (!this.#isRunning) void this.#run();
  }

  /** The connection is gone: stops the turn and frees all that was kept for it. */
  end(): void {
    this.#waiting = [];
    this.#limit.clear();
    this.#closed.abort(new Error('The WebSocket was closed.'));
  }

  async #expire(): Promise<void> {
    await this.#send(errorEvent(connectionLimitReached()));
    this.end();
    this.#options.socket.close(1001, 'The connection is 60 minutes old.');
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let text = this.#waiting.shift(); text !== undefined; text = this.#waiting.shift()) {
      await this.#turn(text);
    }
    this.#isRunning = false;
  }

  /** Never throws: what is no answer of the API drops the connection, as it would over HTTP. */
  async #turn(text: string): Promise<void> {
    try {
      await this.#answer(readCreateMessage(text));
    } catch (error) {
      if (error instanceof ApiError) await this.#send(errorEvent(error));
      else if (!this.#closed.signal.aborted) this.#options.socket.drop();
    }
  }

  async #answer({ body, generate, previousResponseId }: CreateMessage): Promise<void> {
    const reply = await this.#options.answer(
      new Request('http://sandbox/v1/responses', {
        method: 'POST',
        headers: {
          authorization: this.#options.authorization,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
        signal: this.#closed.signal,
      }),
      { store: this.#store, generate },
    );
    const isAnswered = await this.#relay(reply);
    if (!isAnswered) this.#store.forget(previousResponseId);
  }

  /** Passes on what HTTP would have answered; tells whether that is an answer, whole or cut off by its cap. */
  async #relay({ status, content }: Reply): Promise<boolean> {
    if (!isStream(content)) {
      const { error } = JSON.parse(String(content)) as { error: WireError };
      await this.#send(errorEvent({ status, ...error }));
      return false;
    }
    let last: string | null = null;
    for await (const portion of content) {
      for (const { type, data } of portion) {
        await this.#send(data);
        last = type;
      }
    }
    if (last === null || !isTerminal({ type: last })) throw new ConnectionReset();
    return last !== 'response.failed';
  }

  /** One that fails is of a connection that closes: `end` follows. */
  async #send(text: string): Promise<void> {
    await this.#options.socket.send(text).catch(() => {});
  }
}
