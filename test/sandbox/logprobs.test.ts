import { describe, expect, it } from 'vitest';
import { create, type Json, streamEvents, testSandbox } from './sandbox-under-test.ts';

const include = ['message.output_text.logprobs'];

function partOf(body: Json): Json & { logprobs: readonly Json[] } {
  const [message] = body.output as { content: [Json & { logprobs: Json[] }] }[];
  if (!message) throw new Error('No message was answered.');
  return message.content[0];
}

describe('Log probabilities of a response', () => {
  it('are left out unless asked for', async () => {
    const { body } = await create(await testSandbox());
    expect(partOf(body).logprobs).toEqual([]);
  });

  it.each([
    { asked: { include }, likeliest: 0 },
    { asked: { top_logprobs: 2 }, likeliest: 2 },
    { asked: { include, top_logprobs: 20 }, likeliest: 20 },
  ])('come for each token with $asked', async ({ asked, likeliest }) => {
    const { body } = await create(await testSandbox(), asked);
    const { logprobs } = partOf(body);
    expect(logprobs.map(({ token }) => token).join('')).toBe('Hello there.');
    for (const { token, logprob, bytes, top_logprobs } of logprobs) {
      expect(Buffer.from(bytes as number[]).toString()).toBe(token);
      expect(logprob).toBeLessThan(0);
      expect(top_logprobs).toHaveLength(likeliest);
    }
  });

  it('stand beside the tokens of a stream, and whole at its end', async () => {
    const asked = { include, top_logprobs: 1 };
    const events = await streamEvents(await testSandbox(), asked);
    const of = (type: string) => events.filter((event) => event.type === type);
    const [done] = of('response.output_text.done');
    const deltas = of('response.output_text.delta');
    expect(deltas).toHaveLength(3);
    for (const { delta, logprobs } of deltas) expect(logprobs).toMatchObject([{ token: delta }]);
    expect(deltas.flatMap(({ logprobs }) => logprobs)).toEqual(done?.logprobs);
    expect(of('response.content_part.added')[0]?.part).toMatchObject({ logprobs: [] });
    const ended = of('response.completed')[0]?.response as Json;
    expect(partOf(ended).logprobs).toEqual(done?.logprobs);
    expect(of('response.content_part.done')[0]?.part).toEqual(partOf(ended));
  });

  it.each([
    { asked: { top_logprobs: 1 }, param: 'top_logprobs' },
    { asked: { include }, param: 'include' },
  ])('are refused by a model that reasons: $asked', async ({ asked, param }) => {
    const { status, body } = await create(await testSandbox(), { model: 'gpt-6-luna', ...asked });
    expect(status).toBe(400);
    expect(body.error).toEqual({
      message: 'logprobs are not supported with reasoning models.',
      type: 'invalid_request_error',
      param,
      code: 'unsupported_parameter',
    });
  });

  it('come from such a model once it does not reason', async () => {
    const asked = { model: 'gpt-6-luna', reasoning: { effort: 'none' }, include };
    const { body } = await create(await testSandbox(), asked);
    expect(partOf(body).logprobs).toHaveLength(3);
  });
});

describe('Penalties', () => {
  it.each(['presence_penalty', 'frequency_penalty'])(
    '%s is refused by a model that reasons',
    async (name) => {
      const asked = { model: 'gpt-6-luna', [name]: 0.5 };
      const { status, body } = await create(await testSandbox(), asked);
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ param: name, code: null });
    },
  );
});
