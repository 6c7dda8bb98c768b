import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Sandbox } from './app.ts';
import { ConnectionReset } from './wire/errors.ts';
import { isEventStream } from './wire/sse.ts';

/**
 * Answers a request over its connection. What the sandbox does to a connection happens to the socket: a dropped one
 * is reset, and a body that breaks off takes it with it, so that the client sees it too.
 */
export async function overSocket(
  sandbox: Pick<Sandbox, 'fetch'>,
  request: Request,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const response = await sandbox.fetch(request);
    outgoing.statusCode = response.status;
    outgoing.setHeaders(response.headers);
    if (response.body !== null && isEventStream(response)) {
      await sendPieces(response.body, outgoing, request.signal);
    } else outgoing.end(Buffer.from(await response.arrayBuffer()));
  } catch (error) {
    if (error instanceof ConnectionReset) outgoing.socket?.resetAndDestroy();
    else outgoing.destroy();
  }
}

/** Each piece at its time, and no faster than the client reads. */
async function sendPieces(
  body: ReadableStream<Uint8Array>,
  outgoing: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  outgoing.flushHeaders();
  const reader = body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (!outgoing.write(piece.value)) await once(outgoing, 'drain', { signal });
  }
  outgoing.end();
}
