import type { Batch } from './batch.ts';

/** Batches by id, in memory and bounded: the oldest are dropped first. Their files are kept elsewhere. */
export class BatchStore {
  readonly #maxBatches: number;
  readonly #batches = new Map<string, Batch>();

  constructor(maxBatches = 1000) {
    this.#maxBatches = maxBatches;
  }

  get(id: string): Batch | undefined {
    return this.#batches.get(id);
  }

  /** Oldest first. */
  list(): Batch[] {
    return [...this.#batches.values()];
  }

  add(batch: Batch): void {
    this.#batches.set(batch.id, batch);
    for (const oldest of this.#batches.keys()) {
      if (this.#batches.size <= this.#maxBatches) return;
      this.#batches.delete(oldest);
    }
  }
}
