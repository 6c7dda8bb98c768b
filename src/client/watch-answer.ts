import { ReadableStream } from 'node:stream/web';
import { AnswerReader } from './answer-reader.ts';
import { mediaTypeOf, mediaTypes } from './media-type.ts';
import type { Recording } from './recording.ts';
import type { Patience } from './watch-body.ts';

/**
 * Lets the recording see the body of a successful answer while the SDK, or a plain `fetch` demo, reads it. The response
 * and its body stay the very objects that fetch gave, but get a prototype of ours. To make a new stream or Response for
 * each answer, or to give each body methods of its own, would cost a noticeable part of the whole call.
 * @param response of this Node's own `fetch`, so a plain `Response`
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
  const reader = new AnswerReader(response, body, recording, patience);
  const watched: Watched = { body, reader, shown: null };
  return Object.setPrototypeOf(Object.assign(response, { [watchedKey]: watched }), watchedResponse);
}

/** JSON that is announced as empty: the SDK gives undefined for it and does not touch the body. */
function isEmptyJson(response: Response): boolean {
  const isEmpty = response.headers.get('content-length') === '0';
  return isEmpty && mediaTypeOf(response) === mediaTypes.json;
}

/** The key under which a response and its body hold what they need to be watched. */
const watchedKey: unique symbol = Symbol('watched');

interface Watched {
  readonly body: object;
  readonly reader: AnswerReader;
  /** What `response.body` gives, once somebody looked: most plain answers are read without. */
  shown: Response['body'];
}

interface WatchedObject {
  readonly [watchedKey]: Watched;
}

const watchedResponse = heirOf(Response.prototype, {
  get body() {
    const watched = this[watchedKey];
    watched.shown ??= Object.setPrototypeOf(
      Object.assign(watched.body, { [watchedKey]: watched }),
      watchedBody,
    );
    return watched.shown;
  },
  json() {
    return this[watchedKey].reader.json();
  },
  text() {
    return this[watchedKey].reader.text();
  },
  arrayBuffer() {
    return this[watchedKey].reader.copy.arrayBuffer();
  },
  blob() {
    return this[watchedKey].reader.copy.blob();
  },
  formData() {
    return this[watchedKey].reader.copy.formData();
  },
  // Node 20 has no `bytes`, later versions do.
  async bytes() {
    return new Uint8Array(await this[watchedKey].reader.copy.arrayBuffer());
  },
  clone() {
    const watched = this[watchedKey];
    const { copy } = watched.reader;
    const clone = copy.clone();
    // The half of the body that is left to the response itself.
    watched.shown = copy.body;
    return clone;
  },
});

const watchedBody = heirOf(ReadableStream.prototype, {
  [Symbol.asyncIterator]() {
    return this[watchedKey].reader.iterate();
  },
  ...Object.fromEntries(
    (['getReader', 'values', 'pipeThrough', 'pipeTo', 'tee', 'cancel'] as const).map((way) => [
      way,
      function (this: WatchedObject, ...given: unknown[]) {
        const { stream } = this[watchedKey].reader;
        return Reflect.apply(stream[way], stream, given);
      },
    ]),
  ),
});

/** An object that inherits from `prototype` what it does not say itself. */
function heirOf<Methods extends object>(
  prototype: object,
  methods: Methods & ThisType<WatchedObject>,
): object {
  return Object.create(prototype, Object.getOwnPropertyDescriptors(methods));
}
