/** Sends the same request again and again over kept connections: bare sockets, so that the client costs little. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Load {
  /** `http://127.0.0.1:8787/v1` */
  readonly baseUrl: string;
  readonly body: object;
  readonly connections: number;
  /** Answers after which no more are asked for. */
  readonly requests: number;
}

/**
 * @returns answers a second
 * @throws when an answer has another status than 200
 */
export async function load({ baseUrl, body, connections, requests }: Load): Promise<number> {
  const request = requestOf(baseUrl, body);
  let left = requests;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = await connected(baseUrl);
      while (left > 0) {
        left -= 1;
        socket.write(request);
        await answer(socket);
      }
      socket.destroy();
    }),
  );
  return (requests / (performance.now() - startedAt)) * 1000;
}

/** A `POST` of the body to `/responses`, as it goes over a connection. */
export function requestOf(baseUrl: string, body: object): string {
  const { host, pathname } = new URL(`${baseUrl}/responses`);
  const json = JSON.stringify(body);
  return [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'authorization: Bearer sk-bench',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(json)}`,
    '',
    json,
  ].join('\r\n');
}

export async function connected(baseUrl: string): Promise<Socket> {
  const { hostname, port } = new URL(baseUrl);
  const socket = connect(Number(port), hostname).setNoDelay().setEncoding('latin1');
  await once(socket, 'connect');
  return socket;
}

/** Reads one answer to its end, or until enough of it has come. @throws when it has another status than 200 */
export async function answer(socket: Socket, isEnough = isWhole): Promise<void> {
  let text = '';
  while (!isEnough(text)) {
    const [chunk] = await once(socket, 'data');
    text += chunk;
  }
  if (!text.startsWith('HTTP/1.1 200 ')) throw new Error(`Answered with ${text.slice(0, 300)}`);
}

function isWhole(text: string): boolean {
  const headEnds = text.indexOf('\r\n\r\n');
  if (headEnds < 0) return false;
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, headEnds + 2)) ?? [];
  if (length === undefined) return text.endsWith('\r\n0\r\n\r\n');
  return text.length >= headEnds + 4 + Number(length);
}
