import { describe, expect, it } from 'vitest';
import { answer } from '../../src/sandbox/standin/standin.ts';
import { create, get, type Json, post, streamEvents, testSandbox } from './sandbox-under-test.ts';

const question = "What's the weather in Paris and Rome?";
const parameters = {
  type: 'object',
  properties: { location: { type: 'string', description: 'A city.' } },
  required: ['location'],
};
const weather = {
  type: 'function',
  name: 'get_weather',
  description: 'Get the weather of a city.',
  parameters,
};
const clock = { type: 'function', name: 'get_time', parameters: null };
const toolIsOffered = { model: 'gpt-4o-mini', input: question, tools: [weather] };

const sandbox = () => testSandbox({ answer });
const itemsOf = (body: Json) => body.output as Json[];
const outputs = (items: readonly Json[], of: (call: Json) => unknown) =>
  items.map((call) => ({ type: 'function_call_output', call_id: call.call_id, output: of(call) }));

describe('A response that calls functions', () => {
  it('has an item for each call, key for key in the recorded order', async () => {
    const { body } = await create(await sandbox(), toolIsOffered);
    const call = (location: string) => ({
      id: expect.stringMatching(/^fc_[0-9a-f]{16}00[0-9a-f]{32}$/),
      type: 'function_call',
      status: 'completed',
      arguments: JSON.stringify({ location }),
      call_id: expect.stringMatching(/^call_[A-Za-z0-9]{24}$/),
      name: 'get_weather',
    });
    expect(itemsOf(body)).toEqual([call('Paris'), call('Rome')]);
    expect(Object.keys(itemsOf(body)[0] ?? {})).toEqual(Object.keys(call('Paris')));
    expect(body.status).toBe('completed');
  });

  it('echoes the tools as the API normalises them', async () => {
    const { body } = await create(await sandbox(), { ...toolIsOffered, tools: [weather, clock] });
    const strictly = { ...parameters, additionalProperties: false };
    const echoed = [
      { ...weather, parameters: strictly, strict: true },
      { type: 'function', description: null, name: 'get_time', parameters: null, strict: true },
    ];
    expect(body).toMatchObject({ tools: echoed, tool_choice: 'auto', parallel_tool_calls: true });
    expect(Object.keys((body.tools as Json[])[0] ?? {})).toEqual([
      'type',
      'description',
      'name',
      'parameters',
      'strict',
    ]);
  });

  it('leaves a schema as it is that cannot be strict, or is not to be', async () => {
    const optional = { ...weather, parameters: { ...parameters, required: [] } };
    const loose = { ...weather, strict: false };
    const { body } = await create(await sandbox(), { ...toolIsOffered, tools: [optional, loose] });
    expect(body.tools).toEqual([{ ...optional, strict: false }, loose]);
  });

  it('counts definitions as input and calls as output', async () => {
    const asked = await sandbox();
    const plain = await create(asked, { ...toolIsOffered, tools: [] });
    const called = await create(asked, toolIsOffered);
    const tokens = ({ body }: { body: Json }, side: string) => (body.usage as Json)[side] as number;
    // A small function was recorded to add about 37 tokens to the input.
    const added = tokens(called, 'input_tokens') - tokens(plain, 'input_tokens');
    expect(added).toBeGreaterThan(25);
    expect(added).toBeLessThan(60);
    // Twice 5 of arguments, 2 of the name and 7 around them; then the end of the answer.
    expect(tokens(called, 'output_tokens')).toBe(29);
    const counted = await post(asked, '/v1/responses/input_tokens', toolIsOffered);
    expect(counted.body.input_tokens).toBe(tokens(called, 'input_tokens'));
  });

  it('is cut off inside the arguments by max_output_tokens', async () => {
    const { body } = await create(await sandbox(), { ...toolIsOffered, max_output_tokens: 25 });
    expect(body).toMatchObject({ status: 'incomplete', usage: { output_tokens: 25 } });
    const [first, second] = itemsOf(body);
    expect(first).toMatchObject({ status: 'completed', arguments: '{"location":"Paris"}' });
    expect(second).toMatchObject({ status: 'incomplete' });
    expect('{"location":"Rome"}'.startsWith(String(second?.arguments))).toBe(true);
  });
});

