/** Every failure the program can name, and the exit code it ends with (see "exit" in the README). */
export const errorCodes = {
  // Wrong before the first request: 2.
  usage: 2,
  unknown_command: 2,
  unknown_lesson: 2,
  unknown_exercise: 2,
  invalid_value: 2,
  missing_key: 2,
  unreadable_env_file: 2,
  empty_input: 2,
  consent_required: 2,
  not_supported: 2,
  // The run failed: 1.
  bad_request: 1,
  authentication: 1,
  permission_denied: 1,
  not_found: 1,
  model_not_found: 1,
  conflict: 1,
  unprocessable: 1,
  rate_limited: 1,
  quota_exhausted: 1,
  server_error: 1,
  overloaded: 1,
  api_error: 1,
  connection_failed: 1,
  timed_out: 1,
  aborted: 1,
  not_an_api_answer: 1,
  stream_cut: 1,
  response_failed: 1,
  budget_reached: 1,
  port_taken: 1,
  check_failed: 1,
  storage: 1,
  checkout_required: 1,
  internal: 1,
  // Stopped from outside.
  interrupted: 130,
  terminated: 143,
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** What is known of the API call behind a failure. */
export interface CallDetails {
  /** The API's own `error.code`, else its type, else a network code such as ECONNREFUSED. */
  readonly apiCode: string | null;
  /** What the server said, keys masked; null when it said nothing. */
  readonly serverMessage: string | null;
  readonly retryHelps: boolean;
  /** Whether a retry helps, as a sentence. */
  readonly retry: string;
}

/** A failure that is told to the person: what happened, and what to type next. Never shown with a stack trace. */
export class CourseError extends Error {
  readonly code: ErrorCode;
  /** What to do next, one sentence a line. */
  readonly advice: string;
  /** HTTP status of the answer that caused it, if one did. */
  readonly status: number | null;
  /** The server's x-request-id, if there was one. */
  readonly requestId: string | null;
  /** null when no API call was behind it. */
  readonly call: CallDetails | null;

  constructor(
    code: ErrorCode,
    message: string,
    advice: string,
    details: {
      status?: number | null;
      requestId?: string | null;
      cause?: unknown;
      call?: CallDetails;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'CourseError';
    this.code = code;
    this.advice = advice;
    this.status = details.status ?? null;
    this.requestId = details.requestId ?? null;
    this.call = details.call ?? null;
  }

  get exitCode(): number {
    return errorCodes[this.code];
  }
}

/** The reason of `Context.signal`: Ctrl-C or SIGTERM. */
export class Interrupted extends CourseError {
  constructor(signal: 'SIGINT' | 'SIGTERM' = 'SIGINT') {
    super(signal === 'SIGINT' ? 'interrupted' : 'terminated', 'Stopped.', '');
    this.name = 'Interrupted';
  }
}

/** Standard input ended while a question was open. Ends a lesson like "leave": the place is kept. */
export class InputEnded extends Error {
  constructor() {
    super('Standard input ended.');
    this.name = 'InputEnded';
  }
}
