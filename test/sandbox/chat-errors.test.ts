import { describe, expect, it } from 'vitest';
import { createChat, weatherTool } from './chat-under-test.ts';
import { get, type Json, testSandbox } from './sandbox-under-test.ts';

/** A refusal: message, param, code. */
type Refusal = readonly [string, string | null, string | null];

async function refusalOf(body: Json): Promise<Refusal> {
  const answered = await createChat(await testSandbox(), body);
  const { message, type, param, code } = answered.body.error as Record<string, string>;
  expect([answered.status, type]).toEqual([400, 'invalid_request_error']);
  return [message ?? '', param ?? null, code ?? null];
}

const user = { role: 'user', content: 'hi' };
const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } };
const calling = { role: 'assistant', content: null, tool_calls: [call] };
const missing = (param: string): Refusal => [
  `Missing required parameter: '${param}'.`,
  param,
  'missing_required_parameter',
];
const notOffered = (param: string): Refusal => [
  `The course sandbox does not offer '${param}'; the real API does.`,
  param,
  'not_offered_by_sandbox',
];
const unsupported = (param: string, advice = ''): Refusal => [
  `Unsupported parameter: '${param}' is not supported with this model.${advice}`,
  param,
  'unsupported_parameter',
];
const wrongType = (param: string, rest: string): Refusal => [
  `Invalid type for '${param}': expected ${rest} instead.`,
  param,
  'invalid_type',
];
const modelMissing: Refusal = ['you must provide a model parameter', null, null];
const choiceProblem = (problem: string): Refusal => [
  `Invalid value for 'tool_choice': ${problem}`,
  'tool_choice',
  null,
];