describe('tool_choice', () => {
  const chosen = async (choice: unknown, body: Json = {}) => {
    const request = { ...toolIsOffered, tools: [weather, clock], tool_choice: choice, ...body };
    const answered = await create(await sandbox(), request);
    expect(answered.status).toBe(200);
    expect(answered.body.tool_choice).toEqual(choice);
    return itemsOf(answered.body).map(({ type, name }) => name ?? type);
  };
  const joke = { input: 'Tell me a joke.' };
  const named = { type: 'function', name: 'get_time' };
  const allowed = (mode: string) => ({ type: 'allowed_tools', mode, tools: [named] });

  it.each([
    { title: 'auto', choice: 'auto', body: {}, expected: ['get_weather', 'get_weather'] },
    { title: 'auto', choice: 'auto', body: joke, expected: ['message'] },
    { title: 'none', choice: 'none', body: {}, expected: ['message'] },
    { title: 'required', choice: 'required', body: joke, expected: ['get_weather'] },
    { title: 'a function', choice: named, body: {}, expected: ['get_time'] },
    { title: 'allowed tools', choice: allowed('auto'), body: {}, expected: ['message'] },
    { title: 'allowed tools', choice: allowed('required'), body: {}, expected: ['get_time'] },
  ])('$title: $expected', async ({ choice, body, expected }) => {
    expect(await chosen(choice, body)).toEqual(expected);
  });

  it('makes one call at a time without parallel_tool_calls', async () => {
    const called = await chosen('auto', { parallel_tool_calls: false });
    expect(called).toEqual(['get_weather']);
  });
});

describe('The outputs of functions', () => {
  const degrees = ({ arguments: sent }: Json) =>
    JSON.stringify({ temperature: String(sent).includes('Paris') ? 18 : 24 });
  const told = 'Paris: temperature 18.\nRome: temperature 24.';
  const textOf = (body: Json) =>
    (itemsOf(body)[0]?.content as { text: string }[] | undefined)?.[0]?.text;

  it('are answered in text, sent with the calls', async () => {
    const asked = await sandbox();
    const { body } = await create(asked, toolIsOffered);
    const calls = itemsOf(body);
    const input = [{ role: 'user', content: question }, ...calls, ...outputs(calls, degrees)];
    const next = await create(asked, { ...toolIsOffered, input });
    expect(textOf(next.body)).toBe(told);
  });

  it('are answered in text, sent after previous_response_id', async () => {
    const asked = await sandbox();
    const { body } = await create(asked, toolIsOffered);
    const next = await create(asked, {
      ...toolIsOffered,
      previous_response_id: body.id,
      input: outputs(itemsOf(body), degrees),
    });
    expect(textOf(next.body)).toBe(told);
    const listed = await get(asked, `/v1/responses/${next.body.id}/input_items?order=asc`);
    expect((listed.body.data as Json[]).map(({ type }) => type)).toEqual([
      'message',
      'function_call',
      'function_call',
      'function_call_output',
      'function_call_output',
    ]);
    expect((listed.body.data as Json[])[3]).toEqual({
      id: expect.stringMatching(/^fco_/),
      type: 'function_call_output',
      status: 'completed',
      call_id: itemsOf(body)[0]?.call_id,
      output: '{"temperature":18}',
    });
  });

  it('may be a list of contents', async () => {
    const asked = await sandbox();
    const { body } = await create(asked, { ...toolIsOffered, input: 'Weather in Oslo?' });
    const content = () => [{ type: 'input_text', text: 'snow' }];
    const next = await create(asked, {
      previous_response_id: body.id,
      input: outputs(itemsOf(body), content),
    });
    expect(textOf(next.body)).toBe('Oslo: snow.');
  });

  it('lead to the next call when there is one to make', async () => {
    const asked = await sandbox();
    const oneByOne = { ...toolIsOffered, parallel_tool_calls: false };
    const first = await create(asked, oneByOne);
    const second = await create(asked, {
      ...oneByOne,
      previous_response_id: first.body.id,
      input: outputs(itemsOf(first.body), degrees),
    });
    expect(itemsOf(second.body)).toMatchObject([{ arguments: '{"location":"Rome"}' }]);
    const third = await create(asked, {
      ...oneByOne,
      previous_response_id: second.body.id,
      input: outputs(itemsOf(second.body), degrees),
    });
    expect(textOf(third.body)).toBe(told);
  });
});

