import type { Responses, StoredResponse } from './store.ts';

/**
 * What one WebSocket can continue: all that is stored, and the latest response of its own, stored or not. OpenAI
 * keeps exactly one for each connection, in memory (guide to the WebSocket mode).
 */
export class ConnectionStore implements Responses {
  readonly #shared: Responses;
  #latest: StoredResponse | undefined;

  constructor(shared: Responses) {
    this.#shared = shared;
  }

  get(id: string): StoredResponse | undefined {
    return this.#latest?.response.id === id ? this.#latest : this.#shared.get(id);
  }

  add(stored: StoredResponse): void {
    if (stored.response.status !== 'failed') this.#latest = stored;
    this.#shared.add(stored);
  }

  delete(id: string): boolean {
    this.forget(id);
    return this.#shared.delete(id);
  }

  /** Drops the connection's own copy: what failed to be continued once has to be sent again in full. */
  forget(id: unknown): void {
    if (this.#latest?.response.id === id) this.#latest = undefined;
  }
}
