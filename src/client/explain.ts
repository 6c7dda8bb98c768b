import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { CourseError } from '../errors.ts';
import { maskKeysIn } from '../secret.ts';
import { UnexpectedAnswerError } from './answer-reader.ts';
import type { Exchange } from './exchange.ts';
import { explanationOf, type FailureFacts } from './explanations.ts';
import { asObject } from './json.ts';

/**
 * Explains what the SDK, or a plain `fetch`, threw. Gives undefined for anything else: a mistake in
 * our own code is not the API's failure.
 * @param exchange the call it happened in, for its attempts and what was wrong with its answer
 */
export function explainError(error: unknown, exchange?: Exchange): CourseError | undefined {
  const facts = factsOf(error) ?? brokenFrameFacts(error, exchange);
  if (!facts) return undefined;
  const requestId = error instanceof APIError ? error.requestID : null;
  return explain(facts, requestId ?? lastRequestId(exchange), error);
}

/** Explains an exchange that failed although nothing was thrown: a stream that was cut, a body that says `failed`. */
export function explainExchange(exchange: Exchange): CourseError | undefined {
  const facts = exchangeFacts(exchange);
  return facts && explain(facts, lastRequestId(exchange), undefined);
}

function explain(facts: FailureFacts, requestId: string | null, cause: unknown): CourseError {
  const { code, happened, advice, retryHelps, retry } = explanationOf(facts);
  const { status, message } = facts;
  return new CourseError(code, happened, advice, {
    status,
    requestId,
    cause,
    call: {
      apiCode: facts.code ?? facts.type ?? facts.network,
      serverMessage: message && maskKeysIn(message),
      retryHelps,
      retry,
    },
  });
}

function lastRequestId(exchange: Exchange | undefined): string | null {
  return exchange?.attempts.at(-1)?.requestId ?? null;
}

const nothingSaid = {
  status: null,
  code: null,
  type: null,
  param: null,
  message: null,
  network: null,
};

function factsOf(error: unknown): FailureFacts | undefined {
  if (error instanceof UnexpectedAnswerError) {
    return { ...nothingSaid, kind: 'not_json', status: error.status, message: error.excerpt };
  }
  if (error instanceof APIUserAbortError) return { ...nothingSaid, kind: 'aborted' };
  if (error instanceof APIConnectionTimeoutError) return { ...nothingSaid, kind: 'timed_out' };
  if (error instanceof APIConnectionError) return unreachable(error.cause);
  if (error instanceof APIError) return apiErrorFacts(error);
  const { name, message } = asObject(error) ?? {};
  if (name === 'TimeoutError') return { ...nothingSaid, kind: 'timed_out' };
  if (name === 'AbortError') return { ...nothingSaid, kind: 'aborted' };
  // What undici throws when there is no connection, and when one breaks off in the body.
  if (message === 'fetch failed') return unreachable(error);
  if (message === 'terminated') return { ...unreachable(error), kind: 'cut' };
  return undefined;
}

function apiErrorFacts(error: APIError): FailureFacts {
  const said = whatItSaid(error.error);
  if (error.status === undefined) return { ...nothingSaid, ...said, kind: 'stream' };
  return {
    ...nothingSaid,
    ...said,
    kind: 'refused',
    status: error.status,
    message: said.message ?? excerptOf(error),
  };
}

/** The SDK throws the SyntaxError of JSON.parse for a frame of a stream that is not JSON. */
function brokenFrameFacts(error: unknown, exchange: Exchange | undefined) {
  if (!(error instanceof SyntaxError) || exchange?.problem !== 'not_json') return undefined;
  return exchangeFacts(exchange);
}

function unreachable(error: unknown): FailureFacts {
  const code = asObject(asObject(error)?.cause)?.code;
  return { ...nothingSaid, kind: 'unreachable', network: text(code) };
}

function exchangeFacts(exchange: Exchange): FailureFacts | undefined {
  // Whoever called a call off knows why.
  if (exchange.status === 'aborted') return undefined;
  const last = exchange.attempts.at(-1);
  if (last?.status === null) {
    if (last.error === 'timeout') return { ...nothingSaid, kind: 'timed_out' };
    return { ...nothingSaid, kind: 'unreachable', network: last.error };
  }
  const status = last?.status ?? null;
  const error = asObject(exchange.response)?.error;
  const said = { ...nothingSaid, ...whatItSaid(error) };
  if (status !== null && status >= 300) return { ...said, kind: 'refused', status };
  switch (exchange.problem) {
    case 'not_json':
      return { ...nothingSaid, kind: 'not_json', status };
    case 'stalled':
      return { ...nothingSaid, kind: 'timed_out' };
    case 'stream_cut':
      return { ...nothingSaid, kind: 'cut' };
    case 'stream_error':
      return { ...said, kind: 'stream' };
    case null:
      // A batch or a file may have failed too: asking about it did not.
      return exchange.status === 'failed' && error ? { ...said, kind: 'stream' } : undefined;
  }
}

/** What the `error` of a body says; some servers make it a mere text. */
function whatItSaid(error: unknown) {
  const fields = asObject(error);
  return {
    code: text(fields?.code),
    type: text(fields?.type),
    param: text(fields?.param),
    message: text(fields?.message) ?? text(error),
  };
}

const excerptLength = 80;

/** The beginning of an error's body that is not JSON: the SDK puts it behind the status. */
function excerptOf({ status, message }: APIError): string | null {
  const said = message.replace(`${status} `, '').trim();
  return said === 'status code (no body)' ? null : said.slice(0, excerptLength);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
