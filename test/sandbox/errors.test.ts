import { describe, expect, it } from 'vitest';
import { get, type Json, post, sandboxRequest, testSandbox } from './sandbox-under-test.ts';

const question = { model: 'gpt-4o-mini', input: 'hi' };
const invalid = 'invalid_request_error';

interface Refused {
  readonly case: string;
  readonly body: Json;
  readonly status?: number;
  readonly message: string;
  readonly param?: string | null;
  readonly code?: string | null;
}

/** Rejections measured on the real endpoint and published, unless the case says otherwise. */
const refusals: readonly Refused[] = [
  {
    case: 'an unknown model',
    body: { ...question, model: 'gpt-nope' },
    status: 404,
    message: 'The model `gpt-nope` does not exist or you do not have access to it.',
    code: 'model_not_found',
  },
  {
    case: 'an empty model name',
    body: { ...question, model: '' },
    message: "The requested model '' does not exist.",
    param: 'model',
    code: 'model_not_found',
  },
  {
    case: 'an embedding model',
    body: { ...question, model: 'text-embedding-3-small' },
    message: "The requested model 'text-embedding-3-small' does not exist.",
    param: 'model',
    code: 'model_not_found',
  },
  {
    case: 'a retired model',
    body: { ...question, model: 'gpt-4.1-nano' },
    status: 404,
    message:
      'The model `gpt-4.1-nano` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations',
    code: 'model_not_found',
  },
  {
    case: 'no model',
    body: { input: 'hi' },
    message: "Missing required parameter: 'model'.",
    param: 'model',
    code: 'missing_required_parameter',
  },
  {
    case: 'no input',
    body: { model: 'gpt-4o-mini' },
    message: "Missing required parameter: 'input'.",
    param: 'input',
    code: 'missing_required_parameter',
  },
  ...['', []].map((input) => ({
    case: `an empty input (${JSON.stringify(input)})`,
    body: { ...question, input },
    message: `One of "input" or "previous_response_id" or 'prompt' or 'conversation' must be provided.`,
    code: 'missing_required_parameter',
  })),
  {
    case: 'a temperature that is a string',
    body: { ...question, temperature: 'warm' },
    message: "Invalid type for 'temperature': expected a decimal, but got a string instead.",
    param: 'temperature',
    code: 'invalid_type',
  },
  {
    case: 'a whole number with a fraction',
    body: { ...question, max_output_tokens: 20.5 },
    message:
      "Invalid type for 'max_output_tokens': expected an integer, but got a decimal instead.",
    param: 'max_output_tokens',
    code: 'invalid_type',
  },
  {
    case: 'a flag that is a number',
    body: { ...question, stream: 1 },
    message: "Invalid type for 'stream': expected a boolean, but got an integer instead.",
    param: 'stream',
    code: 'invalid_type',
  },
  {
    case: 'null where a model belongs',
    body: { ...question, model: null },
    message: "Invalid type for 'model': expected a string, but got an object instead.",
    param: 'model',
    code: 'invalid_type',
  },
  {
    case: 'an input that is a number',
    body: { ...question, input: 5 },
    message:
      "Invalid type for 'input': expected one of a string or array of objects, but got an integer instead.",
    param: 'input',
    code: 'invalid_type',
  },
  {
    case: 'an input item that is a string',
    body: { ...question, input: ['hi'] },
    message: "Invalid type for 'input[0]': expected an object, but got a string instead.",
    param: 'input[0]',
    code: 'invalid_type',
  },
  {
    case: 'a temperature above 2',
    body: { ...question, temperature: 200 },
    message:
      "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 200 instead.",
    param: 'temperature',
    code: 'decimal_above_max_value',
  },
  {
    case: 'a temperature below 0',
    body: { ...question, temperature: -0.5 },
    message:
      "Invalid 'temperature': decimal below minimum value. Expected a value >= 0, but got -0.5 instead.",
    param: 'temperature',
    code: 'decimal_below_min_value',
  },
  {
    case: 'too small a cap',
    body: { ...question, max_output_tokens: 8 },
    message:
      "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 8 instead.",
    param: 'max_output_tokens',
    code: 'integer_below_min_value',
  },
  {
    case: 'an unknown parameter',
    body: { ...question, foo: 1 },
    message: "Unknown parameter: 'foo'.",
    param: 'foo',
    code: 'unknown_parameter',
  },
  {
    case: 'a misspelled parameter',
    body: { ...question, stor: true },
    message: "Unknown parameter: 'stor'. Did you mean 'store'?",
    param: 'stor',
    code: 'unknown_parameter',
  },
  {
    case: 'a misspelled parameter whose right name was sent too',
    body: { ...question, stor: true, store: true },
    message: "Unknown parameter: 'stor'.",
    param: 'stor',
    code: 'unknown_parameter',
  },
  {
    case: 'an unknown key of an input item',
    body: { ...question, input: [{ role: 'user', content: 'hi', bogus: 1 }] },
    message: "Unknown parameter: 'input[0].bogus'.",
    param: 'input[0].bogus',
    code: 'unknown_parameter',
  },
  {
    case: 'an item without a role',
    body: { ...question, input: [{ content: 'hi' }] },
    message: "Missing required parameter: 'input[0].role'.",
    param: 'input[0].role',
    code: 'missing_required_parameter',
  },
  {
    case: 'a role that does not exist',
    body: { ...question, input: [{ role: 'boss', content: 'hi' }] },
    message:
      "Invalid value: 'boss'. Supported values are: 'user', 'assistant', 'system', and 'developer'.",
    param: 'input[0].role',
    code: 'invalid_value',
  },
  {
    case: 'stream_options.include_usage, which only Chat Completions has',
    body: { ...question, stream: true, stream_options: { include_usage: true } },
    message: "Unknown parameter: 'stream_options.include_usage'.",
    param: 'stream_options.include_usage',
    code: 'unknown_parameter',
  },
  {
    case: 'messages in the place of input',
    body: { model: 'gpt-4o-mini', messages: [] },
    message:
      "Unsupported parameter: 'messages'. In the Responses API, this parameter has moved to 'input'. Try again with the new parameter. See the API documentation for more information: https://platform.openai.com/docs/api-reference/responses/create.",
    code: 'unsupported_parameter',
  },
  {
    case: 'temperature on a model that reasons',
    body: { ...question, model: 'gpt-6-luna', temperature: 0.2 },
    message: "Unsupported parameter: 'temperature' is not supported with this model.",
    param: 'temperature',
  },
  {
    case: 'top_p on a model that reasons',
    body: { ...question, model: 'gpt-5.4', top_p: 0.5, reasoning: { effort: 'low' } },
    message: "Unsupported parameter: 'top_p' is not supported with this model.",
    param: 'top_p',
  },
  {
    case: 'effort on a model that does not reason',
    body: { ...question, reasoning: { effort: 'low' } },
    message: "Unsupported parameter: 'reasoning.effort' is not supported with this model.",
    param: 'reasoning.effort',
    code: 'unsupported_parameter',
  },
  {
    case: 'no effort on a model that always reasons',
    body: { ...question, model: 'gpt-6-astra', reasoning: { effort: 'none' } },
    message:
      "Unsupported value: 'none' is not supported with the 'gpt-6-astra' model. Supported values are: 'low', 'medium', and 'high'.",
    param: 'reasoning.effort',
    code: 'unsupported_value',
  },
  {
    case: 'a value that is not of the list',
    body: { ...question, truncation: 'bogus' },
    message: "Invalid value: 'bogus'. Supported values are: 'auto' and 'disabled'.",
    param: 'truncation',
    code: 'invalid_value',
  },
  {
    case: 'too much metadata',
    body: {
      ...question,
      metadata: Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'v'])),
    },
    message:
      "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead.",
    param: 'metadata',
    code: 'object_above_max_properties',
  },
  {
    case: 'metadata that is not text',
    body: { ...question, metadata: { a: 1 } },
    message: "Invalid type for 'metadata.a': expected a string, but got an integer instead.",
    param: 'metadata.a',
    code: 'invalid_type',
  },
  {
    case: 'a previous response that does not exist',
    body: { ...question, previous_response_id: 'resp_x' },
    message: "Previous response with id 'resp_x' not found.",
    param: 'previous_response_id',
    code: 'previous_response_not_found',
  },
  {
    case: 'more input than the context window holds',
    body: { ...question, input: 'one two '.repeat(70_000) },
    message:
      'Your input exceeds the context window of this model. Please adjust your input and try again.',
    param: 'input',
    code: 'context_length_exceeded',
  },
  {
    case: 'output text in a message of the user',
    body: { ...question, input: [{ role: 'user', content: [{ type: 'output_text', text: 'x' }] }] },
    message:
      "Invalid value: 'output_text'. Supported values are: 'input_text', 'input_image', 'input_file', 'scoped_content', and 'input_audio'.",
    param: 'input[0].content[0]',
    code: 'invalid_value',
  },
  {
    case: 'input text in a message of the assistant',
    body: {
      ...question,
      input: [{ role: 'assistant', content: [{ type: 'input_text', text: 'x' }] }],
    },
    message: "Invalid value: 'input_text'. Supported values are: 'output_text' and 'refusal'.",
    param: 'input[0].content[0]',
    code: 'invalid_value',
  },
  ...[
    { param: 'tools[0].type', value: [{ type: 'web_search' }] },
    { param: 'conversation', value: 'conv_1' },
    {
      param: 'input[0].content[0].file_id',
      value: [{ role: 'user', content: [{ type: 'input_image', file_id: 'file-1' }] }],
    },
  ].map(({ param, value }) => ({
    case: `${param}, which the sandbox has no part for (in the sandbox's own words)`,
    body: { ...question, [param.split(/[.[]/)[0] ?? '']: value },
    message: `The course sandbox does not offer '${param}'; the real API does.`,
    param,
    code: 'not_offered_by_sandbox',
  })),
];

