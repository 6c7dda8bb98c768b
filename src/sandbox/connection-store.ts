import type { Responses, StoredResponse } from './store.ts';
import type { ResponseObject } from './wire/response-object.ts';

/**
 * What one WebSocket can continue: all that is stored, and the latest response of its own, stored or not. OpenAI
 * keeps exactly one for each connection, in memory (guide to the WebSocket mode).
 */
export class ConnectionStore implements Responses {
  readonly #shared: Responses;
  #latest: { readonly id: string; readonly stored: StoredResponse } | undefined;

  constructor(shared: Responses) {
    this.#shared = shared;
  }

  get(id: string): StoredResponse | undefined {
    return this.#latest?.id === id ? this.#latest.stored : this.#shared.get(id);
  }

  add(response: ResponseObject, stored: StoredResponse): void {
    if (response.status !== 'failed') this.#latest = { id: response.id, stored };
    this.#shared.add(response, stored);
  }

  delete(id: string): boolean {
    this.forget(id);
    return this.#shared.delete(id);
  }

  /** Drops the connection's own copy: what failed to be continued once has to be sent again in full. */
  forget(id: unknown): void {
    if (this.#latest?.id === id) this.#latest = undefined;
  }
}
