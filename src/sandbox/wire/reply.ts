import { type Frames, streamOf } from './sse.ts';

/**
 * An answer as plain data. A server sends it as it stands, and only who asked with a `fetch` needs a `Response`: to make
 * one, and to read it again, takes longer than all that happens before.
 */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** A whole text or file, the events of a stream, or nothing. */
  readonly content: string | Uint8Array | Frames | null;
}

export interface TextReply extends Reply {
  readonly content: string;
}

/** A value as JSON. */
export function json(value: unknown, head?: Partial<Pick<Reply, 'status' | 'headers'>>): TextReply {
  return jsonText(JSON.stringify(value), head);
}

/** What is JSON already. */
export function jsonText(
  content: string,
  { status = 200, headers }: Partial<Pick<Reply, 'status' | 'headers'>> = {},
): TextReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, content };
}

/** An answer that comes bit by bit, as server-sent events. */
export function eventStream(frames: Frames): Reply {
  const headers = { 'content-type': 'text/event-stream; charset=utf-8' };
  return { status: 200, headers, content: frames };
}

/** Whether the answer comes bit by bit. */
export function isStream(content: Reply['content']): content is Frames {
  return typeof content === 'object' && content !== null && Symbol.asyncIterator in content;
}

/** The same answer for whoever asked with a `fetch`. */
export function toResponse({ status, headers, content }: Reply): Response {
  return new Response(isStream(content) ? streamOf(content) : content, { status, headers });
}
