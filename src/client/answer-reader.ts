import { ReadableStream, type ReadableStreamDefaultReader } from 'node:stream/web';
import { OpenAIError } from 'openai';
import { maskKeysIn } from '../secret.ts';
import { parseJson } from './json.ts';
import { mediaTypeOf, mediaTypes } from './media-type.ts';
import type { Recording } from './recording.ts';
import { type Patience, WatchedReader } from './watch-body.ts';

const excerptLength = 80;

/** An answer with a 2xx that is no API answer: a web page, or JSON that does not parse. */
export class UnexpectedAnswerError extends OpenAIError {
  readonly status: number;
  /** The beginning of what arrived instead, keys masked. */
  readonly excerpt: string;

  constructor(status: number, text: string) {
    super(`The server answered ${status} with something that is not an API answer.`);
    this.status = status;
    this.excerpt = maskKeysIn(text).trim().slice(0, excerptLength);
  }
}

type Chunks = ReadableStream<Uint8Array>;

/**
 * Reads the body of one answer so that the recording sees it. The SDK's ways (`json`, `text` and the iteration of the
 * body) read straight from the connection; all others go through a stream or a Response made when first needed.
 */
export class AnswerReader {
  readonly #response: Response;
  readonly #openBody: () => ReadableStreamDefaultReader<Uint8Array>;
  readonly #isPage: boolean;
  readonly #recording: Recording;
  readonly #patience: Patience;
  #stream: Chunks | null = null;
  #copy: Response | null = null;

  /** @param body of the response, which nobody else reads */
  constructor(
    response: Response,
    body: NonNullable<Response['body']>,
    recording: Recording,
    patience: Patience,
  ) {
    this.#response = response;
    // The body's own method, taken while it is: watched, `getReader` leads to the recorded stream.
    this.#openBody = body.getReader.bind(body);
    this.#isPage = mediaTypeOf(response) === mediaTypes.page;
    this.#recording = recording;
    this.#patience = patience;
  }

  /** The body as a stream like any other. */
  get stream(): Chunks {
    this.#stream ??= streamOf(() => this.#open());
    return this.#stream;
  }

  /** The answer as a Response like any other. */
  get copy(): Response {
    this.#copy ??= new Response(this.stream, this.#response);
    return this.#copy;
  }

  async json(): Promise<unknown> {
    if (this.#stream) return this.copy.json();
    const text = await this.#open(() => {}).readText();
    const json = parseJson(text);
    this.#recording.plainEnded(json);
    if (json === undefined) throw new UnexpectedAnswerError(this.#response.status, text);
    return json;
  }

  async text(): Promise<string> {
    return this.#stream ? this.copy.text() : this.#readText();
  }

  iterate() {
    // The SDK would take a page for a stream without events; readText throws what it is.
    return this.#isPage ? { next: () => this.#readText() } : iterate(this.#open());
  }

  async #readText(): Promise<string> {
    const text = await this.#open().readText();
    if (this.#isPage) throw new UnexpectedAnswerError(this.#response.status, text);
    return text;
  }

  #open(ended = () => this.#recording.bodyEnded()): WatchedReader {
    const recording = this.#recording;
    const watcher = {
      chunk: (bytes: Uint8Array) => recording.chunk(bytes),
      ended,
      stopped: (how: Parameters<Recording['stopped']>[0]) => recording.stopped(how),
    };
    return new WatchedReader(this.#openBody(), watcher, this.#patience);
  }
}

/** The body as a stream like any other; nothing is read ahead of its reader. */
function streamOf(open: () => WatchedReader): Chunks {
  let reader: WatchedReader | null = null;
  const opened = () => {
    reader ??= open();
    return reader;
  };
  return new ReadableStream(
    {
      pull: async (controller) => {
        const next = await opened().read();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: (reason) => opened().cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

function iterate(reader: WatchedReader) {
  return {
    next: () => reader.read(),
    return: async () => {
      await reader.cancel();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
