/**
 * An answer for a connection that Node's server has not, or not yet, an answer for: head and body, after which the
 * connection is to be closed.
 * @param headers lines without their ends, such as `content-type: application/json`
 */
export function rawAnswer(status: number, headers: readonly string[], body: string): string {
  const head = [
    // The words after a status may be left out (RFC 9112), but not the space.
    `HTTP/1.1 ${status} `,
    ...headers,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
