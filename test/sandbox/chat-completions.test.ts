import { describe, expect, it } from 'vitest';
import { answer } from '../../src/sandbox/standin/standin.ts';
import { choicesOf, createChat, weatherTool } from './chat-under-test.ts';
import { noon, simulatedClock, testSandbox } from './sandbox-under-test.ts';

const talkative = () => testSandbox({ answer });
const words = (count: number) => testSandbox({ answer: () => ' word'.repeat(count) });

describe('A chat completion', () => {
  it('has the recorded fields in the recorded order', async () => {
    const { status, body } = await createChat(await testSandbox());
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        id: body.id,
        object: 'chat.completion',
        created: noon / 1000,
        model: 'gpt-4o-mini-2024-07-18',
        choices: [
          {
            index: 0,
            message: {
              role: 'assistant',
              content: 'Hello there.',
              refusal: null,
              annotations: [],
            },
            logprobs: null,
            finish_reason: 'stop',
          },
        ],
        usage: {
          prompt_tokens: 8,
          completion_tokens: 4,
          total_tokens: 12,
          prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 0, audio_tokens: 0 },
          completion_tokens_details: {
            reasoning_tokens: 0,
            audio_tokens: 0,
            accepted_prediction_tokens: 0,
            rejected_prediction_tokens: 0,
          },
        },
        service_tier: 'default',
        system_fingerprint: body.system_fingerprint,
      }),
    );
    expect(body.id).toMatch(/^chatcmpl-[A-Za-z0-9]{29}$/);
    expect(body.system_fingerprint).toMatch(/^fp_[0-9a-f]{10}$/);
  });

  it('of a model that reasons tells its reasoning tokens, no log probabilities and no fingerprint', async () => {
    const { body } = await createChat(await testSandbox(), { model: 'gpt-6-luna' });
    expect(body).toMatchObject({ model: 'gpt-6-luna', system_fingerprint: null });
    expect(choicesOf(body)[0]).not.toHaveProperty('logprobs');
    const { completion_tokens, completion_tokens_details } = body.usage as {
      completion_tokens: number;
      completion_tokens_details: { reasoning_tokens: number };
    };
    expect(completion_tokens_details.reasoning_tokens).toBeGreaterThanOrEqual(192);
    expect(completion_tokens).toBe(completion_tokens_details.reasoning_tokens + 4);
  });

  it('does not reason with effort none', async () => {
    const { body } = await createChat(await testSandbox(), {
      model: 'gpt-6-luna',
      reasoning_effort: 'none',
    });
    expect(body.usage).toMatchObject({
      completion_tokens: 4,
      completion_tokens_details: { reasoning_tokens: 0 },
    });
  });

  it.each([
    [undefined, 'default'],
    ['auto', 'default'],
    ['flex', 'flex'],
    ['fast', 'priority'],
    ['priority', 'priority'],
  ])('asked for service tier %s says %s', async (service_tier, told) => {
    const { body } = await createChat(await testSandbox(), { service_tier });
    expect(body.service_tier).toBe(told);
  });

  it('has the id and the limits of the request in its headers', async () => {
    const { headers } = await createChat(await testSandbox());
    expect(headers.get('x-request-id')).toMatch(/^req_/);
    expect(headers.get('x-ratelimit-limit-requests')).toBe('30000');
  });

  it('takes its time', async () => {
    const clock = simulatedClock();
    await createChat(await testSandbox({ clock, latency: 800 }));
    expect(clock.now() - noon).toBe(800);
  });

  it('finds a repeated beginning in the cache that the Responses API uses too', async () => {
    const sandbox = await testSandbox();
    const messages = [{ role: 'user', content: ' word'.repeat(2000) }];
    await createChat(sandbox, { messages });
    const { body } = await createChat(sandbox, { messages });
    expect(body.usage).toMatchObject({ prompt_tokens_details: { cached_tokens: 1920 } });
  });
});

describe('The messages', () => {
  it('of every role are read, as texts and as parts', async () => {
    const { body } = await createChat(await talkative(), {
      messages: [
        { role: 'system', content: [{ type: 'text', text: 'Answer in capital letters only.' }] },
        { role: 'developer', content: 'Be kind.' },
        { role: 'user', content: 'My name is Ada.', name: 'ada' },
        { role: 'assistant', content: [{ type: 'text', text: 'Hello Ada.' }], refusal: null },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is ' },
            { type: 'text', text: 'my name?' },
          ],
        },
      ],
    });
    expect(choicesOf(body)[0]?.message.content).toMatch(/ADA/);
  });

  it('may lack their content', async () => {
    const messages = [
      { role: 'user' },
      { role: 'assistant', content: null },
      { role: 'user', content: 'x' },
    ];
    expect((await createChat(await testSandbox(), { messages })).status).toBe(200);
  });

  it('are counted as in the Responses API', async () => {
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'hi' },
    ];
    const { body } = await createChat(await testSandbox(), { messages });
    // 3 before the answer, 3 and the role for each message, 3 and 1 for what they say.
    expect(body.usage).toMatchObject({ prompt_tokens: 3 + 4 + 3 + 4 + 1 });
  });

  it('may have images, which are described and counted', async () => {
    const pixel =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const content = [
      { type: 'text', text: 'What is on this picture?' },
      { type: 'image_url', image_url: { url: pixel, detail: 'low' } },
    ];
    const { body } = await createChat(await talkative(), {
      model: 'gpt-4o',
      messages: [{ role: 'user', content }],
    });
    expect(choicesOf(body)[0]?.message.content).toMatch(/1 (×|by) 1/);
    expect((body.usage as { prompt_tokens: number }).prompt_tokens).toBeGreaterThan(85);
  });
});