describe('POST /v1/responses refuses', () => {
  it.each(refusals)('$case', async ({ body, status = 400, message, param = null, code = null }) => {
    const answer = await post(await testSandbox(), '/v1/responses', body);
    expect(answer.body).toEqual({ error: { message, type: invalid, param, code } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
    expect(answer.headers.get('x-course-sandbox')).toBe('simulated');
  });

  it('names the keys of an error in the order of the real envelope', async () => {
    const { body } = await post(await testSandbox(), '/v1/responses', {});
    expect(Object.keys(body.error as Json)).toEqual(['message', 'type', 'param', 'code']);
  });
});

describe('The first mistake is the one that is told:', () => {
  /** From the outermost: each body also has all the mistakes further down. */
  const order = [
    { mistake: { model: undefined }, param: 'model' },
    { mistake: { input: undefined }, param: 'input' },
    { mistake: { bogus: 1 }, param: 'bogus' },
    { mistake: { metadata: 1 }, param: 'metadata' },
    { mistake: { temperature: 3 }, param: 'temperature' },
    { mistake: { stream: 'yes' }, param: 'stream' },
    { mistake: { max_output_tokens: 1 }, param: 'max_output_tokens' },
    { mistake: { top_logprobs: 99 }, param: 'top_logprobs' },
  ];

  it.each(order.map(({ param }, index) => ({ param, index })))(
    '$param',
    async ({ param, index }) => {
      const mistakes = order.slice(index).map(({ mistake }) => mistake);
      const body = Object.assign({ ...question }, ...mistakes.reverse()) as Json;
      const { body: answer } = await post(await testSandbox(), '/v1/responses', body);
      expect((answer.error as Json).param).toBe(param);
    },
  );

  it('what is stored comes after the schema and before what the model takes', async () => {
    const sandbox = await testSandbox();
    const unstored = { ...question, model: 'gpt-6-luna', previous_response_id: 'resp_x' };
    const warm = await post(sandbox, '/v1/responses', { ...unstored, temperature: 3 });
    expect(warm.body).toMatchObject({
      error: { param: 'temperature', code: 'decimal_above_max_value' },
    });
    const mild = await post(sandbox, '/v1/responses', { ...unstored, temperature: 1 });
    expect(mild.body).toMatchObject({ error: { param: 'previous_response_id' } });
  });
});

describe('A request without a good key is refused', () => {
  const missing =
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.";
  const incorrect = (masked: string) =>
    `Incorrect API key provided: ${masked}. You can find your API key at https://platform.openai.com/account/api-keys.`;

  it.each([
    { authorization: '', message: missing, code: null },
    { authorization: 'Bearer ', message: missing, code: null },
    { authorization: 'Basic c2stYTpi', message: missing, code: null },
    {
      authorization: 'Bearer sk-wrong-0123456789-key',
      message: incorrect(`sk-wrong${'*'.repeat(11)}-key`),
      code: 'invalid_api_key',
    },
    {
      authorization: 'Bearer pk-0123456789abcdef',
      message: incorrect('pk-01234*******cdef'),
      code: 'invalid_api_key',
    },
    {
      authorization: 'Bearer sk-wrong-key',
      message: incorrect('*'.repeat(12)),
      code: 'invalid_api_key',
    },
    {
      authorization: 'Bearer sk-wrong-456-key',
      message: incorrect('*'.repeat(16)),
      code: 'invalid_api_key',
    },
  ])('$authorization', async ({ authorization, message, code }) => {
    const sandbox = await testSandbox();
    const request = sandboxRequest('/v1/models', { method: 'GET', headers: { authorization } });
    const response = await sandbox.fetch(request);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: { message, type: invalid, param: null, code } });
  });

  it.each(['sk-sandbox', 'sk-proj-abc', 'sk-'])('but %s is good', async (key) => {
    const headers = { authorization: `Bearer ${key}` };
    const request = sandboxRequest('/v1/models', { method: 'GET', headers });
    expect((await (await testSandbox()).fetch(request)).status).toBe(200);
  });
});

