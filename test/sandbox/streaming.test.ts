import { describe, expect, it } from 'vitest';
import { get, type Json, streamChunks, streamEvents, testSandbox } from './sandbox-under-test.ts';

const types = (events: readonly Json[]) => events.map(({ type }) => String(type).slice(9));

describe('A streamed response', () => {
  it('has the recorded events, fields and key order', async () => {
    const events = await streamEvents(await testSandbox());
    expect(types(events)).toEqual([
      'created',
      'in_progress',
      'output_item.added',
      'content_part.added',
      'output_text.delta',
      'output_text.delta',
      'output_text.delta',
      'output_text.done',
      'content_part.done',
      'output_item.done',
      'completed',
    ]);
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual([...events.keys()]);
    expect(events.map((event) => Object.keys(event).join(' '))).toEqual([
      'type response sequence_number',
      'type response sequence_number',
      'type item output_index sequence_number',
      'type content_index item_id output_index part sequence_number',
      ...Array.from(
        { length: 3 },
        () => 'type content_index delta item_id logprobs obfuscation output_index sequence_number',
      ),
      'type content_index item_id logprobs output_index sequence_number text',
      'type content_index item_id output_index part sequence_number',
      'type item output_index sequence_number',
      'type response sequence_number',
    ]);
    const item_id = expect.stringMatching(/^msg_/);
    const place = { content_index: 0, item_id, output_index: 0 };
    const part = { type: 'output_text', annotations: [], logprobs: [] };
    expect(events.slice(2, 5)).toMatchObject([
      {
        item: {
          id: item_id,
          type: 'message',
          status: 'in_progress',
          content: [],
          role: 'assistant',
        },
      },
      { ...place, part: { ...part, text: '' } },
      { ...place, delta: 'Hello', logprobs: [] },
    ]);
    expect(events.slice(7, 10)).toMatchObject([
      { ...place, logprobs: [], text: 'Hello there.' },
      { ...place, part: { ...part, text: 'Hello there.' } },
      { item: { status: 'completed', content: [{ ...part, text: 'Hello there.' }] } },
    ]);
  });

  it('begins in progress without usage and ends with the whole response, which can be fetched', async () => {
    const sandbox = await testSandbox();
    const events = await streamEvents(sandbox);
    const [created, inProgress] = events.map(({ response }) => response as Json);
    const completed = events.at(-1)?.response as Json;
    expect(created).toEqual({
      ...completed,
      status: 'in_progress',
      completed_at: null,
      output: [],
      service_tier: 'auto',
      usage: null,
    });
    expect(inProgress).toEqual(created);
    expect((await get(sandbox, `/v1/responses/${completed.id}`)).body).toEqual(completed);
  });

  it('is an event stream of whole frames, each written at once, with no [DONE]', async () => {
    const chunks = await streamChunks(await testSandbox());
    for (const chunk of chunks) expect(chunk).toMatch(/^event: [a-z._]+\ndata: \{.*\}\n\n$/);
    expect(chunks.join('')).not.toContain('[DONE]');
  });

  it('breaks the text where tokens end', async () => {
    const text = 'Tokenizers split uncommon words: “antidisestablishmentarianism” 🙃 naïve.';
    const events = await streamEvents(await testSandbox({ answer: () => text }));
    const deltas = events.flatMap(({ delta }) => (typeof delta === 'string' ? [delta] : []));
    expect(deltas.join('')).toBe(text);
    expect(deltas.length).toBeGreaterThan(12);
    expect(deltas.join('|')).not.toContain('\uFFFD');
  });

  it('pads each delta to 16 characters unless told not to', async () => {
    const sandbox = await testSandbox({ answer: () => 'Hello antidisestablishmentarianism' });
    const deltas = (await streamEvents(sandbox)).filter(({ delta }) => delta !== undefined);
    for (const { delta, obfuscation } of deltas as { delta: string; obfuscation: string }[]) {
      expect((delta + obfuscation).length).toBe(16);
      expect(obfuscation).toMatch(/^[A-Za-z0-9]*$/);
    }
    const bare = await streamEvents(sandbox, { stream_options: { include_obfuscation: false } });
    expect(bare.filter((event) => 'obfuscation' in event)).toEqual([]);
  });

  it('ends with response.incomplete when it is cut off', async () => {
    const sandbox = await testSandbox({ answer: () => ' word'.repeat(30) });
    const events = await streamEvents(sandbox, { max_output_tokens: 16 });
    expect(types(events).filter((type) => type === 'output_text.delta')).toHaveLength(16);
    expect(events.slice(-2)).toMatchObject([
      { item: { status: 'incomplete' } },
      {
        type: 'response.incomplete',
        response: {
          status: 'incomplete',
          incomplete_details: { reason: 'max_output_tokens' },
          usage: { output_tokens: 16 },
        },
      },
    ]);
  });

  it('shows reasoning as an item without deltas', async () => {
    const events = await streamEvents(await testSandbox(), { model: 'gpt-6-luna' });
    expect(types(events).slice(2, 6)).toEqual([
      'output_item.added',
      'output_item.done',
      'output_item.added',
      'content_part.added',
    ]);
    const { item } = events[3] ?? {};
    expect(events[2]?.item).toEqual({ ...(item as Json), encrypted_content: '' });
    expect(events.slice(4, -1).map(({ output_index }) => output_index)).not.toContain(0);
  });
});
