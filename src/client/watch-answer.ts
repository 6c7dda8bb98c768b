import { OpenAIError } from 'openai';
import type { Clock } from '../context.ts';
import type { Recording } from './recording.ts';
import { type BodyWatcher, WatchedReader } from './watch-body.ts';

/** An answer with a 2xx that is no API answer: a web page, or JSON that does not parse. */
export class UnexpectedAnswerError extends OpenAIError {
  /** The beginning of what arrived instead. */
  readonly excerpt: string;

  constructor(response: Response, text: string) {
    super(`The server answered ${response.status} with something that is not an API answer.`);
    this.excerpt = text.trim().slice(0, 80);
  }
}

/**
 * Lets the recording see the body of a successful answer while the SDK, or a plain `fetch` demo, reads
 * it. The response stays the very object that fetch gave, only its readers are replaced: reading the text
 * here and building a new Response would cost a tenth and more of the whole call.
 */
export function watchAnswer(
  response: Response,
  recording: Recording,
  { clock, idleTimeoutMs }: { readonly clock: Clock; readonly idleTimeoutMs: number },
): Response {
  const { body } = response;
  if (!body) {
    recording.plainEnded(null);
    return response;
  }
  const openReader = body.getReader.bind(body);
  const watch = (ended: () => void) =>
    new WatchedReader(openReader(), watcherOf(recording, ended), clock, idleTimeoutMs);
  const readAll = () => watch(() => {}).readAll();
  const readText = async () => new TextDecoder().decode(await readAll());
  const readChunks = () => watch(() => recording.bodyEnded());

  replace(response, 'json', async () => {
    const text = await readText();
    const json = parseJson(text);
    recording.plainEnded(json);
    if (json === undefined) throw new UnexpectedAnswerError(response, text);
    return json;
  });
  replace(response, 'text', async () => {
    const text = await readText();
    const isPage = isWebPage(response);
    recording.plainEnded(isPage ? undefined : (parseJson(text) ?? null));
    if (isPage) throw new UnexpectedAnswerError(response, text);
    return text;
  });
  replace(response, 'arrayBuffer', async () => {
    const bytes = new Uint8Array(await readAll());
    recording.plainEnded(null);
    return bytes.buffer;
  });
  replace(
    response,
    'blob',
    async () => new Blob([await response.arrayBuffer()], { type: contentTypeOf(response) }),
  );
  replace(body, 'getReader', readChunks);
  replace(body, Symbol.asyncIterator, () =>
    // The SDK would take a page for a stream without events; `text` throws what it is.
    isWebPage(response) ? { next: () => response.text() } : iterate(readChunks()),
  );
  return response;
}

function watcherOf(recording: Recording, ended: () => void): BodyWatcher {
  return {
    chunk: (bytes) => recording.chunk(bytes),
    ended,
    stopped: (how) => recording.stopped(how),
  };
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

function contentTypeOf(response: Response): string {
  return response.headers.get('content-type') ?? '';
}

function isWebPage(response: Response): boolean {
  return /^text\/html\b/i.test(contentTypeOf(response));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function replace(target: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true });
}
