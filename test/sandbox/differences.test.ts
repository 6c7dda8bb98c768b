import { beforeAll, describe, expect, it } from 'vitest';
import { differences, type Omitted } from '../../src/sandbox/differences.ts';
import { createRandom } from '../../src/sandbox/random.ts';
import { scenarios } from './conformance-scenarios.ts';
import { specifications } from './mistakes.ts';
import { RandomValues } from './random-value.ts';
import { create, get, type Json, post, sandboxRequest, testSandbox } from './sandbox-under-test.ts';
import { play } from './scenario.ts';
import { type Documented, hasSpecifications } from './specification.ts';

const { OpenAI } = specifications;

describe.skipIf(!hasSpecifications)(
  "What OpenAI's OpenAPI document has is done or listed as a difference",
  () => {
    it('endpoints', async () => {
      const sandbox = await testSandbox();
      const missing: string[] = [];
      for (const { method, path } of OpenAI.operations) {
        const { body } =
          method === 'POST' ? await post(sandbox, path, {}) : await get(sandbox, path, method);
        const { message } = (body.error ?? {}) as Json;
        if (/^Invalid (URL|method)/.test(String(message))) missing.push(`${method} ${path}`);
      }
      expectListed('endpoints', missing);
    });

    it('parameters', async () => {
      const missing = await Promise.all(OpenAI.operations.map(parametersRefused));
      expectListed('parameters', missing.flat());
    });

    const kinds = [
      { kind: 'tools', schema: 'Tool', body: (type: string) => ({ tools: [{ type }] }) },
      { kind: 'items', schema: 'InputItem', body: (type: string) => ({ input: [{ type }] }) },
      {
        kind: 'parts',
        schema: 'InputContent',
        body: (type: string) => ({ input: [{ role: 'user', content: [{ type }] }] }),
      },
      {
        kind: 'formats',
        schema: 'TextResponseFormatConfiguration',
        body: (type: string) => ({ text: { format: { type } } }),
      },
    ] as const;
    it.each(kinds)('$kind', async ({ kind, schema, body }) => {
      const sandbox = await testSandbox();
      const missing: string[] = [];
      for (const type of OpenAI.types(OpenAI.schema(schema))) {
        const { error } = (await create(sandbox, body(type))).body as { error?: Json };
        if (error?.code === 'not_offered_by_sandbox') missing.push(type);
      }
      expectListed(kind, missing);
    });

    describe('of what is answered', () => {
      let sent = '';
      beforeAll(async () => {
        for (const scenario of scenarios) {
          for (const { json } of await play(scenario)) sent += json.join('\n');
        }
      });

      it('events', () => {
        const missing = [...OpenAI.events.keys()]
          .map(String)
          .filter((type) => !sent.includes(`{"type":"${type}"`));
        expectListed('events', missing);
      });

      it('codes of failed responses', () => {
        const codes: string[] = OpenAI.resolved(OpenAI.schema('ResponseErrorCode')).enum;
        const missing = codes.filter((code) => !sent.includes(`"error":{"code":"${code}"`));
        expectListed('codes', missing);
      });
    });
  },
);

/** Enough to make a request of, where more is required than the parameter that is tried. */
const least: Readonly<Record<string, Json>> = {
  '/v1/responses': { model: 'gpt-4o-mini', input: 'hi' },
  '/v1/responses/input_tokens': { model: 'gpt-4o-mini', input: 'hi' },
  '/v1/responses/compact': { model: 'gpt-4o-mini', input: 'hi' },
};
const tries = 60;
/** Values that every parameter takes, also one that is not offered. */
const saysNothing = ['null', '[]', '{}'];

/** The documented parameters of an endpoint of which no value is taken. */
async function parametersRefused({ method, path, request }: Documented): Promise<string[]> {
  const base = least[path];
  if (request === undefined || base === undefined) return [];
  const sandbox = await testSandbox();
  const refused: string[] = [];
  for (const [name, schema] of Object.entries(OpenAI.properties(request))) {
    let taken = false;
    for (let seed = 0; seed < tries && !taken; seed += 1) {
      const value = new RandomValues(createRandom(String(seed)), OpenAI, { mistakes: false }).of(
        schema,
      );
      if (saysNothing.includes(JSON.stringify(value))) continue;
      const body = JSON.stringify({ ...base, [name]: value });
      taken = await isTaken(await sandbox.fetch(sandboxRequest(path, { body })));
    }
    if (!taken) refused.push(`${method} ${path}: ${name}`);
  }
  return refused;
}

/** An answer, maybe streamed, or the refusal of a value: another one would do. */
async function isTaken(response: Response): Promise<boolean> {
  if (response.ok) return true;
  const { error } = (await response.json()) as { error: Json };
  return !['not_offered_by_sandbox', 'unknown_parameter'].includes(String(error.code));
}

/** Each missing name is listed, and each listed one is missing. */
function expectListed(kind: keyof Omitted, missing: readonly string[]): void {
  const patterns = differences.flatMap(({ omits }) => omits?.[kind] ?? []);
  const unlisted = missing.filter(
    (name) => !patterns.some((pattern) => matchesGlob(name, pattern)),
  );
  const unneeded = patterns.filter(
    (pattern) => !missing.some((name) => matchesGlob(name, pattern)),
  );
  expect({ unlisted, unneeded }).toEqual({ unlisted: [], unneeded: [] });
}

function matchesGlob(name: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.{}/]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