const mistakes: readonly { body: Json; refusal: Refusal }[] = [
  { body: { model: undefined }, refusal: modelMissing },
  { body: { model: null }, refusal: modelMissing },
  { body: { model: '' }, refusal: modelMissing },
  { body: { messages: undefined }, refusal: missing('messages') },
  {
    body: { messages: [] },
    refusal: [
      "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      'messages',
      'empty_array',
    ],
  },
  {
    body: { messages: 'hi' },
    refusal: wrongType('messages', 'an array of objects, but got a string'),
  },
  {
    body: { messages: ['hi'] },
    refusal: wrongType('messages[0]', 'an object, but got a string'),
  },
  { body: { messages: [{ content: 'hi' }] }, refusal: missing('messages[0].role') },
  {
    body: { messages: [{ role: 'model', content: 'hi' }] },
    refusal: [
      "Invalid value: 'model'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.",
      'messages[0].role',
      'invalid_value',
    ],
  },
  {
    body: { messages: [{ role: 'user', content: 7 }] },
    refusal: wrongType(
      'messages[0].content',
      'one of a string or array of objects, but got an integer',
    ),
  },
  {
    body: { messages: [{ role: 'user', content: [{ type: 'input_text', text: 'hi' }] }] },
    refusal: [
      "Invalid value: 'input_text'. Supported values are: 'text', 'image_url', 'input_audio', 'refusal', 'audio', and 'file'.",
      'messages[0].content[0].type',
      'invalid_value',
    ],
  },
  {
    body: { messages: [{ role: 'user', content: [{ type: 'text' }] }] },
    refusal: missing('messages[0].content[0].text'),
  },
  {
    body: { messages: [{ role: 'user', content: [{ type: 'image_url' }] }] },
    refusal: missing('messages[0].content[0].image_url'),
  },
  {
    body: {
      messages: [
        { role: 'system', content: [{ type: 'image_url', image_url: { url: 'data:,' } }] },
        user,
      ],
    },
    refusal: [
      "Invalid 'messages[0]'. Image URLs are only allowed for messages with role 'user', but this message with role 'system' contains an image URL.",
      'messages[0]',
      'invalid_value',
    ],
  },
  {
    body: { messages: [{ role: 'user', content: [{ type: 'file', file: {} }] }] },
    refusal: notOffered('messages[0].content[0].type'),
  },
  {
    body: { messages: [{ role: 'user', text: 'hi' }] },
    refusal: ["Unknown parameter: 'messages[0].text'.", 'messages[0].text', 'unknown_parameter'],
  },
  {
    body: { messages: [user, { role: 'tool', tool_call_id: 'call_1', content: 'x' }] },
    refusal: [
      "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
      'messages.[1].role',
      null,
    ],
  },
  {
    body: { messages: [user, calling, { role: 'tool', tool_call_id: 'call_2', content: 'x' }] },
    refusal: [
      "Invalid parameter: 'tool_call_id' of 'call_2' not found in 'tool_calls' of previous message.",
      'messages.[2].tool_call_id',
      null,
    ],
  },
  {
    body: { messages: [user, calling, user] },
    refusal: [
      "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: call_1",
      'messages.[2].role',
      null,
    ],
  },
  {
    body: { messages: [user, { role: 'tool', content: 'x' }] },
    refusal: missing('messages[1].tool_call_id'),
  },
  {
    body: { temprature: 1 },
    refusal: [
      "Unknown parameter: 'temprature'. Did you mean 'temperature'?",
      'temprature',
      'unknown_parameter',
    ],
  },
  {
    body: { input: 'hi' },
    refusal: ["Unknown parameter: 'input'.", 'input', 'unknown_parameter'],
  },
  {
    body: { reasoning: { effort: 'low' } },
    refusal: ["Unknown parameter: 'reasoning'.", 'reasoning', 'unknown_parameter'],
  },
  {
    body: { tools: [] },
    refusal: [
      "Invalid 'tools': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      'tools',
      'empty_array',
    ],
  },
  {
    body: { tools: 'none' },
    refusal: wrongType('tools', 'an array of objects, but got a string'),
  },
  { body: { tools: [{ type: 'function' }] }, refusal: missing('tools[0].function') },
  {
    body: { tools: [{ type: 'function', function: {} }] },
    refusal: missing('tools[0].function.name'),
  },
  {
    body: { tools: [{ type: 'function', name: 'f' }] },
    refusal: missing('tools[0].function'),
  },
  {
    body: { tools: [{ type: 'custom', custom: { name: 'f' } }] },
    refusal: notOffered('tools[0].type'),
  },
  {
    body: {
      tools: [
        {
          type: 'function',
          function: { name: 'f', strict: true, parameters: { type: 'object', properties: {} } },
        },
      ],
    },
    refusal: [
      "Invalid schema for function 'f': In context=(), 'additionalProperties' is required to be supplied and to be false.",
      'tools[0].function.parameters',
      'invalid_function_parameters',
    ],
  },
  {
    body: { tool_choice: 'auto' },
    refusal: choiceProblem("'tool_choice' is only allowed when 'tools' are specified."),
  },
  {
    body: {
      tools: [weatherTool],
      tool_choice: { type: 'function', function: { name: 'other' } },
    },
    refusal: choiceProblem("no function named 'other' was specified in the 'tools' parameter."),
  },
  {
    body: { tools: [weatherTool], tool_choice: 'always' },
    refusal: [
      "Invalid value: 'always'. Supported values are: 'none', 'auto', and 'required'.",
      'tool_choice',
      'invalid_value',
    ],
  },
  {
    body: { tools: [weatherTool], tool_choice: { type: 'always' } },
    refusal: missing('tool_choice.function'),
  },
  {
    body: { tools: [weatherTool], tool_choice: { type: 'function', function: {} } },
    refusal: missing('tool_choice.function.name'),
  },
  {
    body: { tools: [weatherTool], tool_choice: 7 },
    refusal: wrongType(
      'tool_choice',
      "one of one of 'none', 'auto', or 'required' or object, but got an integer",
    ),
  },
  { body: { n: '2' }, refusal: wrongType('n', 'an integer, but got a string') },
  {
    body: { n: 0 },
    refusal: [
      "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.",
      'n',
      'integer_below_min_value',
    ],
  },
  {
    body: { max_completion_tokens: 0 },
    refusal: [
      "Invalid 'max_completion_tokens': integer below minimum value. Expected a value >= 1, but got 0 instead.",
      'max_completion_tokens',
      'integer_below_min_value',
    ],
  },
  {
    body: { max_tokens: 5, max_completion_tokens: 5 },
    refusal: [
      "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
      'max_tokens',
      'invalid_parameter_combination',
    ],
  },
  {
    body: { max_completion_tokens: 16_385 },
    refusal: [
      'max_tokens is too large: 16385. This model supports at most 16384 completion tokens, whereas you provided 16385.',
      'max_tokens',
      'invalid_value',
    ],
  },
  {
    body: { temperature: 2.1 },
    refusal: [
      "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 2.1 instead.",
      'temperature',
      'decimal_above_max_value',
    ],
  },
  {
    body: { top_logprobs: 2 },
    refusal: [
      "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled.",
      'top_logprobs',
      null,
    ],
  },
  {
    body: { logprobs: true, top_logprobs: 21 },
    refusal: [
      "Invalid value for 'top_logprobs': must be less than or equal to 20.",
      'top_logprobs',
      null,
    ],
  },
  {
    body: { stop: ['a', 'b', 'c', 'd', 'e'] },
    refusal: [
      "Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length 5 instead.",
      'stop',
      'array_above_max_length',
    ],
  },
  {
    body: { stream_options: { include_usage: true } },
    refusal: [
      "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      'stream_options',
      null,
    ],
  },
  {
    body: { stream: true, stream_options: { bogus: 1 } },
    refusal: [
      "Unknown parameter: 'stream_options.bogus'.",
      'stream_options.bogus',
      'unknown_parameter',
    ],
  },
  { body: { response_format: {} }, refusal: missing('response_format.type') },
  {
    body: { response_format: { type: 'xml' } },
    refusal: [
      "Invalid value: 'xml'. Supported values are: 'json_object', 'json_schema', and 'text'.",
      'response_format.type',
      'invalid_value',
    ],
  },
  {
    body: { response_format: { type: 'json_schema' } },
    refusal: missing('response_format.json_schema'),
  },
  {
    body: { response_format: { type: 'json_schema', json_schema: {} } },
    refusal: missing('response_format.json_schema.name'),
  },
  {
    body: {
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'x', strict: true, schema: { type: 'object', properties: {} } },
      },
    },
    refusal: [
      "Invalid schema for response_format 'x': In context=(), 'additionalProperties' is required to be supplied and to be false.",
      'response_format',
      null,
    ],
  },
  {
    body: { response_format: { type: 'json_object' } },
    refusal: [
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      'messages',
      null,
    ],
  },
  {
    body: { service_tier: 'scale' },
    refusal: [
      "Invalid value: 'scale'. Supported values are: 'auto', 'default', 'fast', 'flex', and 'priority'.",
      'service_tier',
      'invalid_value',
    ],
  },
  {
    body: { reasoning_effort: 'low' },
    refusal: ['Unrecognized request argument supplied: reasoning_effort', null, null],
  },
  {
    body: { verbosity: 'low' },
    refusal: [
      "Unsupported value: 'verbosity' does not support 'low' with this model. Supported values are: 'medium'.",
      'verbosity',
      'unsupported_value',
    ],
  },
  ...['functions', 'moderation', 'audio', 'web_search_options', 'logit_bias', 'prediction'].map(
    (name) => ({ body: { [name]: { a: 1 } }, refusal: notOffered(name) }),
  ),
  { body: { modalities: ['text', 'audio'] }, refusal: notOffered('modalities') },
  { body: { store: true }, refusal: notOffered('store') },
];

