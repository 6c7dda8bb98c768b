import type { Fault } from './faults.ts';
import { ApiError, overloaded, serverError, unknownModel, wrongKey } from './wire/errors.ts';
import { rateLimitReached, retryAfter } from './wire/rate-limit-errors.ts';

/** What the error texts mention of the request that fails. */
export interface Failing {
  readonly model: string;
  /** The key as it may be shown. */
  readonly maskedKey: string;
  readonly requestId: string;
}

type ScriptedStatus = Extract<Fault, { kind: 'status' }>;

/** The real bodies of the statuses that have a known one. */
const knownErrors: Readonly<Record<number, (failing: Failing) => ApiError>> = {
  401: ({ maskedKey }) => wrongKey(maskedKey),
  404: ({ model }) => unknownModel(model),
  429: ({ model }) => requestLimitReached(model),
  500: ({ requestId }) => serverError(requestId),
  503: () => overloaded(),
};

/** The error that a scripted status stands for, with the headers that ask for its wait. */
export function scriptedError({ status, waitMs }: ScriptedStatus, failing: Failing): ApiError {
  if (waitMs === null) return knownErrors[status]?.(failing) ?? otherError(status);
  if (status === 429) return tokenLimitReached(failing.model, waitMs);
  const { message, type, param, code } = scriptedError(
    { kind: 'status', status, waitMs: null },
    failing,
  );
  return new ApiError(status, message, { type, param, code, headers: retryAfter(waitMs) });
}

/** A rate limit whose wait the headers do not tell: the client has to choose one. 500 a minute: 120 ms each. */
function requestLimitReached(model: string): ApiError {
  const requests = { limit: 500, used: 500, requested: 1, waitMs: 120 };
  const { message, type, code } = rateLimitReached({ model, kind: 'requests', ...requests });
  return new ApiError(429, message, { type, code });
}

/** At 60,000 tokens a minute each millisecond brings one: the numbers fit the wait, whatever it is. */
function tokenLimitReached(model: string, waitMs: number): ApiError {
  const tokens = { limit: 60_000, used: 60_000, requested: waitMs, waitMs };
  return rateLimitReached({ model, kind: 'tokens', ...tokens });
}

/** No sample of OpenAI's body was found for this status, so the text is ours and says so. */
function otherError(status: number): ApiError {
  return new ApiError(status, `Simulated failure: the fail script asked for status ${status}.`, {
    type: status < 500 ? 'invalid_request_error' : 'server_error',
  });
}
