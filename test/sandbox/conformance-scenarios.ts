import { chatScenarios } from './chat-scenarios.ts';
import { dataUrl, png } from './images/files.ts';
import type { Json } from './sandbox-under-test.ts';
import type { Scenario, Step } from './scenario.ts';

const asked = { model: 'gpt-4o-mini', input: 'What is an API?' };

const respond = (body: Json): Step => ({ path: '/v1/responses', body: { ...asked, ...body } });
const compact = (body: Json): Step => ({
  path: '/v1/responses/compact',
  body: { ...asked, ...body },
});
const get = (path: string): Step => ({ path });

const getWeather = {
  type: 'function',
  name: 'get_weather',
  parameters: {
    type: 'object',
    properties: { location: { type: 'string' } },
    required: ['location'],
  },
};
export const weather = { input: 'What is the weather in Paris and Rome?', tools: [getWeather] };
const person = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: ['integer', 'null'] } },
  required: ['name', 'age'],
  additionalProperties: false,
};
const image = { type: 'input_image', image_url: dataUrl(png(640, 480)) };

/** What the Responses API is asked: plain, as a stream and over a WebSocket. */
export const responseBodies: Readonly<Record<string, Json>> = {
  'a question': {},
  'an answer cut off': { max_output_tokens: 16 },
  'a model that reasons': { model: 'gpt-6-luna' },
  'reasoning with a summary': {
    model: 'gpt-6-luna',
    reasoning: { effort: 'high', summary: 'auto' },
  },
  'reasoning that uses up the cap': { model: 'gpt-5-nano', max_output_tokens: 16 },
  'encrypted reasoning': {
    model: 'gpt-5.5',
    reasoning: { effort: 'low' },
    include: ['reasoning.encrypted_content'],
    store: false,
  },
  'messages of every role, with phases': {
    model: 'gpt-6-luna',
    input: [
      { role: 'system', content: 'Be brief.' },
      { role: 'developer', content: [{ type: 'input_text', text: 'Be kind.' }] },
      { role: 'user', content: 'My name is Ada.' },
      { role: 'assistant', content: 'Let me see.', phase: 'commentary' },
      { role: 'assistant', content: 'Hello Ada.', phase: 'final_answer' },
      { role: 'user', content: 'What is my name?' },
    ],
  },
  'log probabilities': { include: ['message.output_text.logprobs'], top_logprobs: 3 },
  'everything set': {
    instructions: 'Be kind.',
    metadata: { a: 'b' },
    temperature: 0.2,
    top_p: 0.9,
    presence_penalty: 0.1,
    frequency_penalty: 0.1,
    parallel_tool_calls: false,
    max_output_tokens: 200,
    max_tool_calls: 3,
    user: 'somebody',
    safety_identifier: 'somebody',
    prompt_cache_key: 'key',
    prompt_cache_retention: '24h',
    truncation: 'auto',
    store: false,
    service_tier: 'flex',
    text: { format: { type: 'text' }, verbosity: 'low' },
  },
  'work in the background': { background: true },
  'calls of functions': weather,
  'calls cut off': { ...weather, max_output_tokens: 25 },
  'a function that has to be called': {
    tools: [{ ...getWeather, description: 'Weather of a city.', strict: false }],
    tool_choice: { type: 'function', name: 'get_weather' },
    parallel_tool_calls: false,
  },
  'tools that are allowed': {
    ...weather,
    tool_choice: {
      type: 'allowed_tools',
      mode: 'required',
      tools: [{ type: 'function', name: 'get_weather' }],
    },
  },
  'the output of a function': {
    ...weather,
    input: [
      { role: 'user', content: 'What is the weather in Paris?' },
      { type: 'function_call', call_id: 'call_1', name: 'get_weather', arguments: '{}' },
      {
        type: 'function_call_output',
        call_id: 'call_1',
        output: [{ type: 'input_text', text: '18' }, image],
      },
    ],
  },
  'an object of a schema': {
    input: 'Ada is 36 years old.',
    text: { format: { type: 'json_schema', name: 'person', strict: true, schema: person } },
  },
  'some object': { input: 'Answer in JSON.', text: { format: { type: 'json_object' } } },
  'an image': {
    input: [{ role: 'user', content: [{ type: 'input_text', text: 'What is it?' }, image] }],
  },
};

const streamed = (body: Json): Json => ({
  ...body,
  stream: true,
  stream_options: { include_obfuscation: false },
});

const embed = (body: Json): Step => ({
  path: '/v1/embeddings',
  body: { model: 'text-embedding-3-small', input: ['one', 'two'], dimensions: 8, ...body },
});

function upload(purpose: string, content: string): Step {
  const body = new FormData();
  body.append('purpose', purpose);
  body.append('file', new File([content], 'in.jsonl'));
  return { path: '/v1/files', body };
}

