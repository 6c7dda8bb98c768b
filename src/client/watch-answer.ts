import { ReadableStream } from 'node:stream/web';
import { OpenAIError } from 'openai';
import { maskKeysIn } from '../secret.ts';
import { isJson, isWebPage } from './content-type.ts';
import { parseJson } from './json.ts';
import type { Recording } from './recording.ts';
import { type BodyWatcher, type Patience, WatchedReader } from './watch-body.ts';

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

const waysToReadAStream = [
  'getReader',
  'values',
  'pipeThrough',
  'pipeTo',
  'tee',
  'cancel',
] as const;

/**
 * Lets the recording see the body of a successful answer while the SDK, or a plain `fetch` demo, reads
 * it. The response stays the very object that fetch gave. The SDK's ways of reading it (`json`, `text` and
 * the iteration of `body`) are replaced by cheap ones: a new stream or Response for each answer would cost
 * a tenth and more of the whole call. All other ways go through such new ones, made when first needed.
 */
export function watchAnswer(
  response: Response,
  recording: Recording,
  patience: Patience,
): Response {
  const { body } = response;
  if (!body) {
    recording.bodyEnded();
    return response;
  }
  if (isEmptyJson(response)) recording.plainEnded(undefined);

  const { readJson, readText, openChunks } = readersOf(response, body, recording, patience);
  let stream: ReadableStream<Uint8Array> | null = null;
  const recordedStream = () => {
    stream ??= streamOf(openChunks);
    return stream;
  };
  let copy: Response | null = null;
  const recordedCopy = () => {
    copy ??= new Response(recordedStream(), response);
    return copy;
  };
  // The SDK would take a page for a stream without events; readText throws what it is.
  const iterator = () => (isWebPage(response) ? { next: readText } : iterate(openChunks()));
  let watched: typeof body | null = null;

  // Most plain answers are read without a look at `body`.
  Object.defineProperty(response, 'body', {
    get: () => {
      watched ??= watchBody(body, iterator, recordedStream);
      return watched;
    },
    configurable: true,
  });
  return Object.assign(response, {
    json: () => (stream ? recordedCopy().json() : readJson()),
    text: () => (stream ? recordedCopy().text() : readText()),
    arrayBuffer: () => recordedCopy().arrayBuffer(),
    blob: () => recordedCopy().blob(),
    formData: () => recordedCopy().formData(),
    // Node 20 has no `bytes`, later versions do.
    bytes: async () => new Uint8Array(await recordedCopy().arrayBuffer()),
    clone: () => {
      const clone = recordedCopy().clone();
      replace(response, 'body', recordedCopy().body);
      return clone;
    },
  });
}

function watchBody<Body extends object>(
  body: Body,
  iterator: () => object,
  recordedStream: () => ReadableStream<Uint8Array>,
): Body {
  replace(body, Symbol.asyncIterator, iterator);
  for (const way of waysToReadAStream) {
    replace(body, way, (...given: unknown[]) =>
      Reflect.apply(recordedStream()[way], recordedStream(), given),
    );
  }
  return body;
}

/** The cheap ways to read a body, made before its own are replaced. */
function readersOf(
  response: Response,
  body: NonNullable<Response['body']>,
  recording: Recording,
  patience: Patience,
) {
  const openReader = body.getReader.bind(body);
  const open = (ended: () => void) =>
    new WatchedReader(openReader(), watcherOf(recording, ended), patience);
  const openChunks = () => open(() => recording.bodyEnded());
  return {
    openChunks,
    readText: async () => {
      const text = await openChunks().readText();
      if (isWebPage(response)) throw new UnexpectedAnswerError(response.status, text);
      return text;
    },
    readJson: async () => {
      const text = await open(() => {}).readText();
      const json = parseJson(text);
      recording.plainEnded(json);
      if (json === undefined) throw new UnexpectedAnswerError(response.status, text);
      return json;
    },
  };
}

function watcherOf(recording: Recording, ended: () => void): BodyWatcher {
  return {
    chunk: (bytes) => recording.chunk(bytes),
    ended,
    stopped: (how) => recording.stopped(how),
  };
}

/** The body as a stream like any other; nothing is read ahead of its reader. */
function streamOf(open: () => WatchedReader): ReadableStream<Uint8Array> {
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

/** JSON that is announced as empty: the SDK gives undefined for it and does not touch the body. */
function isEmptyJson(response: Response): boolean {
  return isJson(response) && response.headers.get('content-length') === '0';
}

function replace(target: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true });
}
