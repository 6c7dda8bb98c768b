import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { create, get, type Json, post, streamEvents, testSandbox } from './sandbox-under-test.ts';

/** OpenAI's OpenAPI document and the Open Responses specification lie beside the checkout, when they do. */
const folder = new URL('../../../shared/specs/', import.meta.url);
const isPresent = existsSync(folder);
if (!isPresent)
  console.warn('No API specifications beside the checkout: conformance is not tested.');

type Schemas = Record<string, object>;

function schemasOf(file: string): Schemas {
  const document = readFileSync(new URL(file, folder), 'utf8');
  const definitions = document.replaceAll('#/components/schemas/', '#/$defs/');
  return (JSON.parse(definitions) as { components: { schemas: Schemas } }).components.schemas;
}

/** Whether the value is right by the schema of this name; tells what is not. */
function validator(file: string) {
  const $defs = isPresent ? schemasOf(file) : {};
  return (name: string) => z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs } as never);
}

/** Event type → the name of its schema: a union of all of them would not say what is wrong. */
function eventNames(file: string): ReadonlyMap<unknown, string> {
  const schemas = isPresent ? schemasOf(file) : {};
  const event = z.object({
    properties: z.object({ type: z.object({ enum: z.tuple([z.string()]) }) }),
  });
  return new Map(
    Object.entries(schemas).flatMap(([name, schema]) => {
      const { data } = event.safeParse(schema);
      return data && name.endsWith('Event') ? [[data.properties.type.enum[0], name]] : [];
    }),
  );
}

/** The API sends null here (recorded in 2026) where its document only allows leaving the key out. */
function withoutRecordedNulls(response: Json): Json {
  const entries = Object.entries(response).filter(
    ([key, value]) => value !== null || !['user', 'usage'].includes(key),
  );
  return Object.fromEntries(entries);
}

const answers = [
  { name: 'a plain answer', body: {} },
  { name: 'an answer cut off', body: { max_output_tokens: 16 } },
  { name: 'an answer of a model that reasons', body: { model: 'gpt-6-luna' } },
  {
    name: 'an answer with everything set',
    body: { instructions: 'Be kind.', metadata: { a: 'b' } },
  },
];
const sandbox = () => testSandbox({ answer: () => ' word'.repeat(20) });

describe.skipIf(!isPresent)("By OpenAI's OpenAPI document", () => {
  const schema = validator('openai.openapi.json');
  const eventSchemas = eventNames('openai.openapi.json');

  it.each(answers)('$name is a Response', async ({ body }) => {
    const answer = await create(await sandbox(), body);
    schema('Response').parse(withoutRecordedNulls(answer.body));
  });

  it.each(answers)('the events of $name are right', async ({ body }) => {
    for (const event of await streamEvents(await sandbox(), body)) {
      const response = event.response && withoutRecordedNulls(event.response as Json);
      const checked = response ? { ...event, response } : event;
      schema(eventSchemas.get(event.type) ?? 'no such event').parse(checked);
    }
  });

  it('the other endpoints are right', async () => {
    const asked = await sandbox();
    const { body } = await create(asked);
    const items = await get(asked, `/v1/responses/${body.id}/input_items`);
    schema('ResponseItemList').parse(items.body);
    schema('ListModelsResponse').parse((await get(asked, '/v1/models')).body);
    const counted = await post(asked, '/v1/responses/input_tokens', {
      model: 'gpt-4o',
      input: 'x',
    });
    schema('TokenCountsResource').parse(counted.body);
    schema('ErrorResponse').parse((await create(asked, { temperature: 3 })).body);
  });

  it('a wrong object would be noticed', async () => {
    const { body } = await create(await sandbox());
    expect(schema('Response').safeParse({ ...body, status: 'done' }).success).toBe(false);
    expect(schema('ResponseCreatedEvent').safeParse({ response: body }).success).toBe(false);
  });
});

describe.skipIf(!isPresent)('By the Open Responses specification', () => {
  const schema = validator('openresponses.openapi.json');

  it.each(answers)('$name is a ResponseResource', async ({ body }) => {
    schema('ResponseResource').parse((await create(await sandbox(), body)).body);
  });
});
