import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/sandbox/random.ts';
import { mistakesIn, specifications } from './mistakes.ts';
import { RandomValues } from './random-value.ts';
import { type Json, testSandbox } from './sandbox-under-test.ts';
import { type Received, send } from './scenario.ts';
import { hasSpecifications } from './specification.ts';

const { OpenAI } = specifications;
const posts = OpenAI.operations.filter(({ request }) => request !== undefined);

describe.skipIf(!hasSpecifications)('Random requests, drawn from their schemas', () => {
  it.each(posts)(
    'to $path are answered as documented, or refused in the envelope',
    async ({ path, request = {} }) => {
      const sandbox = await testSandbox();
      const property = fc.asyncProperty(fc.integer(), async (seed) => {
        const body = new RandomValues(createRandom(String(seed)), OpenAI).of(request) as Json;
        const received = await send(sandbox, { method: 'POST', path, body });
        // 403: a model of another kind.
        expect([200, 400, 403, 404]).toContain(received.status);
        expect(mistakesIn(received, 'OpenAI')).toEqual([]);
        if (received.status !== 200) expectEnvelope(received);
      });
      await fc.assert(property, { numRuns: 300 });
    },
  );
});

function expectEnvelope({ json: [text = ''] }: Received): void {
  const { error } = JSON.parse(text) as { error: Json };
  expect(Object.keys(error)).toEqual(['message', 'type', 'param', 'code']);
  expect(error.message).not.toBe('');
}
