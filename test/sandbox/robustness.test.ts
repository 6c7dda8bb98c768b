import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answer } from '../../src/sandbox/standin/standin.ts';
import { type Json, post, sandboxRequest, testSandbox } from './sandbox-under-test.ts';

/** Values that are right somewhere in the schema, and so get further than noise does. */
const plausible = fc.oneof(
  fc.constantFrom(
    'gpt-4o-mini',
    'gpt-6-luna',
    'auto',
    'text',
    'message',
    'user',
    'assistant',
    'low',
  ),
  fc.constantFrom(null, true, false, 0, 1, 16, 0.5, -1, 1e308, [], {}, ''),
  fc.jsonValue({ maxDepth: 3 }),
);
const part = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom('input_text', 'output_text', 'refusal', 'input_image'),
      plausible,
    ),
    text: plausible,
    refusal: plausible,
  },
  { requiredKeys: [] },
);
const item = fc.record(
  {
    type: fc.oneof(fc.constantFrom('message', 'reasoning', 'function_call'), plausible),
    role: fc.oneof(fc.constantFrom('user', 'assistant', 'system', 'developer'), plausible),
    content: fc.oneof(fc.string({ unit: 'binary' }), fc.array(part), plausible),
    id: plausible,
  },
  { requiredKeys: [] },
);
const body = fc.record(
  {
    model: fc.oneof(fc.constantFrom('gpt-4o-mini', 'gpt-6-luna', 'gpt-5.5'), plausible),
    input: fc.oneof(fc.string({ unit: 'binary' }), fc.array(item), plausible),
    instructions: plausible,
    previous_response_id: plausible,
    temperature: plausible,
    top_p: plausible,
    max_output_tokens: fc.oneof(fc.integer({ min: 16, max: 99 }), plausible),
    metadata: plausible,
    text: plausible,
    reasoning: fc.record({ effort: plausible, summary: plausible }, { requiredKeys: [] }),
    stream: fc.boolean(),
    store: plausible,
    tools: plausible,
    __proto__: plausible,
    toString: plausible,
  },
  { requiredKeys: [] },
);

it('No JSON makes the sandbox fail: it answers, or refuses in the envelope', async () => {
  const sandbox = await testSandbox({ answer });
  await fc.assert(
    fc.asyncProperty(fc.oneof(body, plausible), async (json) => {
      const request = sandboxRequest('/v1/responses', { body: JSON.stringify(json) });
      const response = await sandbox.fetch(request);
      const text = await response.text();
      expect([200, 400, 404]).toContain(response.status);
      if (response.status !== 200) {
        const { error } = JSON.parse(text) as { error: Json };
        expect(Object.keys(error)).toEqual(['message', 'type', 'param', 'code']);
        expect(error.message).toBeTruthy();
      }
    }),
    { numRuns: 500 },
  );
});

it('What can be answered can be counted, and the counts agree', async () => {
  const sandbox = await testSandbox();
  const message = fc.record({
    role: fc.constantFrom('user', 'assistant', 'system', 'developer'),
    content: fc.string({ unit: 'binary' }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 5 }), async (input) => {
      const asked = { model: 'gpt-4o-mini', input };
      const counted = await post(sandbox, '/v1/responses/input_tokens', asked);
      const answered = await post(sandbox, '/v1/responses', asked);
      expect((answered.body.usage as Json).input_tokens).toBe(counted.body.input_tokens);
    }),
  );
});
