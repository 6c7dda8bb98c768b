import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';

/** A request as it arrived, body read to its end. */
interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How the server answers one request. */
export type Reply = (answer: ServerResponse, request: ReceivedRequest) => void | Promise<void>;

export interface Loopback extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/v1`, PORT being whatever was free. */
  readonly baseUrl: string;
  /** In order of arrival. */
  readonly requests: readonly ReceivedRequest[];
}

/** An HTTP server on loopback that gives these replies one after another, and the last one from then on. */
export async function startLoopback(...replies: readonly [Reply, ...Reply[]]): Promise<Loopback> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (message, answer) => {
    const { method = '', url: path = '', headers } = message;
    let body = '';
    for await (const piece of message.setEncoding('utf8')) body += piece;
    const request = { method, path, headers, body };
    requests.push(request);
    const reply = replies[requests.length - 1] ?? replies.at(-1);
    await reply?.(answer, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

interface Head {
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
}

export function json(body: unknown, head: Head = {}): Reply {
  return text(JSON.stringify(body), {
    ...head,
    headers: { 'content-type': 'application/json', ...head.headers },
  });
}

export function html(body: string, head: Head = {}): Reply {
  return text(body, {
    ...head,
    headers: { 'content-type': 'text/html; charset=utf-8', ...head.headers },
  });
}

export function text(body: string | Uint8Array, { status = 200, headers = {} }: Head = {}): Reply {
  return (answer) => void answer.writeHead(status, headers).end(body);
}

const streamHeaders = { 'content-type': 'text/event-stream; charset=utf-8' };

/** Server-sent events, each piece written on its own, then the end. */
export function stream(pieces: Iterable<string | Uint8Array>, head: Head = {}): Reply {
  return async (answer) => {
    await writeAll(answer, pieces, head);
    answer.end();
  };
}

/** Server-sent events that fall silent: the connection stays open. */
export function stalledStream(pieces: Iterable<string | Uint8Array>): Reply {
  return (answer) => writeAll(answer, pieces, {});
}

/** Server-sent events after which the connection breaks. */
export function brokenStream(pieces: Iterable<string | Uint8Array>): Reply {
  return async (answer) => {
    await writeAll(answer, pieces, {});
    answer.destroy();
  };
}

/** Closes the connection without a word. */
export const reset: Reply = (answer) => void answer.destroy();

/** Never answers. */
export const silence: Reply = () => {};

/** OpenAI's error envelope. */
export function apiError(
  status: number,
  error: Partial<Record<'message' | 'type' | 'param' | 'code', string | null>>,
  headers: OutgoingHttpHeaders = {},
): Reply {
  const body = {
    error: { message: 'No.', type: 'invalid_request_error', param: null, code: null, ...error },
  };
  return json(body, { status, headers: { 'x-request-id': 'req_refused', ...headers } });
}

async function writeAll(
  answer: ServerResponse,
  pieces: Iterable<string | Uint8Array>,
  { status = 200, headers = {} }: Head,
): Promise<void> {
  answer.writeHead(status, { ...streamHeaders, ...headers });
  answer.flushHeaders();
  for (const piece of pieces) {
    // Waits until the piece is handed to the system, so that pieces are not put together.
    await new Promise<void>((resolve) => answer.write(piece, () => resolve()));
  }
}
