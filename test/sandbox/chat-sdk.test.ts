import OpenAI from 'openai';
import { zodFunction, zodResponseFormat } from 'openai/helpers/zod';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inProcessFetch } from '../../src/sandbox/adapter.ts';
import type { SandboxOptions } from '../../src/sandbox/app.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { serve } from '../../src/sandbox/server.ts';
import { answer } from '../../src/sandbox/standin/standin.ts';
import { testSandbox } from './sandbox-under-test.ts';

type Message = OpenAI.Chat.ChatCompletionMessageParam;
const asking = (content: string) => ({
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content }] as Message[],
});
const question = asking('hi');

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The two ways to reach a sandbox; everything a client sees must be the same on both. */
const ways = {
  'in process': async (options: Partial<SandboxOptions>) => {
    const fetch = inProcessFetch(await testSandbox(options));
    return { fetch, baseURL: 'http://sandbox.invalid/v1' };
  },
  'over loopback': async (options: Partial<SandboxOptions>) => {
    const server = await serve(await testSandbox(options), { port: 0 });
    closing.push(server.close);
    return { fetch, baseURL: server.url };
  },
};

describe.each(Object.entries(ways))('The chat helpers of the official SDK %s', (_, reach) => {
  async function completions({
    fail,
    ...options
  }: Partial<SandboxOptions> & { fail?: string } = {}) {
    const faults = fail === undefined ? [] : parseFailScript(fail);
    const client = new OpenAI({
      apiKey: 'sk-sandbox',
      maxRetries: 0,
      timeout: 10_000,
      logLevel: 'off',
      ...(await reach({ answer, ...options, faults })),
    });
    return client.chat.completions;
  }

  it('get a plain completion with its request id', async () => {
    const { data, request_id } = await (await completions()).create(question).withResponse();
    expect(data.choices[0]?.message.role).toBe('assistant');
    expect(request_id).toMatch(/^req_/);
  });

  it('iterate over the chunks of a stream', async () => {
    const chat = await completions({ answer: () => 'Hello there.' });
    let text = '';
    for await (const chunk of await chat.create({ ...question, stream: true })) {
      text += chunk.choices[0]?.delta.content ?? '';
    }
    expect(text).toBe('Hello there.');
  });

  it('put a stream together to what a plain call gives', async () => {
    const chat = await completions();
    const asked = { ...asking('What is an API?'), seed: 1, n: 2, logprobs: true, top_logprobs: 2 };
    const plain = await chat.create(asked);
    const stream = chat.stream({ ...asked, stream_options: { include_usage: true } });
    const streamed = await stream.finalChatCompletion();
    expect(streamed.choices.map(({ message }) => message.content)).toEqual(
      plain.choices.map(({ message }) => message.content),
    );
    expect(streamed.choices[0]?.logprobs?.content?.length).toBe(
      plain.choices[0]?.logprobs?.content?.length,
    );
    expect(await stream.totalUsage()).toMatchObject({
      prompt_tokens: plain.usage?.prompt_tokens,
      completion_tokens: plain.usage?.completion_tokens,
    });
  });

  it('pass a stream on and read it again', async () => {
    const chat = await completions({ answer: () => 'Hello there.' });
    const { ChatCompletionStream } = await import('openai/lib/ChatCompletionStream');
    const passed = chat.stream(question).toReadableStream();
    const again = ChatCompletionStream.fromReadableStream(passed);
    expect(await again.finalContent()).toBe('Hello there.');
  });

  const Person = z.object({ name: z.string(), age: z.number().int() });

  it('parse an answer with zod, plain and streamed', async () => {
    const chat = await completions();
    const asked = {
      ...asking('Ada is 36 years old.'),
      response_format: zodResponseFormat(Person, 'person'),
    };
    const plain = await chat.parse(asked);
    expect(plain.choices[0]?.message.parsed).toEqual({ name: 'Ada', age: 36 });
    const streamed = await chat.stream(asked).finalChatCompletion();
    expect(streamed.choices[0]?.message.parsed).toEqual({ name: 'Ada', age: 36 });
  });

  it('go on with the message that was answered', async () => {
    const chat = await completions();
    const { choices } = await chat.create(question);
    const answered = choices.map(({ message }) => message);
    const messages = [...question.messages, ...answered, ...asking('Thanks!').messages];
    expect((await chat.create({ ...question, messages })).choices).toHaveLength(1);
  });

  const weather = (asked: string[]) =>
    zodFunction({
      name: 'get_weather',
      description: 'The weather in a city',
      parameters: z.object({ city: z.string() }),
      function: ({ city }) => {
        asked.push(city);
        return `${city}: 18 degrees`;
      },
    });

  it('parse the arguments of a call', async () => {
    const chat = await completions();
    const asked = { ...asking('What is the weather in Paris?'), tools: [weather([])] };
    const { choices } = await chat.parse(asked);
    expect(choices[0]?.message.tool_calls?.[0]?.function.parsed_arguments).toEqual({
      city: 'Paris',
    });
  });

  it.each([false, true])(
    'run functions until there is an answer (streamed: %s)',
    async (stream) => {
      const chat = await completions();
      const cities: string[] = [];
      const body = {
        ...asking('What is the weather in Paris and in Rome?'),
        tools: [weather(cities)],
      };
      const runner = stream ? chat.runTools({ ...body, stream: true }) : chat.runTools(body);
      const content = await runner.finalContent();
      expect(cities).toEqual(['Paris', 'Rome']);
      expect(content).toContain('Rome: 18 degrees');
    },
  );

  it.each([
    { fail: '400', error: OpenAI.BadRequestError },
    { fail: '429', error: OpenAI.RateLimitError },
    { fail: 'quota', error: OpenAI.RateLimitError },
    { fail: 'html', error: OpenAI.InternalServerError },
    { fail: 'reset', error: OpenAI.APIConnectionError },
    { fail: 'cut@1', error: OpenAI.APIConnectionError },
    { fail: 'failed@1', error: OpenAI.InternalServerError },
  ])('see $fail as the error it is', async ({ fail, error }) => {
    await expect((await completions({ fail })).create(question)).rejects.toBeInstanceOf(error);
  });

  it('see a stream that fails as an error, and one that is cut as one without an end', async () => {
    const chat = await completions({ fail: 'failed@1,cut@1' });
    await expect(chat.stream(question).finalContent()).rejects.toThrow(OpenAI.APIError);
    await expect(chat.stream(question).finalContent()).rejects.toThrow(
      'missing finish_reason for choice 0',
    );
  });

  it('can be aborted in the middle of a stream', async () => {
    const chat = await completions({ fail: 'stall@1' });
    const stream = chat.stream(question);
    stream.on('content', () => stream.abort());
    await expect(stream.finalContent()).rejects.toBeInstanceOf(OpenAI.APIUserAbortError);
  });
});
