import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Sandbox } from './app.ts';
import { ConnectionReset } from './wire/errors.ts';
import { Reply } from './wire/reply.ts';
import { type Frames, frameText } from './wire/sse.ts';

/**
 * Answers a request over its connection. What the sandbox does to a connection happens to the socket: a dropped one
 * is reset, and a body that breaks off takes it with it, so that the client sees it too.
 */
export async function overSocket(
  sandbox: Pick<Sandbox, 'reply'>,
  request: Request,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const response = await sandbox.reply(request);
    outgoing.statusCode = response.status;
    outgoing.setHeaders(response.headers);
    await sendBody(response, outgoing, request);
  } catch (error) {
    if (error instanceof ConnectionReset) outgoing.socket?.resetAndDestroy();
    else outgoing.destroy();
  }
}

async function sendBody(
  response: Response,
  outgoing: ServerResponse,
  request: Request,
): Promise<void> {
  if (!(response instanceof Reply)) await sendPieces(chunksOf(response), outgoing, request);
  else if (typeof response.content === 'string') outgoing.end(response.content);
  else await sendPieces(textsOf(response.content), outgoing, request);
}

/** What is due at the same time is written in one go: a system call for each event would be most of the work. */
async function* textsOf(frames: Frames): AsyncGenerator<string> {
  for await (const portion of frames) yield portion.map(frameText).join('');
}

async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  for await (const chunk of body ?? []) yield chunk;
}

/** Each piece at its time, and no faster than the client reads; where none is due yet, the head alone. */
async function sendPieces(
  pieces: AsyncIterable<string | Uint8Array>,
  outgoing: ServerResponse,
  { signal }: Request,
): Promise<void> {
  for await (const piece of pieces) {
    if (piece.length === 0) outgoing.flushHeaders();
    else if (!outgoing.write(piece)) await once(outgoing, 'drain', { signal });
  }
  outgoing.end();
}
