import { describe, expect, it } from 'vitest';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { answer } from '../../src/sandbox/standin/standin.ts';
import {
  chatChunks,
  chatData,
  choicesOf,
  createChat,
  type WireChoice,
  weatherTool,
} from './chat-under-test.ts';
import { type Json, noon, simulatedClock, testSandbox } from './sandbox-under-test.ts';

const choices = (chunks: readonly Json[]): WireChoice[] => chunks.flatMap(choicesOf);
const saidBy = (index: number, chunks: readonly Json[]) =>
  choices(chunks)
    .filter((choice) => choice.index === index)
    .map(({ delta }) => delta.content ?? '')
    .join('');

describe('A streamed completion', () => {
  it('has the recorded chunks: who speaks, the tokens, why it ended, and the mark', async () => {
    const data = await chatData(await testSandbox(), {
      stream_options: { include_obfuscation: false },
    });
    const [first = '{}'] = data;
    const { id, system_fingerprint } = JSON.parse(first) as Json;
    const chunk = (delta: object, finish_reason: string | null = null) =>
      JSON.stringify({
        id,
        object: 'chat.completion.chunk',
        created: noon / 1000,
        model: 'gpt-4o-mini-2024-07-18',
        service_tier: 'default',
        system_fingerprint,
        choices: [{ index: 0, delta, logprobs: null, finish_reason }],
      });
    expect(data).toEqual([
      chunk({ role: 'assistant', content: '', refusal: null }),
      chunk({ content: 'Hello' }),
      chunk({ content: ' there' }),
      chunk({ content: '.' }),
      chunk({}, 'stop'),
      '[DONE]',
    ]);
  });

  it('comes as server-sent events and says that it is simulated', async () => {
    const sandbox = await testSandbox();
    const response = await sandbox.fetch(
      new Request('http://sandbox/v1/chat/completions', {
        method: 'POST',
        headers: { authorization: 'Bearer sk-sandbox', 'content-type': 'application/json' },
        body: JSON.stringify({
          model: 'gpt-4o',
          messages: [{ role: 'user', content: 'x' }],
          stream: true,
        }),
      }),
    );
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-course-sandbox')).toBe('simulated');
    await response.body?.cancel();
  });

  it('ends with its usage when that is asked for, which is null until then', async () => {
    const chunks = await chatChunks(await testSandbox(), {
      stream_options: { include_usage: true },
    });
    const last = chunks.at(-1);
    expect(last).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 8, completion_tokens: 4, total_tokens: 12 },
    });
    expect(chunks.slice(0, -1).map(({ usage }) => usage)).toEqual([null, null, null, null, null]);
  });

  it('says the same as a plain one', async () => {
    const sandbox = await testSandbox({ answer });
    const body = { messages: [{ role: 'user', content: 'What is an API?' }], seed: 1 };
    const plain = choicesOf((await createChat(sandbox, body)).body)[0]?.message.content;
    expect(saidBy(0, await chatChunks(sandbox, body))).toBe(plain);
  });

  it('of a model that reasons says nothing of log probabilities', async () => {
    const chunks = await chatChunks(await testSandbox(), { model: 'gpt-6-luna' });
    for (const choice of choices(chunks)) expect(choice).not.toHaveProperty('logprobs');
  });

  it('that reasoning used up has no tokens', async () => {
    const chunks = await chatChunks(await testSandbox(), {
      model: 'gpt-5-nano',
      max_completion_tokens: 5,
    });
    expect(choices(chunks).map(({ delta, finish_reason }) => ({ delta, finish_reason }))).toEqual([
      { delta: { role: 'assistant', content: '', refusal: null }, finish_reason: null },
      { delta: {}, finish_reason: 'length' },
    ]);
  });

  it('has the log probability of each token beside it', async () => {
    const chunks = await chatChunks(await testSandbox(), { logprobs: true, top_logprobs: 2 });
    const contents = choices(chunks).map(({ logprobs }) => logprobs?.content ?? null);
    expect(contents).toMatchObject([
      [],
      [{ token: 'Hello' }],
      [{ token: ' there' }],
      [{ token: '.' }],
      null,
    ]);
  });

  it('tells each call of a function: its head, then its arguments', async () => {
    const messages = [{ role: 'user', content: 'What is the weather in Paris and in Rome?' }];
    const chunks = await chatChunks(await testSandbox({ answer }), {
      messages,
      tools: [weatherTool],
    });
    const deltas = choices(chunks).map(({ delta }) => delta);
    const head = (index: number) => ({
      index,
      id: expect.stringMatching(/^call_/),
      type: 'function',
      function: { name: 'get_weather', arguments: '' },
    });
    expect(deltas[0]).toEqual({
      role: 'assistant',
      content: null,
      tool_calls: [head(0)],
      refusal: null,
    });
    const calls = deltas.slice(1, -1).flatMap(({ tool_calls }) => tool_calls as Json[]);
    const second = calls.findIndex(({ id }) => id !== undefined);
    expect(calls[second]).toEqual(head(1));
    const argumentsOf = (each: readonly Json[]) =>
      each.map((call) => (call.function as Json).arguments).join('');
    expect(argumentsOf(calls.slice(0, second))).toBe('{"city":"Paris"}');
    expect(argumentsOf(calls.slice(second))).toBe('{"city":"Rome"}');
    expect(deltas.at(-1)).toEqual({});
    expect(choices(chunks).at(-1)?.finish_reason).toBe('tool_calls');
  });
});