describe('The stream of a call', () => {
  it('has the recorded events, in their order and with their keys', async () => {
    const events = await streamEvents(await sandbox(), {
      ...toolIsOffered,
      input: 'Weather in Oslo?',
    });
    const item = {
      id: expect.stringMatching(/^fc_/),
      type: 'function_call',
      status: 'in_progress',
      arguments: '',
      call_id: expect.stringMatching(/^call_/),
      name: 'get_weather',
    };
    const deltas = events.filter(({ type }) => type === 'response.function_call_arguments.delta');
    const sent = '{"location":"Oslo"}';
    expect(deltas.map(({ delta }) => delta).join('')).toBe(sent);
    expect(deltas.length).toBeGreaterThan(2);
    expect(events.map(({ type }) => type)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      ...deltas.map(({ type }) => type),
      'response.function_call_arguments.done',
      'response.output_item.done',
      'response.completed',
    ]);
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, at) => at));
    expect(events[2]).toEqual({
      type: 'response.output_item.added',
      item,
      output_index: 0,
      sequence_number: 2,
    });
    expect(Object.keys(events[3] ?? {})).toEqual([
      'type',
      'delta',
      'item_id',
      'obfuscation',
      'output_index',
      'sequence_number',
    ]);
    expect(events.at(-3)).toEqual({
      type: 'response.function_call_arguments.done',
      arguments: sent,
      item_id: expect.stringMatching(/^fc_/),
      output_index: 0,
      sequence_number: events.length - 3,
    });
    expect(events.at(-2)).toMatchObject({ item: { status: 'completed', arguments: sent } });
  });

  it('tells each of several calls at its own index', async () => {
    const events = await streamEvents(await sandbox(), toolIsOffered);
    const done = events.filter(({ type }) => type === 'response.function_call_arguments.done');
    expect(done.map(({ output_index, arguments: sent }) => [output_index, sent])).toEqual([
      [0, '{"location":"Paris"}'],
      [1, '{"location":"Rome"}'],
    ]);
  });
});

