import type { Clock } from '../context.ts';
import type { Sandbox } from '../sandbox/app.ts';
import type { ReceivedRequest } from './observation.ts';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A sandbox that remembers what it was asked. */
export interface WatchedSandbox extends Sandbox {
  /** Grows while requests arrive and end. */
  readonly requests: readonly ReceivedRequest[];
}

/** Watches a sandbox from outside: each request, and what became of its answer. */
export function watchRequests(sandbox: Sandbox, clock: Clock): WatchedSandbox {
  const requests: Writable<ReceivedRequest>[] = [];
  return {
    ...sandbox,
    requests,
    fetch: async (request) => {
      const received = await receive(request.clone(), clock);
      requests.push(received);
      const end = () => {
        received.endedAt = clock.now();
      };
      request.signal.addEventListener('abort', () => {
        received.isAbandoned = true;
        end();
      });
      try {
        const response = await sandbox.fetch(request);
        received.status = response.status;
        received.retryAfterMs = retryAfter(response.headers);
        return watched(response, received, end);
      } catch (error) {
        end();
        throw error;
      }
    },
  };
}

async function receive(request: Request, clock: Clock): Promise<Writable<ReceivedRequest>> {
  const arrivedAt = clock.now();
  return {
    method: request.method,
    path: new URL(request.url).pathname,
    key: request.headers.get('authorization')?.replace(/^Bearer /i, '') ?? null,
    body: asObject(parse(await request.text())),
    arrivedAt,
    endedAt: arrivedAt,
    status: null,
    retryAfterMs: null,
    answer: null,
    usage: null,
    isAbandoned: false,
  };
}

function watched(
  response: Response,
  received: Writable<ReceivedRequest>,
  end: () => void,
): Response {
  const { body } = response;
  if (body === null) {
    end();
    return response;
  }
  const decoder = new TextDecoder();
  let text = '';
  const passed = async function* () {
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        yield chunk;
      }
      Object.assign(received, answerIn(text));
    } finally {
      // Reached too when the client leaves and nobody reads on.
      if (!received.isAbandoned) end();
    }
  };
  return new Response(ReadableStream.from(passed()), response);
}

/** The answer in a whole body: of a plain one, or of the last event of a stream. */
function answerIn(text: string): Pick<ReceivedRequest, 'answer' | 'usage'> {
  const data = text
    .match(/^data: (.*)$/gm)
    ?.at(-1)
    ?.slice('data: '.length);
  const body = asObject(parse(data ?? text));
  const response = asObject(body?.response) ?? body;
  const texts = listOf(response?.output)
    .flatMap((item) => listOf(asObject(item)?.content))
    .map((part) => asObject(part)?.text)
    .filter((part) => typeof part === 'string');
  const usage = asObject(response?.usage);
  return {
    answer: texts.length > 0 ? texts.join('') : null,
    usage: usage
      ? { input: Number(usage.input_tokens), output: Number(usage.output_tokens) }
      : null,
  };
}

function retryAfter(headers: Headers): number | null {
  const ms = headers.get('retry-after-ms');
  if (ms !== null) return Number(ms);
  const seconds = headers.get('retry-after');
  return seconds === null ? null : Number(seconds) * 1000;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
