import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { CourseError } from '../errors.ts';
import { maskKeysIn } from '../secret.ts';
import { asObject } from './answer.ts';
import type { Exchange } from './exchange.ts';
import { explanationOf, type FailureFacts } from './explanations.ts';
import { UnexpectedAnswerError } from './watch-answer.ts';

/** A failed call, told in plain words. */
function callFailed(facts: FailureFacts, details: FailureDetails): CourseError {
  const { code, happened, advice, retryHelps, retry } = explanationOf(facts);
  const { status } = facts;
  const { requestId, serverMessage, cause } = details;
  return new CourseError(code, happened, advice, {
    status,
    requestId,
    cause,
    call: {
      apiCode: facts.code ?? facts.type ?? facts.network,
      serverMessage: serverMessage && maskKeysIn(serverMessage),
      retryHelps,
      retry,
    },
  });
}

interface FailureDetails {
  readonly requestId: string | null;
  readonly serverMessage: string | null;
  readonly cause: unknown;
}

/**
 * Explains what the SDK, or a plain `fetch`, threw. Gives undefined for anything else: a mistake in
 * our own code is not the API's failure.
 * @param exchange the call it happened in, for its attempts
 */
export function explainError(error: unknown, exchange?: Exchange): CourseError | undefined {
  const facts = factsOf(error);
  if (!facts) return undefined;
  const api = error instanceof APIError ? error : null;
  return callFailed(facts, {
    requestId: api?.requestID ?? exchange?.attempts.at(-1)?.requestId ?? null,
    serverMessage: serverMessageOf(error),
    cause: error,
  });
}

/** Explains an exchange that failed although nothing was thrown: a stream that was cut, a body that says `failed`. */
export function explainExchange(exchange: Exchange): CourseError | undefined {
  const last = exchange.attempts.at(-1);
  const error = asObject(asObject(exchange.response)?.error);
  const facts = exchangeFacts(exchange, error);
  if (!facts) return undefined;
  return callFailed(facts, {
    requestId: last?.requestId ?? null,
    serverMessage: text(error?.message),
    cause: undefined,
  });
}

const noAnswer = { status: null, code: null, type: null, param: null, network: null };

function factsOf(error: unknown): FailureFacts | undefined {
  if (error instanceof UnexpectedAnswerError) return { ...noAnswer, kind: 'not_json' };
  if (error instanceof APIUserAbortError) return { ...noAnswer, kind: 'aborted' };
  if (error instanceof APIConnectionTimeoutError) return { ...noAnswer, kind: 'timed_out' };
  if (error instanceof APIConnectionError) return unreachable(error.cause);
  if (error instanceof APIError) {
    return {
      kind: error.status === undefined ? 'stream' : 'refused',
      status: error.status ?? null,
      code: error.code ?? null,
      type: error.type ?? null,
      param: error.param ?? null,
      network: null,
    };
  }
  const { name, message } = asObject(error) ?? {};
  if (name === 'TimeoutError') return { ...noAnswer, kind: 'timed_out' };
  if (name === 'AbortError') return { ...noAnswer, kind: 'aborted' };
  // undici: the connection failed, or broke off in the body.
  if (message === 'fetch failed' || message === 'terminated') return unreachable(error);
  return undefined;
}

function unreachable(error: unknown): FailureFacts {
  const code = asObject(asObject(error)?.cause)?.code;
  return { ...noAnswer, kind: 'unreachable', network: text(code) };
}

function exchangeFacts(
  exchange: Exchange,
  error: Record<string, unknown> | null,
): FailureFacts | undefined {
  const last = exchange.attempts.at(-1);
  const said = { code: text(error?.code), type: text(error?.type), param: text(error?.param) };
  if (last?.status === null) {
    const kind = last.error === 'timeout' ? 'timed_out' : 'unreachable';
    return { ...noAnswer, kind, network: last.error };
  }
  if (last && last.status >= 400) {
    return { ...said, kind: 'refused', status: last.status, network: null };
  }
  switch (exchange.problem) {
    case 'not_json':
      return { ...noAnswer, kind: 'not_json' };
    case 'stalled':
      return { ...noAnswer, kind: 'timed_out' };
    case 'stream_cut':
      return { ...noAnswer, kind: 'unreachable' };
    case 'stream_error':
      return { ...noAnswer, ...said, kind: 'stream' };
    case null:
      return exchange.status === 'failed' ? { ...noAnswer, ...said, kind: 'stream' } : undefined;
  }
}

function serverMessageOf(error: unknown): string | null {
  if (error instanceof UnexpectedAnswerError) return error.excerpt;
  if (error instanceof APIError) {
    const said = text(asObject(error.error)?.message);
    return said ?? (error.status === undefined ? null : error.message);
  }
  return null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
