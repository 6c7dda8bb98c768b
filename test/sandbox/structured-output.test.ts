import { zodTextFormat } from 'openai/helpers/zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer } from '../../src/sandbox/standin/standin.ts';
import {
  create,
  type Json,
  post,
  sandboxRequest,
  streamEvents,
  testSandbox,
} from './sandbox-under-test.ts';

const sandbox = () => testSandbox({ answer });
const closed = (properties: Json) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const format = (schema: Json, more: Json = {}) => ({
  format: { type: 'json_schema', name: 'event', strict: true, schema, ...more },
});
const event = closed({
  name: { type: 'string' },
  date: { type: 'string' },
  participants: { type: 'array', items: { type: 'string' } },
});
const fair = { input: 'Alice and Bob are going to a science fair on Friday.' };
const textOf = (body: Json) =>
  (body.output as { content: { text: string }[] }[])[0]?.content[0]?.text ?? '';

describe('text.format json_schema', () => {
  it('gives an object of the schema, with values of the prompt', async () => {
    const { body } = await create(await sandbox(), { ...fair, text: format(event) });
    expect(JSON.parse(textOf(body))).toEqual({
      name: 'science fair',
      date: 'Friday',
      participants: ['Alice', 'Bob'],
    });
    expect(body.status).toBe('completed');
  });

  it('is echoed whole', async () => {
    const { body } = await create(await sandbox(), { ...fair, text: format(event) });
    const echoed = {
      type: 'json_schema',
      description: null,
      name: 'event',
      schema: event,
      strict: true,
    };
    expect(body.text).toEqual({ format: echoed, verbosity: 'medium' });
    expect(Object.keys((body.text as { format: Json }).format)).toEqual(Object.keys(echoed));
  });

  it('is streamed as text', async () => {
    const events = await streamEvents(await sandbox(), { ...fair, text: format(event) });
    const deltas = events.filter(({ type }) => type === 'response.output_text.delta');
    expect(deltas.length).toBeGreaterThan(5);
    expect(JSON.parse(deltas.map(({ delta }) => delta).join(''))).toHaveProperty('participants');
  });

  it('counts as input', async () => {
    const asked = await sandbox();
    const count = async (text: Json) => {
      const { body } = await post(asked, '/v1/responses/input_tokens', {
        model: 'gpt-4o-mini',
        ...fair,
        text,
      });
      return body.input_tokens as number;
    };
    expect(await count(format(event))).toBeGreaterThan((await count({})) + 30);
  });

  it('takes what zod and the SDK make of a type', async () => {
    const person = z.object({
      name: z.string(),
      age: z.number().int(),
      email: z.email().nullable(),
      kind: z.enum(['guest', 'host']),
    });
    const { body } = await create(await sandbox(), {
      input: 'Ada is 36 years old; she is the host.',
      text: { format: zodTextFormat(person, 'person') },
    });
    expect(person.parse(JSON.parse(textOf(body)))).toEqual({
      name: 'Ada',
      age: 36,
      email: null,
      kind: 'host',
    });
  });

  it('without strict takes any schema', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, note: { type: 'integer' } },
      required: ['name'],
    };
    const { body } = await create(await sandbox(), {
      input: 'Ada is here.',
      text: format(schema, { strict: false }),
    });
    expect(JSON.parse(textOf(body))).toEqual({ name: 'Ada' });
  });
});

describe('text.format json_object', () => {
  const jsonObject = { text: { format: { type: 'json_object' } } };

  it('gives some object', async () => {
    const { body } = await create(await sandbox(), {
      input: 'What is 2 + 2? Use JSON.',
      ...jsonObject,
    });
    expect(Object.keys(JSON.parse(textOf(body)))).not.toEqual([]);
    expect(body.text).toEqual({ format: { type: 'json_object' }, verbosity: 'medium' });
  });

  it.each([{}, { instructions: 'Answer with JSON.' }])(
    'is refused when no message has the word, instructions aside (%j)',
    async (more) => {
      const { status, body } = await create(await sandbox(), { ...jsonObject, ...more });
      expect(status).toBe(400);
      expect(body).toEqual({
        error: {
          message:
            "Response input messages must contain the word 'json' in some form to use 'text.format' of type 'json_object'.",
          type: 'invalid_request_error',
          param: 'input',
          code: null,
        },
      });
    },
  );
});