describe('A cap', () => {
  it.each(['max_tokens', 'max_completion_tokens'])('%s cuts the answer off', async (name) => {
    const { body } = await createChat(await words(50), { [name]: 7 });
    expect(choicesOf(body)[0]).toMatchObject({
      message: { content: ' word'.repeat(7) },
      finish_reason: 'length',
    });
    expect(body.usage).toMatchObject({ completion_tokens: 7 });
  });

  it('that reasoning uses up leaves an empty answer', async () => {
    const body = { model: 'gpt-5-nano', max_completion_tokens: 20 };
    const answered = await createChat(await testSandbox(), body);
    expect(choicesOf(answered.body)[0]).toMatchObject({
      message: { content: '' },
      finish_reason: 'length',
    });
    expect(answered.body.usage).toMatchObject({
      completion_tokens: 20,
      completion_tokens_details: { reasoning_tokens: 20 },
    });
  });
});

describe('Stop sequences', () => {
  it.each([
    { stop: ' there', content: 'Hello' },
    { stop: ['.', ' there'], content: 'Hello' },
    { stop: ['nowhere'], content: 'Hello there.' },
    { stop: 'Hello', content: '' },
  ])('$stop leave "$content"', async ({ stop, content }) => {
    const { body } = await createChat(await testSandbox(), { stop });
    expect(choicesOf(body)[0]).toMatchObject({ message: { content }, finish_reason: 'stop' });
  });
});