/** Of models that reason; the messages were measured with one of them in August 2026. */
const mistakesWithReasoning: readonly { body: Json; refusal: Refusal }[] = [
  {
    body: { max_tokens: 9 },
    refusal: unsupported('max_tokens', " Use 'max_completion_tokens' instead."),
  },
  { body: { stop: ['x'] }, refusal: unsupported('stop') },
  { body: { logit_bias: { 1: 1 } }, refusal: unsupported('logit_bias') },
  { body: { prediction: { type: 'content' } }, refusal: unsupported('prediction') },
  { body: { top_p: 0.5 }, refusal: unsupported('top_p') },
  { body: { presence_penalty: 0.5 }, refusal: unsupported('presence_penalty') },
  { body: { frequency_penalty: 0.5 }, refusal: unsupported('frequency_penalty') },
  { body: { logprobs: true }, refusal: unsupported('logprobs') },
  {
    body: { temperature: 0.2 },
    refusal: [
      "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
      'temperature',
      'unsupported_value',
    ],
  },
  {
    body: { n: 9 },
    refusal: [
      "Invalid 'n': integer above maximum value. Expected a value <= 8, but got 9 instead.",
      'n',
      'integer_above_max_value',
    ],
  },
  {
    body: { reasoning_effort: 'none', logprobs: true, top_logprobs: 6 },
    refusal: [
      "Invalid value for 'top_logprobs': must be less than or equal to 5.",
      'top_logprobs',
      null,
    ],
  },
  {
    body: { prompt_cache_retention: 'in_memory' },
    refusal: [
      'This model is compatible only with 24h extended prompt caching',
      'prompt_cache_retention',
      null,
    ],
  },
  {
    body: { tools: [weatherTool] },
    refusal: [
      "Function tools with reasoning_effort are not supported for gpt-5.6-terra in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'.",
      'reasoning_effort',
      null,
    ],
  },
  {
    body: { model: 'gpt-6-astra', reasoning_effort: 'none' },
    refusal: [
      "Unsupported value: 'reasoning_effort' does not support 'none' with this model. Supported values are: 'low', 'medium', and 'high'.",
      'reasoning_effort',
      'unsupported_value',
    ],
  },
];

describe('A request with a mistake is refused in the words of the API', () => {
  it.each(mistakes)('$body', async ({ body, refusal }) => {
    expect(await refusalOf(body)).toEqual(refusal);
  });
});

