import type { Result, Router } from 'hono/router';
import { TrieRouter } from 'hono/router/trie-router';

/**
 * Hono's trie, since its fastest router does not take all of OpenAI's paths (`responses/compact` beside
 * `responses/{id}/cancel`). For paths without parameters, which get nearly all requests, it keeps what it found.
 */
export class RememberingRouter<Handler> implements Router<Handler> {
  readonly name = 'RememberingRouter';
  readonly #trie = new TrieRouter<Handler>();
  readonly #fixedPaths = new Set<string>();
  /** By method and path; Node's parser knows some 35 methods. */
  readonly #found = new Map<string, Result<Handler>>();

  add(method: string, path: string, handler: Handler): void {
    this.#trie.add(method, path, handler);
    if (!/[:*]/.test(path)) this.#fixedPaths.add(path);
    this.#found.clear();
  }

  match(method: string, path: string): Result<Handler> {
    if (!this.#fixedPaths.has(path)) return this.#trie.match(method, path);
    const key = `${method} ${path}`;
    const known = this.#found.get(key);
    if (known) return known;
    const found = this.#trie.match(method, path);
    this.#found.set(key, found);
    return found;
  }
}
