const utf8 = new TextEncoder();

/**
 * One server-sent event as bytes, meant to be written in one go: some clients forget half a frame at the end of
 * a network read. The Responses API sends no `[DONE]` after the last one.
 */
function frame(event: { readonly type: string }): Uint8Array {
  return utf8.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

/** A streamed answer: each event is a chunk of the body, made when it is read. */
export function eventStream(events: AsyncGenerator<{ readonly type: string }>): Response {
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
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
}
