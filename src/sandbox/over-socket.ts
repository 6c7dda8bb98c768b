import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Sandbox } from './app.ts';
import type { SandboxRequest } from './request.ts';
import { ConnectionReset } from './wire/errors.ts';
import { isStream, type Reply } from './wire/reply.ts';
import { type Frames, framesText } from './wire/sse.ts';

/**
 * Answers a request over its connection. What the sandbox does to a connection happens to the socket: a dropped one
 * is reset, and a body that breaks off takes it with it, so that the client sees it too.
 */
export async function overSocket(
  sandbox: Pick<Sandbox, 'reply'>,
  request: SandboxRequest,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const reply = await sandbox.reply(request);
    if (isStream(reply.content)) {
      outgoing.writeHead(reply.status, reply.headers);
      await sendFrames(reply.content, outgoing, request);
    } else sendWhole(reply, reply.content, outgoing);
  } catch (error) {
    if (error instanceof ConnectionReset) outgoing.req.socket.resetAndDestroy();
    else outgoing.destroy();
  }
}

/** Sends an answer that does not come bit by bit. */
export function sendWhole(
  { status, headers }: Pick<Reply, 'status' | 'headers'>,
  content: string | Uint8Array | null,
  outgoing: ServerResponse,
): void {
  if (content === null) {
    outgoing.writeHead(status, headers).end();
  } else {
    outgoing.writeHead(status, { 'content-length': Buffer.byteLength(content), ...headers });
    outgoing.end(content);
  }
}

/**
 * Each portion at its time, and no faster than the client reads; where none is due yet, the head alone. What is due at
 * the same time is written in one go: system calls would be most of the work.
 */
async function sendFrames(
  frames: Frames,
  outgoing: ServerResponse,
  request: SandboxRequest,
): Promise<void> {
  for await (const portion of frames) {
    if (portion.length === 0) outgoing.flushHeaders();
    else if (!outgoing.write(framesText(portion))) {
      await once(outgoing, 'drain', { signal: request.signal });
    }
  }
  outgoing.end();
}