describe('Several choices', () => {
  it('are numbered, and billed for one prompt and all answers', async () => {
    const { body } = await createChat(await testSandbox(), { n: 3 });
    expect(choicesOf(body).map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(body.usage).toMatchObject({ prompt_tokens: 8, completion_tokens: 12 });
  });

  it('differ, but not at temperature 0', async () => {
    const messages = [{ role: 'user', content: 'Write a haiku about the sea.' }];
    const different = async (temperature: number) => {
      const { body } = await createChat(await talkative(), { messages, temperature, n: 5 });
      return new Set(choicesOf(body).map(({ message }) => message.content)).size;
    };
    expect(await different(1)).toBeGreaterThan(1);
    expect(await different(0)).toBe(1);
  });
});

describe('A seed', () => {
  const messages = [{ role: 'user', content: 'Write a haiku about the sea.' }];
  const contents = async (body: object) => {
    const sandbox = await talkative();
    const answers = [1, 2, 3, 4].map(() => createChat(sandbox, { messages, ...body }));
    return (await Promise.all(answers)).map((each) => choicesOf(each.body)[0]?.message.content);
  };

  it('makes the same request have the same answer', async () => {
    expect(new Set(await contents({ seed: 7 })).size).toBe(1);
    expect(new Set(await contents({})).size).toBeGreaterThan(1);
  });

  it('of another number makes another answer', async () => {
    const seeds = await Promise.all([1, 2, 3, 4, 5].map((seed) => contents({ seed })));
    expect(new Set(seeds.flat()).size).toBeGreaterThan(1);
  });

  it('comes with a fingerprint that is the same for a model', async () => {
    const sandbox = await testSandbox();
    const fingerprint = async (model: string) =>
      (await createChat(sandbox, { model })).body.system_fingerprint;
    expect(await fingerprint('gpt-4o')).toBe(await fingerprint('gpt-4o'));
    expect(await fingerprint('gpt-4o')).not.toBe(await fingerprint('gpt-4o-mini'));
  });
});

describe('Log probabilities', () => {
  const logprobsOf = async (body: object) => {
    const answered = await createChat(await testSandbox(), { logprobs: true, ...body });
    return choicesOf(answered.body)[0]?.logprobs?.content ?? [];
  };

  it('come for each token, with its bytes', async () => {
    const content = await logprobsOf({});
    expect(content.map(({ token }) => token).join('')).toBe('Hello there.');
    expect(content[0]).toMatchObject({ bytes: [72, 101, 108, 108, 111], top_logprobs: [] });
  });

  it.each([1, 5, 20])(
    'tell the %i likeliest tokens, in order, no more than certain',
    async (top) => {
      for (const { token, logprob, top_logprobs } of await logprobsOf({ top_logprobs: top })) {
        const tops = top_logprobs as { token: string; logprob: number }[];
        expect(tops).toHaveLength(top);
        expect(tops[0]).toMatchObject({ token, logprob });
        const logprobs = tops.map((each) => each.logprob);
        expect(logprobs).toEqual(logprobs.toSorted((a, b) => b - a));
        expect(logprobs.reduce((sum, each) => sum + Math.exp(each), 0)).toBeLessThanOrEqual(1);
        expect(new Set(tops.map((each) => each.token)).size).toBe(top);
      }
    },
  );

  it('come from a model that reasons once it does not', async () => {
    const body = { model: 'gpt-6-luna', reasoning_effort: 'none', top_logprobs: 5 };
    expect(await logprobsOf(body)).toHaveLength(3);
  });
});

describe('A response format', () => {
  const schema = {
    type: 'object',
    properties: { name: { type: 'string' }, age: { type: 'integer' } },
    required: ['name', 'age'],
    additionalProperties: false,
  };
  const contentOf = async (body: object) => {
    const { body: answered } = await createChat(await talkative(), {
      messages: [{ role: 'user', content: 'As json: Ada is 36 years old.' }],
      ...body,
    });
    return JSON.parse(String(choicesOf(answered)[0]?.message.content)) as unknown;
  };

  it('of a schema makes the answer fit it, with values of the prompt', async () => {
    const response_format = {
      type: 'json_schema',
      json_schema: { name: 'person', schema, strict: true },
    };
    expect(await contentOf({ response_format })).toEqual({ name: 'Ada', age: 36 });
  });

  it('json_object makes it an object', async () => {
    expect(await contentOf({ response_format: { type: 'json_object' } })).toBeTypeOf('object');
  });

  it('adds its schema to the tokens of the prompt', async () => {
    const sandbox = await testSandbox();
    const json_schema = { name: 'person', schema };
    const plain = await createChat(sandbox);
    const formatted = await createChat(sandbox, {
      response_format: { type: 'json_schema', json_schema },
    });
    const promptTokens = ({ usage }: typeof plain.body) =>
      (usage as { prompt_tokens: number }).prompt_tokens;
    expect(promptTokens(formatted.body)).toBeGreaterThan(promptTokens(plain.body) + 20);
  });
});

describe('Functions', () => {
  const asked = [{ role: 'user', content: 'What is the weather in Paris?' }];
  const tools = [weatherTool];
  const called = {
    id: expect.stringMatching(/^call_[A-Za-z0-9]{24}$/),
    type: 'function',
    function: { name: 'get_weather', arguments: '{"city":"Paris"}' },
  };

  it('are called when the question asks for it', async () => {
    const { body } = await createChat(await talkative(), { messages: asked, tools });
    const [choice] = choicesOf(body);
    expect(choice).toMatchObject({ logprobs: null, finish_reason: 'tool_calls' });
    expect(choice?.message).toEqual({
      role: 'assistant',
      content: null,
      tool_calls: [called],
      refusal: null,
      annotations: [],
    });
  });

  it('are called several at once, unless that is not wanted', async () => {
    const sandbox = await talkative();
    const messages = [{ role: 'user', content: 'What is the weather in Paris and in Rome?' }];
    const calls = async (body: object) => {
      const answered = await createChat(sandbox, { messages, tools, ...body });
      return choicesOf(answered.body)[0]?.message.tool_calls;
    };
    expect(await calls({})).toHaveLength(2);
    expect(await calls({ parallel_tool_calls: false })).toHaveLength(1);
  });

  it.each([
    { tool_choice: 'none', isCalled: false },
    { tool_choice: 'required', isCalled: true },
    { tool_choice: { type: 'function', function: { name: 'get_weather' } }, isCalled: true },
    {
      tool_choice: {
        type: 'allowed_tools',
        allowed_tools: {
          mode: 'required',
          tools: [{ type: 'function', function: { name: 'get_weather' } }],
        },
      },
      isCalled: true,
    },
  ])('are called as $tool_choice says', async ({ tool_choice, isCalled }) => {
    const messages = [{ role: 'user', content: 'Tell me about Paris.' }];
    const { body } = await createChat(await talkative(), { messages, tools, tool_choice });
    expect(choicesOf(body)[0]?.message.tool_calls !== undefined).toBe(isCalled);
  });

  it('lead to an answer from what they gave', async () => {
    const call = { id: 'call_1', type: 'function', function: called.function };
    const messages = [
      ...asked,
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: 'call_1', content: '18 degrees and rain' },
    ];
    const { body } = await createChat(await talkative(), { messages, tools });
    expect(choicesOf(body)[0]).toMatchObject({ finish_reason: 'stop' });
    expect(choicesOf(body)[0]?.message.content).toContain('18 degrees');
  });

  it('are cut off in their arguments by a cap', async () => {
    const body = { messages: asked, tools, max_tokens: 10 };
    const [choice] = choicesOf((await createChat(await talkative(), body)).body);
    expect(choice).toMatchObject({ finish_reason: 'length' });
    const [{ function: cut } = called] = (choice?.message.tool_calls ?? []) as (typeof called)[];
    expect(called.function.arguments.startsWith(cut.arguments)).toBe(true);
    expect(cut.arguments).not.toBe(called.function.arguments);
  });
});
