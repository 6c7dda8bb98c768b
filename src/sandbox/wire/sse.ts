const utf8 = new TextEncoder();

/**
 * One server-sent event as bytes, meant to be written in one go: some clients forget half a frame at the end of
 * a network read. The Responses API sends no `[DONE]` after the last one.
 */
export function frame(event: { readonly type: string }): Uint8Array {
  return utf8.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}