describe('Refused are', () => {
  const callOf = (fields: Json) => ({
    type: 'function_call',
    call_id: 'call_1',
    name: 'f',
    arguments: '{}',
    ...fields,
  });
  const user = { role: 'user', content: 'hi' };
  const tooLong = 'x'.repeat(65);
  it.each<{ title: string; body: Json; message: string; param: string | null; code?: string }>([
    {
      title: 'a call without its output',
      body: { input: [user, callOf({})] },
      message: 'No tool output found for function call call_1.',
      param: 'input',
    },
    {
      title: 'an output without its call',
      body: { input: [user, { type: 'function_call_output', call_id: 'call_2', output: 'x' }] },
      message: 'No tool call found for function call output with call_id call_2.',
      param: 'input',
    },
    {
      title: 'an output before its call',
      body: {
        input: [{ type: 'function_call_output', call_id: 'call_1', output: 'x' }, callOf({})],
      },
      message: 'No tool call found for function call output with call_id call_1.',
      param: 'input',
    },
    {
      title: 'the id of another kind of item',
      body: { input: [callOf({ id: 'call_1' })] },
      message: "Invalid 'input[0].id': 'call_1'. Expected an ID that begins with 'fc'.",
      param: 'input[0].id',
      code: 'invalid_value',
    },
    {
      title: 'a long call_id',
      body: { input: [callOf({ call_id: tooLong })] },
      message:
        "Invalid 'input[0].call_id': string too long. Expected a string with maximum length 64, but got a string with length 65 instead.",
      param: 'input[0].call_id',
      code: 'string_above_max_length',
    },
    {
      title: 'arguments that are no text',
      body: { input: [callOf({ arguments: {} })] },
      message:
        "Invalid type for 'input[0].arguments': expected a string, but got an object instead.",
      param: 'input[0].arguments',
      code: 'invalid_type',
    },
    {
      title: 'a call without a name',
      body: { input: [{ type: 'function_call', call_id: 'call_1', arguments: '{}' }] },
      message: "Missing required parameter: 'input[0].name'.",
      param: 'input[0].name',
      code: 'missing_required_parameter',
    },
    {
      title: 'a tool in the shape of chat completions',
      body: { tools: [{ type: 'function', function: { name: 'f' } }] },
      message: "Missing required parameter: 'tools[0].name'.",
      param: 'tools[0].name',
      code: 'missing_required_parameter',
    },
    {
      title: 'a name with a space',
      body: { tools: [{ type: 'function', name: 'get weather' }] },
      message:
        "Invalid 'tools[0].name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
      param: 'tools[0].name',
      code: 'invalid_value',
    },
    {
      title: 'parameters that are no object schema',
      body: { tools: [{ ...weather, parameters: { type: 'array' } }] },
      message:
        "Invalid schema for function 'get_weather': schema must be a JSON Schema of 'type: \"object\"', got 'type: \"array\"'.",
      param: 'tools[0].parameters',
      code: 'invalid_function_parameters',
    },
    {
      title: 'strict parameters that are not closed',
      body: { tools: [{ ...weather, strict: true }] },
      message:
        "Invalid schema for function 'get_weather': In context=(), 'additionalProperties' is required to be supplied and to be false.",
      param: 'tools[0].parameters',
      code: 'invalid_function_parameters',
    },
    {
      title: 'the choice of a function that is not there',
      body: { tools: [weather], tool_choice: { type: 'function', name: 'other' } },
      message: "Tool choice 'function' not found in 'tools' parameter.",
      param: 'tool_choice',
    },
    {
      title: 'the choice of a hosted tool',
      body: { tools: [weather], tool_choice: { type: 'web_search' } },
      message: "Tool choice 'web_search' not found in 'tools' parameter.",
      param: 'tool_choice',
    },
    {
      title: 'allowed tools that are not there',
      body: {
        tools: [weather],
        tool_choice: {
          type: 'allowed_tools',
          mode: 'auto',
          tools: [{ type: 'function', name: 'b' }],
        },
      },
      message: "Tool choice 'b' not found in 'tools' parameter.",
      param: 'tool_choice',
    },
    {
      title: 'a required call without tools',
      body: { tool_choice: 'required' },
      message: "Tool choice 'required' must be specified with 'tools' parameter.",
      param: 'tool_choice',
    },
    {
      title: 'a hosted tool, in the words of the sandbox',
      body: { tools: [weather, { type: 'code_interpreter' }] },
      message: "The course sandbox does not offer 'tools[1].type'; the real API does.",
      param: 'tools[1].type',
      code: 'not_offered_by_sandbox',
    },
  ])('$title', async ({ body, message, param, code = null }) => {
    const answered = await create(await sandbox(), body);
    expect(answered.body).toEqual({
      error: { message, type: 'invalid_request_error', param, code },
    });
    expect(answered.status).toBe(400);
  });

  it('a tool of a type that does not exist, naming those that do', async () => {
    const answered = await create(await sandbox(), { tools: [{ type: 'magic' }] });
    expect(answered.body).toMatchObject({
      error: {
        message: expect.stringMatching(
          /^Invalid value: 'magic'\. Supported values are: 'function', /,
        ),
        param: 'tools[0].type',
        code: 'invalid_value',
      },
    });
  });

  it('a question that follows calls without their outputs', async () => {
    const asked = await sandbox();
    const { body } = await create(asked, toolIsOffered);
    const next = await create(asked, { previous_response_id: body.id, input: 'And now?' });
    expect(next.body).toMatchObject({
      error: { message: `No tool output found for function call ${itemsOf(body)[0]?.call_id}.` },
    });
  });
});