const batchLine = {
  custom_id: 'a',
  method: 'POST',
  url: '/v1/responses',
  body: { model: 'gpt-4o-mini', input: 'hi' },
};
const createBatch: Step = {
  path: '/v1/batches',
  body: { input_file_id: '{1}', endpoint: '/v1/responses', completion_window: '24h' },
};

/** Every scenario; a new endpoint, parameter or kind of answer gets a line. */
export const scenarios: readonly Scenario[] = [
  ...Object.entries(responseBodies).flatMap(([name, body]) => [
    { name, steps: [respond(body)] },
    { name: `${name}, as a stream`, steps: [respond({ ...body, stream: true })] },
  ]),
  { name: 'a stream without padding', steps: [respond(streamed({}))] },
  { name: 'a plain answer that fails', fail: 'failed@0', steps: [respond({})] },
  { name: 'a stream that fails', fail: 'failed@1', steps: [respond(streamed({}))] },
  {
    name: 'a conversation',
    steps: [respond({ input: 'My name is Ada.' }), respond({ previous_response_id: '{1}' })],
  },
  {
    name: 'what is stored',
    steps: [
      respond({
        input: [
          { role: 'user', content: 'hi' },
          { role: 'assistant', content: 'hello' },
        ],
      }),
      get('/v1/responses/{1}'),
      get('/v1/responses/{1}/input_items?limit=1&order=asc'),
      { method: 'DELETE', path: '/v1/responses/{1}' },
      { ...get('/v1/responses/{1}'), status: 404 },
    ],
  },
  {
    name: 'background work, cancelled',
    steps: [
      respond({ background: true }),
      { method: 'POST', path: '/v1/responses/{1}/cancel' },
      get('/v1/responses/{1}'),
    ],
  },
  {
    name: 'calls, outputs and images that are stored',
    steps: [
      respond(responseBodies['the output of a function'] ?? {}),
      get('/v1/responses/{1}/input_items'),
    ],
  },
  { name: 'a conversation made shorter', steps: [compact({})] },
  {
    name: 'compacting without a model',
    steps: [{ ...compact({ model: undefined }), status: 400 }],
  },
  { name: 'input tokens', steps: [{ path: '/v1/responses/input_tokens', body: asked }] },
  {
    name: 'input tokens of functions',
    steps: [{ path: '/v1/responses/input_tokens', body: { ...asked, ...weather } }],
  },
  ...chatScenarios,
  { name: 'embeddings', steps: [embed({})] },
  { name: 'embeddings in base64', steps: [embed({ encoding_format: 'base64' })] },
  { name: 'embeddings without an input', steps: [{ ...embed({ input: [] }), status: 400 }] },
  {
    name: 'files',
    steps: [
      upload('user_data', 'text'),
      upload('batch', '{}'),
      get('/v1/files/{1}'),
      get('/v1/files?limit=1'),
      get('/v1/files/{2}/content'),
      { ...get('/v1/files/{1}/content'), status: 400 },
      { method: 'DELETE', path: '/v1/files/{1}' },
      { ...get('/v1/files/{1}'), status: 404 },
    ],
  },
  {
    name: 'a batch',
    steps: [
      upload('batch', JSON.stringify(batchLine)),
      createBatch,
      get('/v1/batches/{2}'),
      get('/v1/batches?limit=1'),
      { method: 'POST', path: '/v1/batches/{2}/cancel' },
      { ...get('/v1/batches/{1}'), status: 404 },
    ],
  },
  {
    name: 'a batch that asks for what is not there',
    steps: [{ path: '/v1/batches', body: {}, status: 400 }],
  },
  { name: 'the models', steps: [get('/v1/models')] },
  { name: 'one model', steps: [get('/v1/models/gpt-4o-mini')] },
  { name: 'an unknown model', steps: [{ ...respond({ model: 'gpt-nope' }), status: 404 }] },
  { name: 'a retired model', steps: [{ ...respond({ model: 'o4-mini' }), status: 404 }] },
  { name: 'a value out of range', steps: [{ ...respond({ temperature: 3 }), status: 400 }] },
  { name: 'an unknown parameter', steps: [{ ...respond({ temprature: 1 }), status: 400 }] },
  { name: 'an unknown path', steps: [{ ...get('/v1/nothing'), status: 404 }] },
  { name: 'a wrong method', steps: [{ ...get('/v1/responses/input_tokens'), status: 404 }] },
  ...[401, 404, 408, 429, 500, 503].map((status) => ({
    name: `a scripted ${status}`,
    fail: String(status),
    steps: [{ ...respond({}), status }],
  })),
  { name: 'no credit left', fail: 'quota', steps: [{ ...respond({}), status: 429 }] },
];
