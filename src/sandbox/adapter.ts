import type { Sandbox } from './app.ts';
import { ConnectionReset } from './wire/errors.ts';

/**
 * The sandbox as a `fetch`, with the manners of a real connection that a bare function call lacks: abort works
 * before the headers and inside the body and reaches the sandbox, and a dropped connection is the error that
 * Node's own fetch throws (`TypeError: fetch failed`, cause `ECONNRESET`).
 */
export function inProcessFetch(sandbox: Pick<Sandbox, 'fetch'>): typeof fetch {
  return async (input, init) => {
    const caller = init?.signal ?? (input instanceof Request ? input.signal : null);
    caller?.throwIfAborted();
    const connection = new AbortController();
    const hangUp = () => connection.abort(caller?.reason);
    const disconnect = () => caller?.removeEventListener('abort', hangUp);
    caller?.addEventListener('abort', hangUp, { once: true });
    try {
      const request = new Request(input, { ...init, signal: connection.signal });
      const response = await unlessAborted(sandbox.fetch(request), connection.signal);
      if (response.body !== null) return withBody(response, response.body, connection, disconnect);
      disconnect();
      return response;
    } catch (error) {
      disconnect();
      throw asFetchError(error);
    }
  };
}

function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Passes each chunk on when it is read; fails with the caller's abort. Leaving it early ends the connection. */
function withBody(
  response: Response,
  body: ReadableStream<Uint8Array>,
  connection: AbortController,
  disconnect: () => void,
): Response {
  const reader = body.getReader();
  const { signal } = connection;
  let fail = () => {};
  // undici keeps the signal until long after the request: what listens to it, and the body behind that, would stay as well.
  const end = () => {
    signal.removeEventListener('abort', fail);
    disconnect();
  };
  const passed = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        fail = () => controller.error(signal.reason);
        signal.addEventListener('abort', fail, { once: true });
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (signal.aborted) return;
        if (!done) return controller.enqueue(value);
        end();
        controller.close();
      },
      async cancel(reason) {
        end();
        connection.abort(reason);
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(passed, response);
}

/** What Node's fetch throws for a dropped connection; anything else as it is. */
function asFetchError(error: unknown): unknown {
  return error instanceof ConnectionReset ? new TypeError('fetch failed', { cause: error }) : error;
}
