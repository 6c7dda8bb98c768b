import { weatherTool } from './chat-under-test.ts';
import type { Json } from './sandbox-under-test.ts';
import type { Scenario, Step } from './scenario.ts';

const question = [{ role: 'user', content: 'What is the weather in Paris? Answer in json.' }];
const complete = (body: Json): Step => ({
  path: '/v1/chat/completions',
  body: { model: 'gpt-4o-mini', messages: question, ...body },
});

/** What `POST /v1/chat/completions` is asked, plain and as a stream. */
const chatBodies: Readonly<Record<string, Json>> = {
  'a question': {},
  'an answer cut off': { max_tokens: 2 },
  'an answer that stops': { stop: ' ' },
  'a model that reasons': { model: 'gpt-6-luna' },
  'reasoning that uses up the cap': { model: 'gpt-5-nano', max_completion_tokens: 16 },
  'several choices with log probabilities': { n: 2, logprobs: true, top_logprobs: 3 },
  'a call of a function': { tools: [weatherTool], tool_choice: 'required', logprobs: true },
  'the output of a function': {
    tools: [weatherTool],
    messages: [
      ...question,
      {
        role: 'assistant',
        tool_calls: [
          { id: 'call_1', type: 'function', function: { name: 'get_weather', arguments: '{}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'call_1', content: 'rain' },
    ],
  },
  'some JSON': { response_format: { type: 'json_object' } },
  'everything set': {
    messages: [
      { role: 'system', content: 'Be brief.', name: 'system' },
      { role: 'developer', content: [{ type: 'text', text: 'Be kind.' }] },
      { role: 'user', content: [{ type: 'text', text: 'hi' }] },
      { role: 'assistant', content: 'Hello!', refusal: null },
      ...question,
    ],
    n: 1,
    temperature: 0.2,
    top_p: 0.9,
    presence_penalty: 0.1,
    frequency_penalty: 0.1,
    max_completion_tokens: 200,
    seed: 7,
    user: 'somebody',
    safety_identifier: 'somebody',
    prompt_cache_key: 'key',
    prompt_cache_retention: '24h',
    response_format: { type: 'text' },
    service_tier: 'flex',
    store: false,
    metadata: { a: 'b' },
    verbosity: 'medium',
  },
};

export const chatScenarios: readonly Scenario[] = [
  ...Object.entries(chatBodies).flatMap(([asked, body]) => {
    const name = `chat: ${asked}`;
    const streamed = { ...body, stream: true, stream_options: { include_usage: true } };
    return [
      { name, steps: [complete(body)] },
      { name: `${name}, as a stream`, steps: [complete(streamed)] },
    ];
  }),
  { name: 'chat: a stream without usage', steps: [complete({ stream: true })] },
  { name: 'chat: a stream that is cut', fail: 'cut@1', steps: [complete({ stream: true })] },
  { name: 'chat: a mistake', steps: [{ ...complete({ messages: [] }), status: 400 }] },
  {
    name: 'chat: an unknown model',
    steps: [{ ...complete({ model: 'gpt-nope' }), status: 404 }],
  },
  { name: 'chat: a scripted 429', fail: '429', steps: [{ ...complete({}), status: 429 }] },
];