describe('The padding', () => {
  const paddingOf = (line: string) => {
    const { obfuscation, ...chunk } = JSON.parse(line) as Json & { obfuscation: string };
    return { obfuscation, length: JSON.stringify(chunk).length + obfuscation.length };
  };

  it('fills each chunk up to a multiple of 16 characters, the usage too', async () => {
    const data = await chatData(await testSandbox(), { stream_options: { include_usage: true } });
    const padded = data.slice(0, -1).map(paddingOf);
    expect(padded).toHaveLength(6);
    for (const { obfuscation, length } of padded) {
      expect(obfuscation).toMatch(/^[A-Za-z0-9]{0,15}$/);
      expect(length % 16).toBe(0);
    }
  });

  it('is left out on request', async () => {
    for (const chunk of await chatChunks(await testSandbox())) {
      expect(chunk).not.toHaveProperty('obfuscation');
    }
  });
});

describe('Several streamed choices', () => {
  it('come side by side, each whole', async () => {
    const chunks = await chatChunks(await testSandbox({ latency: 1000 }), { n: 2 });
    expect(saidBy(0, chunks)).toBe('Hello there.');
    expect(saidBy(1, chunks)).toBe('Hello there.');
    expect(choices(chunks).map(({ index }) => index)).toEqual([0, 1, 0, 1, 0, 1, 0, 0, 1, 1]);
  });
});

describe('The time of a stream', () => {
  it('is that of the latency, the first token at once after who speaks', async () => {
    const clock = simulatedClock();
    await chatData(await testSandbox({ clock, latency: 1000 }));
    expect(clock.slept).toEqual([200, 400, 400]);
  });
});

describe('A fail script', () => {
  const failing = (script: string) => testSandbox({ faults: parseFailScript(script) });

  it('counts completions and responses alike', async () => {
    const sandbox = await failing('ok,429');
    expect((await createChat(sandbox)).status).toBe(200);
    const { status, body } = await createChat(sandbox);
    expect(status).toBe(429);
    expect(body.error).toMatchObject({ type: 'requests', code: 'rate_limit_exceeded' });
    expect((await createChat(sandbox)).status).toBe(200);
  });

  it('cuts a stream off after so many tokens', async () => {
    const data = await chatData(await failing('cut@2'), { n: 1 });
    expect(data).toHaveLength(3);
    expect(data.at(-1)).toContain('" there"');
  });

  it('cuts a shorter one off before it says why it ended', async () => {
    const data = await chatData(await failing('cut@99'));
    expect(data).toHaveLength(4);
  });

  it('lets a stream fail with an error in the place of the next chunk', async () => {
    const data = await chatData(await failing('failed@1'));
    expect(data).toHaveLength(3);
    expect(JSON.parse(data.at(-1) ?? '')).toEqual({
      error: {
        message: expect.stringContaining('The server had an error'),
        type: 'server_error',
        param: null,
        code: null,
      },
    });
  });

  it('lets a plain completion fail with the error of a failing server', async () => {
    const { status, body } = await createChat(await failing('failed@1'));
    expect(status).toBe(500);
    expect(body.error).toMatchObject({ type: 'server_error' });
  });

  it('drops the connection of a plain completion', async () => {
    const answered = createChat(await failing('cut@1'));
    await expect(answered).rejects.toThrow('ECONNRESET');
  });
});
