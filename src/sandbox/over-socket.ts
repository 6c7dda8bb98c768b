import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Sandbox } from './app.ts';
import { ConnectionReset } from './wire/errors.ts';
import { isStream } from './wire/reply.ts';
import { type Frames, framesText } from './wire/sse.ts';

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
    const { status, headers, content } = await sandbox.reply(request);
    if (isStream(content)) {
      outgoing.writeHead(status, headers);
      await sendFrames(content, outgoing, request);
    } else if (content === null) {
      outgoing.writeHead(status, headers).end();
    } else {
      outgoing.writeHead(status, { 'content-length': Buffer.byteLength(content), ...headers });
      outgoing.end(content);
    }
  } catch (error) {
    if (error instanceof ConnectionReset) outgoing.req.socket.resetAndDestroy();
    else outgoing.destroy();
  }
}

/**
 * Each portion at its time, and no faster than the client reads; where none is due yet, the head alone. What is due at
 * the same time is written in one go: system calls would be most of the work.
 */
async function sendFrames(
  frames: Frames,
  outgoing: ServerResponse,
  { signal }: Request,
): Promise<void> {
  for await (const portion of frames) {
    if (portion.length === 0) outgoing.flushHeaders();
    else if (!outgoing.write(framesText(portion))) {
      await once(outgoing, 'drain', { signal });
    }
  }
  outgoing.end();
}
