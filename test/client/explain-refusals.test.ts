import { describe, expect, it } from 'vitest';
import { explainError, explainExchange } from '../../src/client/index.ts';
import { apiError, html, json, startLoopback, text } from '../helpers/loopback.ts';
import { failureOf, only, question, recorded } from './recorded.ts';
import { told } from './told.ts';

const unchanged = 'A retry does not help: the same request gets the same answer.';
const passing = 'A retry helps, after a pause that grows from one attempt to the next.';

const final = { retryHelps: false, retry: unchanged };
const worthARetry = { retryHelps: true, retry: passing };

const noKey = {
  code: 'authentication',
  message: 'The request arrived without a key, or with one that the server could not read.',
  advice: 'Put the key into .env as OPENAI_API_KEY=sk-…, then check it: course doctor',
  ...final,
};
const wrongKey = {
  code: 'authentication',
  message: 'The server does not know this key: it is mistyped, revoked, or for another server.',
  advice:
    'Compare it with https://platform.openai.com/api-keys, put the right one into .env, then check it: course doctor',
  ...final,
};
const forbidden = {
  code: 'permission_denied',
  message: 'The key is good, but may not do this: its project, role or country rules it out.',
  advice: 'Ask whoever runs the project for the right, or try another key: course doctor',
  ...final,
};
const noModel = {
  code: 'model_not_found',
  message: 'The server has no model of this name, or this key may not use it.',
  advice: 'See which models there are, and pick one with --model: course models',
  ...final,
};
const notThere = {
  code: 'not_found',
  message: 'The server has nothing like this at this address, or what was asked for is gone.',
  advice: 'Check the id, and that the base URL ends as the server wants it, mostly in /v1.',
  ...final,
};
const malformed = {
  code: 'bad_request',
  message: 'The server could not accept the request as it was written.',
  advice: 'Correct the field that the message names. To see the request: add --dry-run',
  ...final,
};
const fixedSampling = {
  code: 'bad_request',
  message: 'This model does not take the parameter: models that reason fix their own sampling.',
  advice: 'Leave the parameter out, or pick a model that takes it: course models',
  ...final,
};
const notStored = {
  code: 'bad_request',
  message:
    'The response to continue from is not stored: it was made with store: false, deleted, or by another account.',
  advice: 'Send the earlier messages again in input, or start a new conversation.',
  ...final,
};
const tooLong = {
  code: 'bad_request',
  message: 'The input is longer than the context window of the model.',
  advice: 'Shorten the input, or pick a model with a larger window: course models',
  ...final,
};
const tooLarge = {
  code: 'bad_request',
  message: 'The request is larger than the server takes.',
  advice: 'Send less at once.',
  ...final,
};
const tooFast = {
  code: 'rate_limited',
  message: 'Too many requests or tokens in a short time: the rate limit of this key was reached.',
  advice: 'Wait as long as the message says, then run it again, with fewer calls at once.',
  retryHelps: true,
  retry: 'A retry helps, after the wait that the server asks for.',
};
const overTheLimitAlone = {
  code: 'rate_limited',
  message: 'This one request has more tokens than the rate limit of this key allows in a minute.',
  advice: 'Shorten the input, lower --max-output-tokens, or pick another model: course models',
  ...final,
};
const noCredit = {
  code: 'quota_exhausted',
  message: 'The account behind this key has no credit left, or has reached its spending limit.',
  advice:
    'Add credit at https://platform.openai.com/settings/organization/billing, or go on without spending: --provider sandbox',
  retryHelps: false,
  retry: 'A retry does not help: it fails the same way until the account has credit.',
};
const serverError = {
  code: 'server_error',
  message: 'Something went wrong inside the server; the request itself may be fine.',
  advice: 'Run it again. If it keeps happening: https://status.openai.com, with the request id.',
  ...worthARetry,
};
const overloaded = {
  code: 'overloaded',
  message: 'The server has more work than it can do at the moment.',
  advice: 'Wait a minute and run it again. The state of the service: https://status.openai.com',
  ...worthARetry,
};
const undocumented = {
  code: 'api_error',
  message: 'The server refused the request with a status that the API does not document.',
  advice: 'Check the base URL and any proxy on the way: course doctor',
  retryHelps: false,
  retry: 'Whether a retry helps cannot be told from this answer.',
};

