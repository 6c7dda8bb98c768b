import type { Exchange } from '../../src/client/exchange.ts';

interface Failure {
  /** null: no answer came. */
  readonly status: number | null;
  /** The SDK's class for it. */
  readonly name: string;
  readonly cause: string;
  /** Whether the SDK tries again by itself. */
  readonly isRetried: boolean;
}

/** How calls fail. Source: `openai` 6.49, core/error.ts and `shouldRetry` in client.ts. */
export const failures: readonly Failure[] = [
  fixed(400, 'BadRequestError', 'the request is wrong, or too long'),
  fixed(401, 'AuthenticationError', 'no key, or a wrong one'),
  fixed(403, 'PermissionDeniedError', 'the key may not do this'),
  fixed(404, 'NotFoundError', 'no such model or address'),
  passing(408, 'APIError', 'the server gave up waiting'),
  passing(409, 'ConflictError', 'two changes met each other'),
  fixed(422, 'UnprocessableEntityError', 'well formed, but unusable'),
  passing(429, 'RateLimitError', 'too fast (or out of credit: see later)'),
  passing(500, 'InternalServerError', 'trouble at the server (any 5xx)'),
  passing(null, 'APIConnectionError', 'the server was not reached'),
  passing(null, 'APIConnectionTimeoutError', 'no answer came in time'),
];

/** Stays as it is until somebody changes something. */
function fixed(status: number, name: string, cause: string): Failure {
  return { status, name, cause, isRetried: false };
}

/** May be gone a moment later. */
function passing(
  status: number | null,
  name: string,
  cause: string,
): Failure {
  return { status, name, cause, isRetried: true };
}

/** Whether the SDK, if it may, sends the last request of a call again. */
export function isWorthRetrying({ attempts }: Exchange): boolean {
  const status = attempts.at(-1)?.status ?? null;
  const listed = status !== null && status > 500 ? 500 : status;
  return failures.some(
    (failure) => failure.status === listed && failure.isRetried,
  );
}

/** The list as a table in markdown. */
export function failureTable(): string {
  const rows = failures.map(
    ({ status, name, cause, isRetried }) =>
      `| ${status ?? 'none'} | ${name} | ${cause} | ${isRetried ? 'yes' : 'no'} |`,
  );
  return [
    '| status | class | cause | again? |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
