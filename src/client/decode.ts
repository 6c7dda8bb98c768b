const decoder = new TextDecoder();

/**
 * The text of a body that came in chunks, cut anywhere. Decoding all bytes at once is much cheaper in
 * Node than decoding one chunk after another, which leaves the fast path of its decoder.
 */
export function decodeText(chunks: readonly Uint8Array[]): string {
  const [first = new Uint8Array()] = chunks;
  return decoder.decode(chunks.length > 1 ? Buffer.concat(chunks) : first);
}
