import type { Socket } from 'node:net';
import { rawAnswer } from './raw-answer.ts';
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
  const { status, envelope } = refusal;
  const answer = rawAnswer(status, ['content-type: application/json'], JSON.stringify(envelope));
  socket.end(answer, () => socket.destroy());
}
