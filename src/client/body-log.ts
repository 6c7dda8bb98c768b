import { type Frame, FrameReader, frameJson } from './sse.ts';

interface Chunk {
  readonly atMs: number;
  readonly bytes: Uint8Array;
}

/**
 * The bytes of one body with their arrival times. It holds references, copies nothing and parses
 * nothing until asked, and keeps at most `limit` bytes: the first half of them and the last.
 */
export class BodyLog {
  readonly #head: Chunk[] = [];
  readonly #tail: Chunk[] = [];
  readonly #half: number;
  #headBytes = 0;
  #tailBytes = 0;
  #droppedBytes = 0;

  /** @param limit bytes kept of one body */
  constructor(limit: number) {
    this.#half = limit / 2;
  }

  add(bytes: Uint8Array, atMs: number): void {
    if (this.#droppedBytes === 0 && this.#headBytes + bytes.length <= this.#half) {
      this.#head.push({ atMs, bytes });
      this.#headBytes += bytes.length;
      return;
    }
    this.#tail.push({ atMs, bytes });
    this.#tailBytes += bytes.length;
    while (this.#tailBytes > this.#half) {
      const dropped = this.#tail.shift()?.bytes.length ?? 0;
      this.#tailBytes -= dropped;
      this.#droppedBytes += dropped;
    }
  }

  get isWhole(): boolean {
    return this.#droppedBytes === 0;
  }

  /** The body as text; null when part of it was dropped. */
  text(): string | null {
    return this.isWhole ? decode([...this.#head, ...this.#tail]) : null;
  }

  /** Every whole frame that was kept, with its arrival. */
  *frames(): Generator<Frame & { atMs: number }> {
    for (const part of this.isWhole ? [[...this.#head, ...this.#tail]] : [this.#head, this.#tail]) {
      const reader = new FrameReader();
      for (const { bytes, atMs } of part) {
        for (const frame of reader.push(bytes)) yield { ...frame, atMs };
      }
    }
  }

  /** The JSON of the last few whole frames, the last one first: enough to find out how a stream ended. */
  *lastFrames(): Generator<unknown> {
    const kept = this.isWhole ? [...this.#head, ...this.#tail] : this.#tail;
    const text = decode(kept).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    let end = text.lastIndexOf('\n\n');
    while (end > 0) {
      const start = text.lastIndexOf('\n\n', end - 1);
      const block = text.slice(start === -1 ? 0 : start + 2, end + 2);
      const [frame] = new FrameReader().push(encoder.encode(block));
      if (frame) yield frameJson(frame);
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
