import type { Clock } from '../context.ts';

/**
 * A `fetch` that gives up when no headers have come after `ms` milliseconds. The SDK does so by itself, plain
 * `fetch` waits for minutes.
 * @throws DOMException TimeoutError
 */
export function withHeaderTimeout(inner: typeof fetch, clock: Clock, ms: number): typeof fetch {
  return async (input, init) => {
    const patience = new AbortController();
    const timer = clock.timer(ms, () =>
      patience.abort(new DOMException('No answer came in time.', 'TimeoutError')),
    );
    const signals = init?.signal ? [init.signal, patience.signal] : [patience.signal];
    try {
      return await inner(input, { ...init, signal: AbortSignal.any(signals) });
    } finally {
      timer.clear();
    }
  };
}