const invalid = 'invalid_request_error';
const limits = 'Visit https://platform.openai.com/account/rate-limits to learn more.';

interface Row {
  readonly what: string;
  readonly status: number;
  /** message, type, param, code: as OpenAI sends them. */
  readonly error: readonly [string, string | null, string | null, string | null];
  readonly told: object;
}

/** What the API answers, from recorded traffic and OpenAI's documentation of autumn 2026. */
const rows: Row[] = [
  {
    what: 'no key',
    status: 401,
    error: [
      "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth.",
      invalid,
      null,
      null,
    ],
    told: noKey,
  },
  {
    what: 'an unknown model',
    status: 404,
    error: [
      'The model `gpt-nope` does not exist or you do not have access to it.',
      invalid,
      null,
      'model_not_found',
    ],
    told: noModel,
  },
  {
    what: 'an unknown model, said with 400',
    status: 400,
    error: ["The requested model 'x' does not exist.", invalid, 'model', 'model_not_found'],
    told: noModel,
  },
  {
    what: 'a retired model',
    status: 404,
    error: [
      'The model `gpt-3.5-turbo-1106` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations',
      invalid,
      null,
      'model_not_found',
    ],
    told: noModel,
  },
  {
    what: 'no model',
    status: 400,
    error: ["Missing required parameter: 'model'.", invalid, 'model', 'missing_required_parameter'],
    told: malformed,
  },
  {
    what: 'no input',
    status: 400,
    error: ["Missing required parameter: 'input'.", invalid, 'input', 'missing_required_parameter'],
    told: malformed,
  },
  {
    what: 'an empty input',
    status: 400,
    error: [
      'One of "input" or "previous_response_id" or \'prompt\' or \'conversation\' must be provided.',
      invalid,
      null,
      'missing_required_parameter',
    ],
    told: malformed,
  },
  {
    what: 'a temperature in quotes',
    status: 400,
    error: [
      "Invalid type for 'temperature': expected a decimal, but got a string instead.",
      invalid,
      'temperature',
      'invalid_type',
    ],
    told: malformed,
  },
  {
    what: 'a temperature above 2',
    status: 400,
    error: [
      "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 200 instead.",
      invalid,
      'temperature',
      'decimal_above_max_value',
    ],
    told: malformed,
  },
  {
    what: 'too small a max_output_tokens',
    status: 400,
    error: [
      "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 8 instead.",
      invalid,
      'max_output_tokens',
      'integer_below_min_value',
    ],
    told: malformed,
  },
  {
    what: 'an unknown parameter',
    status: 400,
    error: ["Unknown parameter: 'foo'.", invalid, 'foo', 'unknown_parameter'],
    told: malformed,
  },
  {
    what: 'messages, which moved to input',
    status: 400,
    error: [
      "Unsupported parameter: 'messages'. In the Responses API, this parameter has moved to 'input'.",
      invalid,
      null,
      'unsupported_parameter',
    ],
    told: malformed,
  },
  {
    what: 'a temperature for a model that reasons',
    status: 400,
    error: [
      "Unsupported parameter: 'temperature' is not supported with this model.",
      invalid,
      'temperature',
      null,
    ],
    told: fixedSampling,
  },
  {
    what: 'top_p for a model that reasons',
    status: 400,
    error: [
      "Unsupported parameter: 'top_p' is not supported with this model.",
      invalid,
      'top_p',
      null,
    ],
    told: fixedSampling,
  },
  {
    what: 'a temperature for a model that reasons, in Chat Completions',
    status: 400,
    error: [
      "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
      invalid,
      'temperature',
      'unsupported_value',
    ],
    told: fixedSampling,
  },
  {
    what: 'a value that is none of the choices',
    status: 400,
    error: [
      "Invalid value: 'bogus'. Supported values are: 'auto' and 'disabled'.",
      invalid,
      'truncation',
      'invalid_value',
    ],
    told: malformed,
  },
  {
    what: 'too much metadata',
    status: 400,
    error: [
      "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead.",
      invalid,
      'metadata',
      'object_above_max_properties',
    ],
    told: malformed,
  },
  {
    what: 'an unknown previous response',
    status: 400,
    error: [
      "Previous response with id 'resp_x' not found.",
      invalid,
      'previous_response_id',
      'previous_response_not_found',
    ],
    told: notStored,
  },
  {
    what: 'a previous response and a conversation',
    status: 400,
    error: [
      "Mutually exclusive parameters: ''. Ensure you are only providing one of: 'previous_response_id' or 'conversation'.",
      invalid,
      null,
      'mutually_exclusive_parameters',
    ],
    told: malformed,
  },
  {
    what: 'an unknown response',
    status: 404,
    error: ["Response with id 'resp_x' not found.", invalid, null, null],
    told: notThere,
  },
  {
    what: 'too long an input',
    status: 400,
    error: [
      'Your input exceeds the context window of this model. Please adjust your input and try again.',
      invalid,
      'input',
      'context_length_exceeded',
    ],
    told: tooLong,
  },
  {
    what: 'too long messages, in Chat Completions',
    status: 400,
    error: [
      "This model's maximum context length is 128000 tokens. However, your messages resulted in 130000 tokens. Please reduce the length of the messages.",
      invalid,
      'messages',
      'context_length_exceeded',
    ],
    told: tooLong,
  },
  {
    what: 'too many requests a minute',
    status: 429,
    error: [
      `Rate limit reached for gpt-4o-mini in organization org-1 on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s. ${limits}`,
      'requests',
      null,
      'rate_limit_exceeded',
    ],
    told: tooFast,
  },
  {
    what: 'too many tokens a minute',
    status: 429,
    error: [
      `Rate limit reached for gpt-4o-mini in organization org-1 on tokens per min (TPM): Limit 200000, Used 198168, Requested 5110. Please try again in 983ms. ${limits}`,
      'tokens',
      null,
      'rate_limit_exceeded',
    ],
    told: tooFast,
  },
  {
    what: 'a load that rises too fast',
    status: 429,
    error: ['Your request rate rose too fast. Slow down.', null, null, 'slow_down'],
    told: tooFast,
  },
  {
    what: 'one request above the limit of a minute',
    status: 429,
    error: [
      'Request too large for gpt-5 in organization org-1 on tokens per min (TPM): Limit 30000, Requested 36055. The input or output tokens must be reduced in order to run successfully.',
      'tokens',
      null,
      'rate_limit_exceeded',
    ],
    told: overTheLimitAlone,
  },
  {
    what: 'no credit, as of 2026',
    status: 429,
    error: [
      'You have no credits remaining. Add credits to continue using the API at https://platform.openai.com/settings/organization/billing/.',
      'insufficient_quota',
      null,
      'credit_balance_exhausted',
    ],
    told: noCredit,
  },
  {
    what: 'no credit, as before',
    status: 429,
    error: [
      'You exceeded your current quota, please check your plan and billing details.',
      'insufficient_quota',
      null,
      'insufficient_quota',
    ],
    told: noCredit,
  },
  {
    what: 'an organization’s spending limit',
    status: 429,
    error: ['No.', 'insufficient_quota', null, 'organization_spend_limit_exceeded'],
    told: noCredit,
  },
  {
    what: 'a project’s spending limit',
    status: 429,
    error: ['No.', 'insufficient_quota', null, 'project_spend_limit_exceeded'],
    told: noCredit,
  },
  {
    what: 'an organization’s usage limit',
    status: 429,
    error: ['No.', 'insufficient_quota', null, 'organization_usage_limit_exceeded'],
    told: noCredit,
  },
  {
    what: 'a fault of the server',
    status: 500,
    error: [
      'The server had an error processing your request. Sorry about that!',
      'server_error',
      null,
      null,
    ],
    told: serverError,
  },
  {
    what: 'an overloaded server',
    status: 503,
    error: [
      'Our servers are currently overloaded. Please try again later.',
      'service_unavailable_error',
      null,
      'server_is_overloaded',
    ],
    told: overloaded,
  },
  {
    what: 'broken JSON',
    status: 400,
    error: ['We could not parse the JSON body of your request.', invalid, null, null],
    told: malformed,
  },
  {
    what: 'the wrong method',
    status: 405,
    error: ['Invalid method for URL (GET /v1/responses)', invalid, null, null],
    told: notThere,
  },
  {
    what: 'an unknown path',
    status: 404,
    error: ['Invalid URL (POST /v1/nothing)', invalid, null, null],
    told: notThere,
  },
  {
    what: 'too large a body',
    status: 413,
    error: [
      'Maximum content size limit (26214400) exceeded (26394240 bytes read)',
      'server_error',
      null,
      null,
    ],
    told: tooLarge,
  },
  {
    what: 'a country that is not served',
    status: 403,
    error: [
      'Country, region, or territory not supported',
      'request_forbidden',
      null,
      'unsupported_country_region_territory',
    ],
    told: forbidden,
  },
  {
    what: 'a request that did not arrive whole in time',
    status: 408,
    error: ['Request timed out.', null, null, null],
    told: {
      code: 'timed_out',
      message: 'The server gave up waiting for the request to arrive whole.',
      advice: 'Run it again. If it keeps happening, check the connection: course doctor',
      ...worthARetry,
    },
  },
  {
    what: 'a conflict',
    status: 409,
    error: ['The resource is locked.', null, null, null],
    told: {
      code: 'conflict',
      message: 'Something else was changing the same thing at the same moment.',
      advice: 'Run it again.',
      ...worthARetry,
    },
  },
  {
    what: 'values without sense',
    status: 422,
    error: ['Unprocessable.', null, null, null],
    told: {
      code: 'unprocessable',
      message: 'The request is well formed, but what it asks for makes no sense to the server.',
      advice: 'Correct the values that the message names. To see the request: add --dry-run',
      ...final,
    },
  },
  {
    what: 'a status that nobody documents',
    status: 418,
    error: ['I am a teapot.', null, null, null],
    told: undocumented,
  },
];

