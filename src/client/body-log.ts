import { decodeText } from './decode.ts';
import { type Frame, FrameReader, withLineFeeds } from './sse.ts';

interface Chunk {
  readonly atMs: number;
  readonly bytes: Uint8Array;
}

/**
 * The bytes of one body with their arrival times. It holds references, copies nothing and parses nothing
 * until asked. A body of at most `limit` bytes is kept whole; of a larger one its beginning and its end,
 * `limit` bytes in all, at most a quarter of them for the beginning: how a stream ended tells the most.
 */
export class BodyLog {
  readonly #head: Chunk[] = [];
  readonly #tail: Chunk[] = [];
  readonly #limit: number;
  #headBytes = 0;
  #tailBytes = 0;
  #isWhole = true;

  /** @param limit bytes kept of one body */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(bytes: Uint8Array, atMs: number): void {
    const fitsHead = this.#headBytes + bytes.length <= this.#limit / 4;
    if (fitsHead && this.#isWhole && this.#tail.length === 0) {
      this.#head.push({ atMs, bytes });
      this.#headBytes += bytes.length;
      return;
    }
    this.#tail.push({ atMs, bytes });
    this.#tailBytes += bytes.length;
    this.#cutTail(this.#limit - this.#headBytes);
  }

  /** Whole chunks go, so that nothing is copied; one that is too large alone leaves its end. */
  #cutTail(room: number): void {
    while (this.#tailBytes > room) {
      const dropped = this.#tail.shift();
      if (!dropped) return;
      this.#isWhole = false;
      this.#tailBytes -= dropped.bytes.length;
      if (this.#tail.length === 0 && room > 0) {
        this.#tail.push({ ...dropped, bytes: dropped.bytes.slice(-room) });
        this.#tailBytes = room;
      }
    }
  }

  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** The body as text; null when part of it was dropped. */
  text(): string | null {
    if (!this.#isWhole) return null;
    return decodeText([...this.#head, ...this.#tail].map(({ bytes }) => bytes));
  }

  /** Every whole frame that was kept, with its arrival. */
  *frames(): Generator<Frame & { atMs: number }> {
    const parts = this.#isWhole ? [[...this.#head, ...this.#tail]] : [this.#head, this.#tail];
    for (const part of parts) yield* framesIn(part);
  }

  /**
   * The whole frames that were kept, the last one first: how a stream ended is found without reading it all again. Of the
   * end no more is decoded than the frames that are taken need, or a little more.
   */
  *framesFromEnd(): Generator<Frame> {
    const chunks = this.#isWhole ? [...this.#head, ...this.#tail] : this.#tail;
    const lastSize = Math.min(chunks.at(-1)?.bytes.length ?? 0, endSize);
    let given = 0;
    // A frame often comes as one chunk; that it begins there is told by the blank line before it.
    for (let size = lastSize + longestBlankLine; ; size *= 4) {
      const isAll = size >= this.#headBytes + this.#tailBytes;
      const text = decodeText(lastBytes(chunks, size));
      let known = 0;
      for (const frame of framesBackwards(isAll ? blankLine + text : text)) {
        known += 1;
        if (known <= given) continue;
        given = known;
        yield frame;
      }
      if (isAll) return;
    }
  }
}

const blankLine = '\n\n';
/** Bytes at the end of a stream that came in one piece which mostly hold its last frames. */
const endSize = 4096;
/** Bytes of a line's end and a blank line as `\r\n\r\n`. */
const longestBlankLine = 4;

function lastBytes(chunks: readonly Chunk[], size: number): Uint8Array[] {
  const last: Uint8Array[] = [];
  let missing = size;
  for (const { bytes } of chunks.toReversed()) {
    if (missing <= 0) break;
    last.unshift(bytes.subarray(-missing));
    missing -= bytes.length;
  }
  return last;
}

/** The frames that begin, after a blank line, and end in this text, the last one first. */
function* framesBackwards(text: string): Generator<Frame> {
  const lines = withLineFeeds(text);
  let end = lines.lastIndexOf(blankLine);
  while (end > 0) {
    const start = lines.lastIndexOf(blankLine, end - 1);
    if (start === -1) return;
    yield* new FrameReader().push(lines.slice(start, end) + blankLine);
    end = start;
  }
}

function* framesIn(chunks: readonly Chunk[]): Generator<Frame & { atMs: number }> {
  const reader = new FrameReader();
  const decoder = new TextDecoder();
  for (const { bytes, atMs } of chunks) {
    for (const frame of reader.push(decoder.decode(bytes, { stream: true })))
      yield { ...frame, atMs };
  }
}
