import { storageFull } from './wire/file-errors.ts';
import type { FileObject } from './wire/file-object.ts';

export interface StoredFile {
  readonly object: FileObject;
  readonly content: Uint8Array;
}

/** Bytes over all files: two and a half of the largest that a batch takes. */
const defaultMaxBytes = 500 * 1024 * 1024;

/** What a file takes beside its content, in bytes: roughly. */
const overhead = 1024;

/** Files by id, in memory and bounded: what has no room is refused, what has expired is gone. */
export class FileStore {
  readonly #now: () => number;
  readonly #maxBytes: number;
  readonly #files = new Map<string, StoredFile>();
  #bytes = 0;

  /** @param now gives Unix milliseconds */
  constructor(now: () => number, maxBytes: number = defaultMaxBytes) {
    this.#now = now;
    this.#maxBytes = maxBytes;
  }

  get(id: string): StoredFile | undefined {
    this.#dropExpired();
    return this.#files.get(id);
  }

  /** Oldest first. */
  list(): FileObject[] {
    this.#dropExpired();
    return [...this.#files.values()].map(({ object }) => object);
  }

  /** @throws ApiError 413 when there is no room */
  add(file: StoredFile): void {
    this.#dropExpired();
    if (this.#bytes + sizeOf(file) > this.#maxBytes) throw storageFull(this.#maxBytes);
    this.#files.set(file.object.id, file);
    this.#bytes += sizeOf(file);
  }

  delete(id: string): void {
    const file = this.#files.get(id);
    if (file === undefined) return;
    this.#files.delete(id);
    this.#bytes -= sizeOf(file);
  }

  #dropExpired(): void {
    const now = this.#now() / 1000;
    for (const { object } of this.#files.values()) {
      if (object.expires_at !== null && object.expires_at <= now) this.delete(object.id);
    }
  }
}

function sizeOf({ content }: StoredFile): number {
  return content.byteLength + overhead;
}