describe('A strict schema', () => {
  const inner = (schema: unknown) => closed({ x: schema });
  const object = { type: 'object', properties: {}, required: [], additionalProperties: false };
  const levels = (count: number): Json =>
    count === 0 ? { type: 'string' } : inner(levels(count - 1));
  const many = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);

  it.each<{ title: string; schema: Json; problem: string }>([
    {
      title: 'is an object',
      schema: { type: 'array', items: { type: 'string' } },
      problem: `schema must be a JSON Schema of 'type: "object"', got 'type: "array"'.`,
    },
    {
      title: 'has a type',
      schema: {},
      problem: `schema must be a JSON Schema of 'type: "object"', got 'type: "None"'.`,
    },
    {
      title: 'is closed',
      schema: { type: 'object', properties: {}, required: [] },
      problem: "In context=(), 'additionalProperties' is required to be supplied and to be false.",
    },
    {
      title: 'is closed inside too',
      schema: inner({ anyOf: [{ type: 'null' }, { type: 'object', properties: {} }] }),
      problem:
        "In context=('properties', 'x', 'anyOf', '1'), 'additionalProperties' is required to be supplied and to be false.",
    },
    {
      title: 'requires every property',
      schema: { ...inner({ type: 'string' }), required: [] },
      problem:
        "In context=(), 'required' is required to be supplied and to be an array including every key in properties. Missing 'x'.",
    },
    {
      title: 'requires no other',
      schema: { ...object, required: ['y'] },
      problem:
        "In context=(), 'required' is required to be supplied and to be an array including every key in properties. Extra required key 'y' supplied.",
    },
    {
      title: 'has a type everywhere',
      schema: inner({ description: 'anything' }),
      problem: "In context=('properties', 'x'), schema must have a 'type' key.",
    },
    {
      title: 'has types that exist',
      schema: inner({ type: 'text' }),
      problem:
        "In context=('properties', 'x'), 'text' is not valid under any of the given schemas.",
    },
    {
      title: 'says what lists hold',
      schema: inner({ type: 'array' }),
      problem: "In context=('properties', 'x'), array schema missing items.",
    },
    {
      title: 'has no oneOf',
      schema: inner({ oneOf: [{ type: 'string' }] }),
      problem: "In context=('properties', 'x'), 'oneOf' is not permitted.",
    },
    {
      title: 'has no uniqueItems',
      schema: inner({ type: 'array', items: { type: 'string' }, uniqueItems: true }),
      problem: "In context=('properties', 'x'), 'uniqueItems' is not permitted.",
    },
    {
      title: 'has formats that are known',
      schema: { ...object, $defs: { a: { type: 'string', format: 'uri' } } },
      problem: "In context=('$defs', 'a'), 'uri' is not a valid format.",
    },
    {
      title: 'refers to what it defines',
      schema: inner({ $ref: '#/$defs/none' }),
      problem:
        "In context=('properties', 'x'), reference to component '#/$defs/none' which was not found in the schema.",
    },
    {
      title: 'has ten levels',
      schema: levels(13),
      problem: '13 levels of nesting exceeds limit of 10.',
    },
    {
      title: 'has five thousand properties',
      schema: closed(Object.fromEntries(many(5001).map((key) => [key, { type: 'string' }]))),
      problem:
        'Expected at most 5000 object properties total (across all objects) within a schema, but got 5001.',
    },
    {
      title: 'has a thousand members of enumerations',
      schema: inner({ type: 'string', enum: many(1001) }),
      problem:
        'Expected at most 1000 enum values in total within a schema when using structured outputs, but got 1001.',
    },
  ])('$title', async ({ schema, problem }) => {
    const { status, body } = await create(await sandbox(), { text: format(schema) });
    expect(body).toEqual({
      error: {
        message: `Invalid schema for response_format 'event': ${problem}`,
        type: 'invalid_request_error',
        param: 'text.format.schema',
        code: 'invalid_json_schema',
      },
    });
    expect(status).toBe(400);
  });

  it('may have all that the subset has', async () => {
    const schema = {
      ...closed({
        tree: { $ref: '#/$defs/node' },
        when: { type: 'string', format: 'date' },
        many: { type: 'array', items: { type: 'number', minimum: 0 }, minItems: 1, maxItems: 2 },
        maybe: { type: ['string', 'null'], description: 'If known.' },
        tag: { type: 'string', const: 'a' },
      }),
      $defs: { node: closed({ next: { anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] } }) },
    };
    const { status } = await create(await sandbox(), { text: format(schema) });
    expect(status).toBe(200);
  });

  it('that is nested without measure is refused, also where nothing has to be strict', async () => {
    const body = `{"model":"gpt-4o-mini","input":"hi","tools":[{"type":"function","name":"f","parameters":${deepJson(20_000)}}]}`;
    const answered = await (await sandbox()).fetch(sandboxRequest('/v1/responses', { body }));
    expect(answered.status).toBe(400);
    expect(await answered.json()).toMatchObject({ error: { code: 'invalid_function_parameters' } });
  });

  it.each([
    { title: 'a name', sent: { type: 'json_schema', schema: event }, param: 'text.format.name' },
    { title: 'a schema', sent: { type: 'json_schema', name: 'a' }, param: 'text.format.schema' },
    { title: 'a type', sent: { name: 'a' }, param: 'text.format.type' },
  ])('needs $title', async ({ sent, param }) => {
    const { body } = await create(await sandbox(), { text: { format: sent } });
    expect(body).toMatchObject({
      error: {
        message: `Missing required parameter: '${param}'.`,
        param,
        code: 'missing_required_parameter',
      },
    });
  });
});

/** An object schema with lists in lists; too deep for `JSON.stringify`. */
function deepJson(levels: number): string {
  const open = '{"type":"array","items":'.repeat(levels);
  return `{"type":"object","properties":{"x":${open}{"type":"string"}${'}'.repeat(levels)}}}`;
}