describe('A model that reasons refuses', () => {
  it.each(mistakesWithReasoning)('$body', async ({ body, refusal }) => {
    expect(await refusalOf({ model: 'gpt-5.6-terra', ...body })).toEqual(refusal);
  });
});

describe('The first mistake is the one that is told', () => {
  const orders: readonly { body: Json; param: string | null }[] = [
    { body: { model: undefined, zzz: 1 }, param: null },
    { body: { messages: undefined, zzz: 1 }, param: 'messages' },
    { body: { zzz: 1, n: 'x' }, param: 'zzz' },
    { body: { zzz: 1, messages: [] }, param: 'zzz' },
    { body: { zzz: 1, stop: ['x'] }, param: 'zzz' },
    { body: { n: 'x', stop: ['x'] }, param: 'n' },
    { body: { n: 0, temperature: 0.5 }, param: 'n' },
    { body: { stop: ['x'], temperature: 0.5 }, param: 'stop' },
    { body: { stop: ['x'], temperature: 'x' }, param: 'temperature' },
    { body: { service_tier: 'x', seed: 'x' }, param: 'seed' },
    { body: { metadata: 7, temperature: 0.5 }, param: 'metadata' },
    { body: { logprobs: true, verbosity: 'x' }, param: 'verbosity' },
  ];
  it.each(orders)('$body', async ({ body, param }) => {
    expect((await refusalOf({ model: 'gpt-5.6-terra', ...body }))[1]).toBe(param);
  });
});

describe('What models that reason take', () => {
  it.each([
    { temperature: 1, top_p: 1, presence_penalty: 0, frequency_penalty: 0, logprobs: false },
    { reasoning_effort: 'none', temperature: 0.2, top_p: 0.9, presence_penalty: 1 },
    { reasoning_effort: 'none', tools: [weatherTool] },
    { model: 'gpt-5.5', tools: [weatherTool] },
    { model: 'gpt-5.4', tools: [weatherTool], temperature: 0.2 },
    { prompt_cache_retention: '24h', verbosity: 'low', max_completion_tokens: 100_000, n: 8 },
  ])('%o', async (body) => {
    const { status } = await createChat(await testSandbox(), { model: 'gpt-5.6-terra', ...body });
    expect(status).toBe(200);
  });
});

describe('What says nothing', () => {
  it('is taken by every model', async () => {
    const optional = [
      'tools',
      'tool_choice',
      'n',
      'temperature',
      'stop',
      'logit_bias',
      'stream_options',
    ];
    const nulls = Object.fromEntries(optional.map((name) => [name, null]));
    const body = { ...nulls, store: false, metadata: { a: 'b' }, user: 'me', modalities: ['text'] };
    for (const model of ['gpt-4o', 'gpt-6-luna']) {
      expect((await createChat(await testSandbox(), { model, ...body })).status).toBe(200);
    }
  });
});

describe('Beside the mistakes of the body', () => {
  it('an unknown model is not found', async () => {
    const { status, body } = await createChat(await testSandbox(), { model: 'gpt-nope' });
    expect(status).toBe(404);
    expect(body.error).toEqual({
      message: 'The model `gpt-nope` does not exist or you do not have access to it.',
      type: 'invalid_request_error',
      param: null,
      code: 'model_not_found',
    });
  });

  it('completions cannot be listed or fetched', async () => {
    const sandbox = await testSandbox();
    expect((await get(sandbox, '/v1/chat/completions')).status).toBe(405);
    expect((await get(sandbox, '/v1/chat/completions/chatcmpl-1')).status).toBe(404);
  });

  it.each([
    {
      model: 'gpt-4o-mini',
      message:
        "This model's maximum context length is 128000 tokens. However, your messages resulted in 130007 tokens. Please reduce the length of the messages.",
      words: 130_000,
    },
    {
      model: 'gpt-5',
      message:
        'Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 280007 tokens. Please reduce the length of the messages.',
      words: 280_000,
    },
  ])('$model takes no more than fits into it', async ({ model, message, words }) => {
    const messages = [{ role: 'user', content: ' word'.repeat(words) }];
    expect(await refusalOf({ model, messages })).toEqual([
      message,
      'messages',
      'context_length_exceeded',
    ]);
  });

  it('tokens a minute are limited by what is said and what may be answered', async () => {
    const sandbox = await testSandbox({ limits: { rpm: null, tpm: 1000 } });
    expect((await createChat(sandbox, { max_tokens: 900 })).status).toBe(200);
    const { status, body } = await createChat(sandbox, { max_completion_tokens: 900 });
    expect(status).toBe(429);
    expect(body.error).toMatchObject({ type: 'tokens', code: 'rate_limit_exceeded' });
  });
});
