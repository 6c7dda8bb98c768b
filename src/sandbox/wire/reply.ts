import { type Frames, streamOf } from './sse.ts';

/** A whole text, or the frames of a stream. */
type Content = string | Frames;

/**
 * An answer whose body is not made yet: a server sends its content as it stands. To make a body and to read it again
 * takes longer than all that happens before.
 */
export class Reply extends Response {
  readonly content: Content;

  constructor(content: Content, init: ResponseInit) {
    super(null, init);
    this.content = content;
  }

  static override json(value: unknown, { headers, ...init }: ResponseInit = {}): Reply {
    return new Reply(JSON.stringify(value), {
      ...init,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }
}

/** An answer that comes bit by bit, as server-sent events. */
export function eventStream(frames: Frames): Reply {
  return new Reply(frames, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
}

/** The same answer with a body that can be read. */
export function readable(response: Response): Response {
  if (!(response instanceof Reply)) return response;
  const { content } = response;
  return new Response(typeof content === 'string' ? content : streamOf(content), response);
}
