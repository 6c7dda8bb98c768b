import { outputTextOf } from '../client/answer.ts';
import type { StreamEvent } from '../client/exchange.ts';
import { asObject, parseJson } from '../client/json.ts';
import { readRetryAfter } from '../client/retry-after.ts';
import { FrameReader, frameJson } from '../client/sse.ts';
import type { Clock } from '../context.ts';
import type { Sandbox } from '../sandbox/app.ts';
import { type SandboxRequest, toRequest } from '../sandbox/request.ts';
import { isStream, type Reply, toResponse } from '../sandbox/wire/reply.ts';
import { type Frames, framesText } from '../sandbox/wire/sse.ts';
import type { Piece, ReceivedRequest } from './observation.ts';

/** What is noted while a request is answered. */
interface Recording {
  readonly request: Request;
  readonly arrivedAt: number;
  body: string;
  reply: Reply | null;
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

  const reply = async (sent: SandboxRequest): Promise<Reply> => {
    const request = toRequest(sent);
    const recording: Recording = {
      request,
      arrivedAt: clock.now(),
      ...{ body: '', reply: null, endedAt: null, wasLeft: false, sent: [] },
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
      const made = await sandbox.reply(request);
      recording.reply = made;
      if (isStream(made.content)) {
        return { ...made, content: passOn(made.content, recording, clock) };
      }
      recording.endedAt = note(textOf(made.content), recording, clock);
      return made;
    } catch (error) {
      recording.endedAt = clock.now();
      throw error;
    }
  };

  const fetch = async (request: Request) => toResponse(await reply(request));
  return { sandbox: { ...sandbox, fetch, reply }, requests: () => recordings.map(received) };
}

/** The events of an answer; notes each portion before it is sent, so that no later request can seem to overlap it. */
async function* passOn(frames: Frames, recording: Recording, clock: Clock): Frames {
  let isWhole = false;
  let lastSentAt = recording.arrivedAt;
  try {
    for await (const portion of frames) {
      lastSentAt = note(framesText(portion), recording, clock);
      yield portion;
    }
    isWhole = true;
  } finally {
    recording.endedAt = lastSentAt;
    recording.wasLeft ||= !isWhole && recording.request.signal.aborted;
  }
}

/** What a program is told as text; a file may be too long for one. */
function textOf(content: string | Uint8Array | null): string {
  return typeof content === 'string' ? content : '';
}

/** @returns when it was noted, Unix milliseconds */
function note(text: string, { sent }: Recording, clock: Clock): number {
  const at = clock.now();
  sent.push({ at, text });
  return at;
}

function received(recording: Recording): ReceivedRequest {
  const { request, arrivedAt, body, reply, endedAt, wasLeft, sent } = recording;
  const isStreamed = reply !== null && isStream(reply.content);
  const events = isStreamed ? readEvents(sent, arrivedAt) : [];
  const text = sent.map((piece) => piece.text).join('');
  const answer = isStreamed ? asObject(events.at(-1)?.data)?.response : parseJson(text);
  return {
    method: request.method,
    path: new URL(request.url).pathname,
    authorization: request.headers.get('authorization'),
    body: parseJson(body),
    arrivedAt,
    status: reply?.status ?? null,
    retryAfterMs: reply && readRetryAfter(new Headers(reply.headers), arrivedAt),
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