describe('Beside the parameters,', () => {
  const plain = (message: string) => ({
    error: { message, type: invalid, param: null, code: null },
  });

  it.each(['{"model":', '', 'not json', '\u0000'])(
    'a body that is no JSON (%j) is a 400',
    async (body) => {
      const response = await (await testSandbox()).fetch(sandboxRequest('/v1/responses', { body }));
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual(
        plain(
          "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you have trouble figuring out how to fix this, please contact us through our help center at help.openai.com.)",
        ),
      );
    },
  );

  it.each(['null', '5', '"text"', '[]'])('JSON that is no object (%s) is a 400', async (body) => {
    const response = await (await testSandbox()).fetch(sandboxRequest('/v1/responses', { body }));
    expect(response.status).toBe(400);
  });

  it('a body of another content type is a 400 that names it', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const request = sandboxRequest('/v1/responses', { body: '{}', headers });
    const response = await (await testSandbox()).fetch(request);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'unsupported_content_type' } });
  });

  it('a body above 25 MiB is a 413', async () => {
    const body = JSON.stringify({ ...question, input: 'a'.repeat(26_214_400) });
    const response = await (await testSandbox()).fetch(sandboxRequest('/v1/responses', { body }));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      error: {
        message: expect.stringMatching(
          /^Maximum content size limit \(26214400\) exceeded \(\d{8} bytes read\)$/,
        ),
        type: 'server_error',
        param: null,
        code: null,
      },
    });
  });

  it.each(['/v1/nothing', '/responses', '/'])('the unknown path %s is a 404', async (path) => {
    const { status, body } = await post(await testSandbox(), path, {});
    expect(status).toBe(404);
    expect(body).toEqual(plain(`Invalid URL (POST ${path})`));
  });

  it.each([
    { method: 'GET', path: '/v1/responses' },
    { method: 'PUT', path: '/v1/responses/resp_1' },
    { method: 'DELETE', path: '/v1/models' },
    { method: 'DELETE', path: '/v1/responses/resp_1/input_items' },
  ])('$method on $path is a 405', async ({ method, path }) => {
    const { status, body } = await get(await testSandbox(), path, method);
    expect(status).toBe(405);
    expect(body).toEqual(plain(`Invalid method for URL (${method} ${path})`));
  });

  it('a failure inside the sandbox is a 500 that names the request and nothing else', async () => {
    const answer = () => {
      throw new Error('secret detail');
    };
    const { status, headers, body } = await post(
      await testSandbox({ answer }),
      '/v1/responses',
      question,
    );
    expect(status).toBe(500);
    expect(body).toEqual({
      error: {
        message: `The server had an error processing your request. Sorry about that! You can retry your request, or contact us through our help center at help.openai.com if you keep seeing this error. (Please include the request ID ${headers.get('x-request-id')} in your email.)`,
        type: 'server_error',
        param: null,
        code: null,
      },
    });
  });
});
