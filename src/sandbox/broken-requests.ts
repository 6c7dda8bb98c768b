import type { Socket } from 'node:net';
import { ApiError } from './wire/errors.ts';

/** What Node's HTTP parser could not make a request of, by the code of its error; the words are ours. */
const refusals: Readonly<Record<string, ApiError>> = {
  HPE_HEADER_OVERFLOW: new ApiError(431, 'The headers of your request are too large.'),
  ERR_HTTP_REQUEST_TIMEOUT: new ApiError(408, 'Your request took too long to arrive.'),
};
export const unreadable = new ApiError(400, 'Your request is not HTTP that this server can read.');

/** Refuses, in the form of the API, what never became a request; ends its connection. */
export function refuseBroken(error: Error, socket: Socket): void {
  // Whoever is gone, or has been answered in part already, cannot be told any more.
  if (!socket.writable || socket.bytesWritten > 0) return void socket.destroy();
  const refusal = ('code' in error && refusals[String(error.code)]) || unreadable;
  const body = JSON.stringify(refusal.envelope);
  const head = [
    // The words after a status may be left out (RFC 9112), but not the space.
    `HTTP/1.1 ${refusal.status} `,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