describe('a refusal is explained: ', () => {
  it.each(rows)('$status, $what', async ({ status, error, told: explanation }) => {
    const [message, type, param, code] = error;
    await using server = await startLoopback(apiError(status, { message, type, param, code }));
    const { client, exchanges } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(question));

    const expected = {
      ...explanation,
      status,
      requestId: 'req_refused',
      apiCode: code ?? type,
      serverMessage: message,
    };
    expect(told(explainError(thrown))).toEqual(expected);
    expect(explainError(thrown)?.cause).toBe(thrown);
    expect(told(explainExchange(only(exchanges)))).toEqual(expected);
  });

  it('a key that the server has starred stays as the server shows it', async () => {
    const message =
      'Incorrect API key provided: sk-not-a*****-key. You can find your API key elsewhere.';
    await using server = await startLoopback(apiError(401, { message, code: 'invalid_api_key' }));
    const { client } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(question));
    expect(told(explainError(thrown))).toEqual({
      ...wrongKey,
      status: 401,
      requestId: 'req_refused',
      apiCode: 'invalid_api_key',
      serverMessage: message,
    });
  });
});

describe('what a server said is found', () => {
  const page = `<h1>502 Bad Gateway</h1>${'<p>nginx</p>'.repeat(50)}`;
  it.each([
    [
      'in an error that is a mere text',
      json({ error: 'Bad gateway' }, { status: 502 }),
      'Bad gateway',
    ],
    ['at the beginning of a page', html(page, { status: 502 }), page.slice(0, 80)],
    ['nowhere, when there is no body', text('', { status: 502 }), null],
    ['nowhere, when the JSON is no error', json({ detail: 'Not Found' }, { status: 502 }), null],
  ])('%s', async (_, reply, serverMessage) => {
    await using server = await startLoopback(reply);
    const { client } = recorded(server.baseUrl);
    const thrown = await failureOf(client.responses.create(question));
    expect(told(explainError(thrown))).toEqual({
      ...serverError,
      status: 502,
      requestId: null,
      apiCode: null,
      serverMessage,
    });
  });
});
