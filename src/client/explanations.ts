import type { ErrorCode } from '../errors.ts';

/** What is known of a failed call. */
export interface FailureFacts {
  readonly kind:
    | 'refused'
    | 'unreachable'
    | 'timed_out'
    | 'aborted'
    | 'not_json'
    | 'cut' // the body broke off
    | 'stream'; // the server reported an error after a 2xx
  /** HTTP status; null when no answer arrived. */
  readonly status: number | null;
  /** `error.code`, `error.type` and `error.param` of the API's error body. */
  readonly code: string | null;
  readonly type: string | null;
  readonly param: string | null;
  /** What the server said; null when it said nothing. */
  readonly message: string | null;
  /** A network code such as ECONNREFUSED; null unless the connection failed. */
  readonly network: string | null;
}

interface Explanation {
  readonly code: ErrorCode;
  readonly applies: (facts: FailureFacts) => boolean;
  /** What happened, in plain words. */
  readonly happened: string;
  readonly retryHelps: boolean;
  /** Whether a retry helps, as a sentence. */
  readonly retry: string;
  /** What to do, or type, next. */
  readonly advice: string;
}

const unchanged = 'A retry does not help: the same request gets the same answer.';
const passing = 'A retry helps, after a pause that grows from one attempt to the next.';
const status = (wanted: number) => (facts: FailureFacts) => facts.status === wanted;
const code = (wanted: string) => (facts: FailureFacts) => facts.code === wanted;

