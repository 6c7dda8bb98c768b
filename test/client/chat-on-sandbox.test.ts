import { describe, expect, it } from 'vitest';
import { inProcessFetch } from '../../src/sandbox/adapter.ts';
import type { SandboxOptions } from '../../src/sandbox/app.ts';
import { parseFailScript } from '../../src/sandbox/faults.ts';
import { answer } from '../../src/sandbox/standin/standin.ts';
import { weatherTool } from '../sandbox/chat-under-test.ts';
import { testSandbox } from '../sandbox/sandbox-under-test.ts';
import { chat, only, readAll, recorded } from './recorded.ts';

async function onSandbox(options: Partial<SandboxOptions> = {}) {
  const fetch = inProcessFetch(await testSandbox(options));
  const { client, exchanges } = recorded('http://sandbox.invalid/v1', {
    fetch,
    provider: 'sandbox',
  });
  return { completions: client.chat.completions, exchanges };
}

const usage = (inputTokens: number, outputTokens: number) => ({
  inputTokens,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens,
  reasoningTokens: 0,
  totalTokens: inputTokens + outputTokens,
});
const asked = { ...chat, messages: [{ role: 'user' as const, content: 'hi' }] };

describe('A chat completion of the sandbox', () => {
  it('is recorded with its text and its usage', async () => {
    const { completions, exchanges } = await onSandbox();
    await completions.create({ ...asked, n: 2 });
    expect(only(exchanges)).toMatchObject({
      request: { method: 'POST', path: '/v1/chat/completions' },
      outputText: 'Hello there.',
      status: 'completed',
      problem: null,
      usage: usage(8, 8),
      billed: false,
    });
  });

  it.each([
    { include_usage: true, expected: usage(8, 4) },
    { include_usage: false, expected: null },
  ])(
    'is recorded as a stream, include_usage $include_usage',
    async ({ include_usage, expected }) => {
      const { completions, exchanges } = await onSandbox();
      const stream_options = { include_usage };
      await readAll(await completions.create({ ...asked, stream: true, stream_options }));
      expect(only(exchanges)).toMatchObject({
        outputText: 'Hello there.',
        status: 'completed',
        problem: null,
        usage: expected,
      });
    },
  );

  it('that calls a function has no text', async () => {
    const { completions, exchanges } = await onSandbox({ answer });
    const messages = [{ role: 'user' as const, content: 'What is the weather in Paris?' }];
    const tools = [{ ...weatherTool, type: 'function' as const }];
    await readAll(await completions.create({ ...asked, messages, tools, stream: true }));
    expect(only(exchanges)).toMatchObject({ outputText: null, status: 'completed', problem: null });
  });

  it('that fails in its stream is recorded as failed, with what came before', async () => {
    const { completions, exchanges } = await onSandbox({ faults: parseFailScript('failed@1') });
    const read = completions.create({ ...asked, stream: true }).then(readAll);
    await expect(read).rejects.toThrow('The server had an error');
    expect(only(exchanges)).toMatchObject({
      status: 'failed',
      problem: 'stream_error',
      outputText: 'Hello',
      response: { error: { type: 'server_error' } },
    });
  });

  it('that is cut off is no whole answer', async () => {
    const { completions, exchanges } = await onSandbox({ faults: parseFailScript('cut@2') });
    await readAll(await completions.create({ ...asked, stream: true }));
    const { status, problem, outputText } = only(exchanges);
    expect({ status, outputText }).toEqual({ status: 'failed', outputText: 'Hello there' });
    expect(problem).not.toBeNull();
  });
});
