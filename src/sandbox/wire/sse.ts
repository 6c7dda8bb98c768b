const utf8 = new TextEncoder();

/**
 * One server-sent event as bytes, meant to be written in one go: some clients forget half a frame at the end of
 * a network read. The Responses API sends no `[DONE]` after the last one.
 */
function namedFrame(event: { readonly type: string }): Uint8Array {
  return utf8.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

/** An event of an endpoint whose events have no names; a text stands as it is. */
function dataFrame(data: unknown): Uint8Array {
  return utf8.encode(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
}

const contentType = 'text/event-stream; charset=utf-8';

/** A streamed answer of the Responses API. */
export function eventStream(events: AsyncGenerator<{ readonly type: string }>): Response {
  return streamOf(events, namedFrame);
}

/** A streamed answer whose events have no names. */
export function dataStream(data: AsyncGenerator<unknown>): Response {
  return streamOf(data, dataFrame);
}

/** Each event is a chunk of the body, made when it is read. */
function streamOf<Event>(
  events: AsyncGenerator<Event>,
  frame: (event: Event) => Uint8Array,
): Response {
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await events.next();
        if (done) controller.close();
        else controller.enqueue(frame(value));
      },
      async cancel() {
        await events.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { 'content-type': contentType } });
}

/** The events of such an answer again, each as its type and its JSON; null for any other answer. */
export function eventsOf(response: Response): AsyncGenerator<StreamedEvent> | null {
  return isEventStream(response) && response.body ? readFrames(response.body) : null;
}

export function isEventStream({ headers }: Response): boolean {
  return headers.get('content-type') === contentType;
}

export interface StreamedEvent {
  readonly type: string;
  readonly json: string;
}

async function* readFrames(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamedEvent> {
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const [head = '', data = ''] = decoder.decode(chunk).trimEnd().split('\n');
    yield { type: head.slice('event: '.length), json: data.slice('data: '.length) };
  }
}
