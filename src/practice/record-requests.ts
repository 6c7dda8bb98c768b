import { outputTextOf } from '../client/answer.ts';
import type { StreamEvent } from '../client/exchange.ts';
import { asObject, parseJson } from '../client/json.ts';
import { readRetryAfter } from '../client/retry-after.ts';
import { FrameReader, frameJson } from '../client/sse.ts';
import type { Clock } from '../context.ts';
import type { Sandbox } from '../sandbox/app.ts';
import type { Piece, ReceivedRequest } from './observation.ts';

/** What is noted while a request is answered. */
interface Recording {
  readonly request: Request;
  readonly arrivedAt: number;
  body: string;
  response: Response | null;
  endedAt: number | null;
  wasLeft: boolean;
  readonly sent: Piece[];
}

export interface RecordedSandbox {
  readonly sandbox: Sandbox;
  /** In order of arrival. */
  readonly requests: () => ReceivedRequest[];
}

/**
 * The same sandbox, with everything noted that arrives at it and leaves it.
 * @param onRequest told of each request when it arrives, with how many there have been
 */
export function recordRequests(
  sandbox: Sandbox,
  clock: Clock,
  onRequest: (count: number) => void,
): RecordedSandbox {
  const recordings: Recording[] = [];

  const fetch = async (request: Request): Promise<Response> => {
    const recording: Recording = {
      request,
      arrivedAt: clock.now(),
      ...{ body: '', response: null, endedAt: null, wasLeft: false, sent: [] },
    };
    recordings.push(recording);
    onRequest(recordings.length);
    request.signal.addEventListener('abort', () => {
      recording.wasLeft ||= recording.endedAt === null;
    });
    // A client that leaves while it sends has no body worth noting.
    void request
      .clone()
      .text()
      .then((text) => {
        recording.body = text;
      })
      .catch(() => {});
    try {
      const response = await sandbox.fetch(request);
      recording.response = response;
      const body = ReadableStream.from(passOn(response.body, recording, clock));
      return new Response(body, response);
    } catch (error) {
      recording.endedAt = clock.now();
      throw error;
    }
  };

  return { sandbox: { ...sandbox, fetch, reply: fetch }, requests: () => recordings.map(received) };
}

/** The answer, piece by piece; notes each before it is sent, so that no later request can seem to overlap it. */
async function* passOn(body: Response['body'], recording: Recording, clock: Clock) {
  const decoder = new TextDecoder();
  let isWhole = false;
  let lastSentAt = recording.arrivedAt;
  try {
    for await (const chunk of body ?? []) {
      lastSentAt = clock.now();
      recording.sent.push({ at: lastSentAt, text: decoder.decode(chunk, { stream: true }) });
      yield chunk;
    }
    isWhole = true;
  } finally {
    recording.endedAt = lastSentAt;
    recording.wasLeft ||= !isWhole && recording.request.signal.aborted;
  }
}

function received(recording: Recording): ReceivedRequest {
  const { request, arrivedAt, body, response, endedAt, wasLeft, sent } = recording;
  const isStream = response?.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const events = isStream ? readEvents(sent, arrivedAt) : [];
  const text = sent.map((piece) => piece.text).join('');
  const answer = isStream ? asObject(events.at(-1)?.data)?.response : parseJson(text);
  return {
    method: request.method,
    path: new URL(request.url).pathname,
    authorization: request.headers.get('authorization'),
    body: parseJson(body),
    arrivedAt,
    status: response?.status ?? null,
    retryAfterMs: response && readRetryAfter(response.headers, arrivedAt),
    endedAt,
    wasLeft,
    answer,
    outputText: outputTextOf(answer, events),
    pieces: events.flatMap(({ atMs, type, data }) => {
      const delta = type === 'response.output_text.delta' ? asObject(data)?.delta : undefined;
      return typeof delta === 'string' ? [{ at: arrivedAt + atMs, text: delta }] : [];
    }),
  };
}

function readEvents(sent: readonly Piece[], arrivedAt: number): StreamEvent[] {
  const reader = new FrameReader();
  return sent.flatMap(({ at, text }) =>
    [...reader.push(text)].map((frame) => ({
      atMs: at - arrivedAt,
      type: frame.event ?? '',
      data: frameJson(frame),
    })),
  );
}
