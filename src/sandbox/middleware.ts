import type { Context, MiddlewareHandler } from 'hono';
import { authenticate } from './authentication.ts';
import { send } from './replying.ts';
import type { FaultScript } from './scripted-faults.ts';
import type { SandboxEnv, Services, TokenUsage } from './services.ts';
import { ApiError, ConnectionReset, invalidMethod, serverError } from './wire/errors.ts';
import { createRequestId } from './wire/ids.ts';
import { organization } from './wire/rate-limit-errors.ts';

export interface LogEntry {
  readonly method: string;
  /** As on the wire: `/v1/responses`. */
  readonly path: string;
  /** HTTP status; null when the connection dropped or the client left before an answer. */
  readonly status: number | null;
  /** Milliseconds from its arrival to the headers of its answer. */
  readonly ms: number;
  /** Of the whole answer, also when it is only beginning; null when it has none. */
  readonly usage: TokenUsage | null;
  readonly requestId: string;
}

/** Gives every answer the headers of the API and, since it is simulated, one that says so. */
export function identify(
  { clock, randomness }: Services,
  log: ((entry: LogEntry) => void) | undefined,
): MiddlewareHandler<SandboxEnv> {
  const random = randomness.next('request ids');
  return async (c, next) => {
    const { method, path } = c.req;
    const arrivedAt = clock.now();
    const requestId = createRequestId(random);
    c.set('arrivedAt', arrivedAt);
    c.set('requestId', requestId);
    try {
      await next();
    } finally {
      const status = c.env.reply?.status ?? null;
      const usage = status === null ? null : (c.get('usage') ?? null);
      log?.({ method, path, status, ms: clock.now() - arrivedAt, usage, requestId });
    }
    if (c.env.reply === undefined) return;
    const { status, headers, content } = c.env.reply;
    const own = {
      'x-request-id': requestId,
      'openai-organization': organization,
      'openai-project': 'proj_sandbox',
      'openai-version': '2020-10-01',
      'openai-processing-ms': String(Math.round(clock.now() - arrivedAt)),
      'x-course-sandbox': 'simulated',
    };
    // A literal that begins with a spread takes V8 thirty times as long.
    const all = Object.assign(own, headers, c.get('limits')?.headers());
    c.env.reply = { status, headers: all, content };
  };
}

export function takeFault(script: FaultScript): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    c.set('fault', script.next());
    await next();
  };
}

export const checkKey: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  c.set('key', authenticate(c.req.header('authorization')));
  await next();
};

/** A request to go on over a WebSocket is let through; its sender does the rest. */
export const letUpgrade: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  if (c.req.header('upgrade')?.toLowerCase() === 'websocket')
    return send(c, { status: 204, headers: {}, content: null });
  await next();
};

export function refuseMethod(c: Context): Response {
  throw invalidMethod(c.req.method, c.req.path);
}

/** Answers with what was thrown; a dropped connection and an aborted request have no answer. */
export function toReply(error: Error, c: Context<SandboxEnv>): Response {
  if (error instanceof ApiError) return send(c, error.toReply());
  if (error instanceof ConnectionReset || c.req.raw.signal.aborted) throw error;
  return send(c, serverError(c.get('requestId')).toReply());
}
