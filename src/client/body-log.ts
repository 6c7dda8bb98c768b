import { type Frame, FrameReader } from './sse.ts';

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
    return this.#isWhole ? decode([...this.#head, ...this.#tail]) : null;
  }

  /** Every whole frame that was kept, with its arrival. */
  *frames(): Generator<Frame & { atMs: number }> {
    for (const part of this.#isWhole
      ? [[...this.#head, ...this.#tail]]
      : [this.#head, this.#tail]) {
      const reader = new FrameReader();
      for (const { bytes, atMs } of part) {
        for (const frame of reader.push(bytes)) yield { ...frame, atMs };
      }
    }
  }

  /** The last few whole frames, the last one first: enough to find out how a stream ended. */
  *lastFrames(): Generator<Frame> {
    const kept = this.#isWhole ? [...this.#head, ...this.#tail] : this.#tail;
    const text = decode(kept).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    let end = text.lastIndexOf('\n\n');
    while (end > 0) {
      const start = text.lastIndexOf('\n\n', end - 1);
      const block = text.slice(start === -1 ? 0 : start + 2, end + 2);
      yield* new FrameReader().push(encoder.encode(block));
      end = start;
    }
  }
}

const encoder = new TextEncoder();

function decode(chunks: readonly Chunk[]): string {
  const decoder = new TextDecoder();
  let text = '';
  for (const { bytes } of chunks) text += decoder.decode(bytes, { stream: true });
  return text + decoder.decode();
}
