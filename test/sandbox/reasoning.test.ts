import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/sandbox/random.ts';
import { Seal } from '../../src/sandbox/seal.ts';
import { create, type Json, streamEvents, testSandbox } from './sandbox-under-test.ts';

const model = 'gpt-6-luna';
const outputOf = (body: Json) => body.output as readonly Json[];

describe('Reasoning', () => {
  it('comes with an empty content where the model shows one', async () => {
    const { body } = await create(await testSandbox(), { model: 'gpt-5-nano' });
    expect(Object.keys(outputOf(body)[0] ?? {})).toEqual([
      'id',
      'type',
      'content',
      'encrypted_content',
      'summary',
    ]);
  });

  it.each([
    { summary: { summary: 'auto' }, parts: 1, shown: 'auto' },
    { summary: { summary: 'concise' }, parts: 1, shown: 'concise' },
    { summary: { summary: 'detailed' }, parts: 2, shown: 'detailed' },
    { summary: { generate_summary: 'auto' }, parts: 1, shown: 'auto' },
  ])('is summarized when asked: $summary', async ({ summary, parts, shown }) => {
    const { body } = await create(await testSandbox(), { model, reasoning: summary });
    expect(outputOf(body)[0]?.summary).toHaveLength(parts);
    expect(outputOf(body)[0]?.summary).toMatchObject([
      { type: 'summary_text', text: expect.stringContaining('“hi” This summary is simulated') },
      ...Array.from({ length: parts - 1 }, () => ({ type: 'summary_text' })),
    ]);
    expect(body.reasoning).toMatchObject({ summary: shown });
  });

  it('is summarized in a stream, part by part, before the message', async () => {
    const reasoning = { summary: 'detailed' };
    const events = await streamEvents(await testSandbox(), { model, reasoning });
    const told = events.filter(({ type }) => String(type).includes('reasoning_summary'));
    expect(events.slice(2, 2 + told.length + 2).map(({ type }) => type)).toEqual([
      'response.output_item.added',
      ...told.map(({ type }) => type),
      'response.output_item.done',
    ]);
    const item = events.find(({ type }) => type === 'response.output_item.done')?.item as Json;
    const place = { item_id: item.id, output_index: 0 };
    for (const [summary_index, part] of (item.summary as { text: string }[]).entries()) {
      const [added, ...rest] = told.filter((event) => event.summary_index === summary_index);
      const [done, partDone] = rest.splice(-2);
      expect(added).toMatchObject({
        type: 'response.reasoning_summary_part.added',
        ...place,
        part: { type: 'summary_text', text: '' },
      });
      expect(rest.map(({ delta }) => delta).join('')).toBe(part.text);
      for (const delta of rest) {
        expect(delta).toMatchObject({ type: 'response.reasoning_summary_text.delta', ...place });
      }
      expect(done).toMatchObject({
        type: 'response.reasoning_summary_text.done',
        ...place,
        text: part.text,
      });
      expect(partDone).toMatchObject({
        type: 'response.reasoning_summary_part.done',
        ...place,
        part,
      });
    }
    expect(events.map((event) => event.sequence_number)).toEqual([...events.keys()]);
  });

  it.each(['summary', 'generate_summary'])(
    'has no summary on a model that does not reason: %s',
    async (name) => {
      const { status, body } = await create(await testSandbox(), { reasoning: { [name]: 'auto' } });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        error: { param: 'reasoning.summary', code: 'unsupported_parameter' },
      });
    },
  );

  it('is taken back as input, with its summary, and costs no input tokens', async () => {
    const sandbox = await testSandbox();
    const request = { model, store: false, include: ['reasoning.encrypted_content'] };
    const first = await create(sandbox, { ...request, reasoning: { summary: 'auto' } });
    const messages = [
      { role: 'user', content: 'hi' },
      ...outputOf(first.body),
      { role: 'user', content: 'And?' },
    ];
    const withReasoning = await create(sandbox, { ...request, input: messages });
    expect(withReasoning.status).toBe(200);
    const withoutIt = await create(sandbox, {
      ...request,
      input: messages.filter((item) => !('summary' in item)),
    });
    expect(withReasoning.body.usage).toMatchObject({
      input_tokens: (withoutIt.body.usage as Json).input_tokens,
    });
  });

  it('is refused as input when its encrypted content comes from elsewhere', async () => {
    const other = await create(await testSandbox({ seed: 2 }), { model });
    const { status, body } = await create(await testSandbox(), {
      model,
      input: [...outputOf(other.body), { role: 'user', content: 'And?' }],
    });
    expect(status).toBe(400);
    expect(body).toEqual({
      error: {
        message: expect.stringMatching(
          /^The encrypted content gAAA\.\.\..{4} could not be verified\. Reason: Encrypted content could not be decrypted or parsed\.$/,
        ),
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_encrypted_content',
      },
    });
  });

  it.each([
    { item: { type: 'reasoning' }, param: 'input[0].summary' },
    { item: { type: 'reasoning', summary: 'x' }, param: 'input[0].summary' },
    { item: { type: 'reasoning', summary: [{ type: 'text' }] }, param: 'input[0].summary[0].text' },
    { item: { type: 'reasoning', summary: [], encrypted_content: 1 }, param: /encrypted_content$/ },
    { item: { type: 'compaction' }, param: 'input[0].encrypted_content' },
  ])('is refused as input when it is malformed: $item', async ({ item, param }) => {
    const { status, body } = await create(await testSandbox(), { model, input: [item] });
    expect(status).toBe(400);
    expect((body.error as Json).param).toMatch(param);
  });
});

describe('A seal', () => {
  const seal = new Seal('secret');
  const random = createRandom('test');

  it('opens what it closed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = seal.close('reasoning', text, random);
        expect(sealed).toMatch(/^gAAAAA[\w-]+$/);
        expect(seal.open('reasoning', sealed)).toBe(text);
      }),
    );
  });

  it('opens nothing that was changed', () => {
    const sealed = seal.close('reasoning', 'a secret', random);
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), (index) => {
        const letter = sealed[index] === 'A' ? 'B' : 'A';
        const changed = sealed.slice(0, index) + letter + sealed.slice(index + 1);
        expect(seal.open('reasoning', changed)).toBeUndefined();
      }),
    );
  });

  it('opens no other kind, nothing of another secret, and nothing that is no seal', () => {
    const sealed = seal.close('reasoning', 'a secret', random);
    expect(seal.open('compaction', sealed)).toBeUndefined();
    expect(new Seal('other').open('reasoning', sealed)).toBeUndefined();
    for (const text of ['', 'gAAAAA', 'ü', sealed.slice(0, 20)]) {
      expect(seal.open('reasoning', text)).toBeUndefined();
    }
  });
});