/** From the special to the general: the first that applies explains the failure. */
const explanations: readonly Explanation[] = [
  {
    code: 'quota_exhausted',
    // Judged by type: the code was renamed in 2026 and differs between kinds of limits. The error of a
    // failed response has no type, only the older code.
    applies: ({ type, code }) => type === 'insufficient_quota' || code === 'insufficient_quota',
    happened: 'The account behind this key has no credit left, or has reached its spending limit.',
    retryHelps: false,
    retry: 'A retry does not help: it fails the same way until the account has credit.',
    advice:
      'Add credit at https://platform.openai.com/settings/organization/billing, or go on without spending: --provider sandbox',
  },
  {
    code: 'rate_limited',
    // Only the text tells it from a limit that passes.
    applies: ({ status, message }) =>
      status === 429 && message !== null && message.startsWith('Request too large'),
    happened:
      'This one request has more tokens than the rate limit of this key allows in a minute.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Shorten the input, lower --max-output-tokens, or pick another model: course models',
  },
  {
    code: 'rate_limited',
    applies: status(429),
    happened:
      'Too many requests or tokens in a short time: the rate limit of this key was reached.',
    retryHelps: true,
    retry: 'A retry helps, after the wait that the server asks for.',
    advice: 'Wait as long as the message says, then run it again, with fewer calls at once.',
  },
  {
    code: 'authentication',
    applies: (facts) => facts.status === 401 && facts.code === null,
    happened: 'The request arrived without a key, or with one that the server could not read.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Put the key into .env as OPENAI_API_KEY=sk-…, then check it: course doctor',
  },
  {
    code: 'authentication',
    applies: status(401),
    happened: 'The server does not know this key: it is mistyped, revoked, or for another server.',
    retryHelps: false,
    retry: unchanged,
    advice:
      'Compare it with https://platform.openai.com/api-keys, put the right one into .env, then check it: course doctor',
  },
  {
    code: 'permission_denied',
    applies: status(403),
    happened: 'The key is good, but may not do this: its project, role or country rules it out.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Ask whoever runs the project for the right, or try another key: course doctor',
  },
  {
    code: 'model_not_found',
    applies: code('model_not_found'),
    happened: 'The server has no model of this name, or this key may not use it.',
    retryHelps: false,
    retry: unchanged,
    advice: 'See which models there are, and pick one with --model: course models',
  },
  {
    code: 'not_found',
    applies: ({ status }) => status === 404 || status === 405,
    happened: 'The server has nothing like this at this address, or what was asked for is gone.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Check the id, and that the base URL ends as the server wants it, mostly in /v1.',
  },
  {
    code: 'bad_request',
    applies: ({ status, param, code }) =>
      status === 400 &&
      (param === 'temperature' || param === 'top_p') &&
      (code === null || code === 'unsupported_value' || code === 'unsupported_parameter'),
    happened: 'This model does not take the parameter: models that reason fix their own sampling.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Leave the parameter out, or pick a model that takes it: course models',
  },
  {
    code: 'bad_request',
    applies: code('context_length_exceeded'),
    happened: 'The input is longer than the context window of the model.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Shorten the input, or pick a model with a larger window: course models',
  },
  {
    code: 'bad_request',
    applies: code('previous_response_not_found'),
    happened:
      'The response to continue from is not stored: it was made with store: false, deleted, or by another account.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Send the earlier messages again in input, or start a new conversation.',
  },
  {
    code: 'bad_request',
    applies: status(400),
    happened: 'The server could not accept the request as it was written.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Correct the field that the message names. To see the request: add --dry-run',
  },
  {
    code: 'timed_out',
    applies: status(408),
    happened: 'The server gave up waiting for the request to arrive whole.',
    retryHelps: true,
    retry: passing,
    advice: 'Run it again. If it keeps happening, check the connection: course doctor',
  },
  {
    code: 'conflict',
    applies: status(409),
    happened: 'Something else was changing the same thing at the same moment.',
    retryHelps: true,
    retry: passing,
    advice: 'Run it again.',
  },
  {
    code: 'bad_request',
    applies: status(413),
    happened: 'The request is larger than the server takes.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Send less at once.',
  },
  {
    code: 'unprocessable',
    applies: status(422),
    happened: 'The request is well formed, but what it asks for makes no sense to the server.',
    retryHelps: false,
    retry: unchanged,
    advice: 'Correct the values that the message names. To see the request: add --dry-run',
  },
  {
    code: 'overloaded',
    applies: ({ status, code }) => status === 503 || code === 'server_is_overloaded',
    happened: 'The server has more work than it can do at the moment.',
    retryHelps: true,
    retry: passing,
    advice: 'Wait a minute and run it again. The state of the service: https://status.openai.com',
  },
  {
    code: 'server_error',
    applies: ({ status }) => status !== null && status >= 500,
    happened: 'Something went wrong inside the server; the request itself may be fine.',
    retryHelps: true,
    retry: passing,
    advice: 'Run it again. If it keeps happening: https://status.openai.com, with the request id.',
  },
  {
    code: 'not_an_api_answer',
    applies: ({ kind }) => kind === 'not_json',
    happened: 'What answered is not the API: it sent a web page, or something that is not JSON.',
    retryHelps: false,
    retry: 'A retry rarely helps: something between here and the API, or the address, is wrong.',
    advice: 'Check the base URL (it mostly ends in /v1) and any proxy or login page: course doctor',
  },
  {
    code: 'api_error',
    applies: ({ kind }) => kind === 'refused',
    happened: 'The server refused the request with a status that the API does not document.',
    retryHelps: false,
    retry: 'Whether a retry helps cannot be told from this answer.',
    advice: 'Check the base URL and any proxy on the way: course doctor',
  },
  {
    code: 'aborted',
    applies: ({ kind }) => kind === 'aborted',
    happened: 'The call was cancelled from this side before its answer was complete.',
    retryHelps: false,
    retry: 'Nothing went wrong: run it again whenever you like.',
    advice: 'What the server had already worked on may still be billed.',
  },
  {
    code: 'timed_out',
    applies: ({ kind }) => kind === 'timed_out',
    happened: 'No answer, or no further piece of it, arrived in time.',
    retryHelps: true,
    retry: passing,
    advice: 'Run it again, or allow more time: --timeout 60',
  },
  {
    code: 'stream_cut',
    applies: ({ kind }) => kind === 'cut',
    happened: 'The answer broke off before its end: something on the way cut the connection.',
    retryHelps: true,
    retry: passing,
    advice: 'Run it again; what arrived of the answer is not whole.',
  },
  {
    code: 'connection_failed',
    applies: ({ network }) => network === 'ECONNREFUSED',
    happened:
      'Nothing is listening at this address: the server is not running, or the port is wrong.',
    retryHelps: true,
    retry: 'A retry helps once the server runs.',
    advice: 'Start the server, or check the base URL: course doctor',
  },
  {
    code: 'connection_failed',
    applies: ({ network }) => network === 'ENOTFOUND' || network === 'EAI_AGAIN',
    happened: 'The name of the server could not be found: a typing error, or no network.',
    retryHelps: true,
    retry: 'A retry helps once the network is back.',
    advice: 'Check the network and the base URL: course doctor. Offline: --provider sandbox',
  },
  {
    code: 'connection_failed',
    applies: ({ kind }) => kind === 'unreachable',
    happened: 'The connection to the server failed before any answer came.',
    retryHelps: true,
    retry: passing,
    advice: 'Run it again. If it keeps happening, check network and proxy: course doctor',
  },
];

const responseFailed: Explanation = {
  code: 'response_failed',
  applies: () => true,
  happened: 'The server took the request, then reported an error while it made the answer.',
  retryHelps: true,
  retry: passing,
  advice: 'Run it again; what arrived of the answer is not whole.',
};

/** The explanation of a failure; every failure has one. */
export function explanationOf(facts: FailureFacts): Explanation {
  return explanations.find(({ applies }) => applies(facts)) ?? responseFailed;
}
