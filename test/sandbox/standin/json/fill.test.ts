import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill } from '../../../../src/sandbox/standin/json/fill.ts';
import { PromptValues } from '../../../../src/sandbox/standin/json/prompt-values.ts';
import type { Json } from '../../../../src/sandbox/standin/json/schema.ts';
import { seeded } from '../ask.ts';
import { anySchema } from './any-schema.ts';

type Properties = Record<string, unknown>;

const string = { type: 'string' };
const number = { type: 'number' };
const integer = { type: 'integer' };
const listOf = (items: unknown) => ({ type: 'array', items });
const nullable = (schema: unknown) => ({ anyOf: [schema, { type: 'null' }] });
const objectOf = (properties: Properties) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

function filled(
  text: string,
  schema: Record<string, unknown>,
  { name = 'answer', say = 'One thing. Another thing.', seed = 1 } = {},
): Json {
  const values = new PromptValues(text);
  return fill({ schema, name, values, say: () => say, random: seeded(seed) }).value;
}

describe('A value for a schema', () => {
  it('is valid, whatever the strict schema and the prompt', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: true });
    addFormats.default(ajv);
    fc.assert(
      fc.property(anySchema, fc.string({ maxLength: 200 }), fc.nat(), (schema, text, seed) => {
        const isValid = ajv.compile(schema);
        const value = filled(text, schema, { seed });
        if (!isValid(value)) {
          throw new Error(`${ajv.errorsText(isValid.errors)}: ${JSON.stringify(value)}`);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for the same prompt and the same randomness', () => {
    fc.assert(
      fc.property(anySchema, fc.string(), fc.nat(), (schema, text, seed) => {
        expect(filled(text, schema, { seed })).toEqual(filled(text, schema, { seed }));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    {
      name: 'calendar_event',
      text: 'Alice and Bob are going to a science fair on Friday.',
      schema: objectOf({ name: string, date: string, participants: listOf(string) }),
      expected: { name: 'science fair', date: 'Friday', participants: ['Alice', 'Bob'] },
    },
    {
      name: 'person',
      text: 'John is 25 years old and lives in Berlin.',
      schema: objectOf({ name: string, age: integer, city: string, email: nullable(string) }),
      expected: { name: 'John', age: 25, city: 'Berlin', email: null },
    },
    {
      name: 'people',
      text: 'Ann (34 years old) and Ben (41 years old) from Oslo: ann@x.org, ben@y.org',
      schema: objectOf({
        people: listOf(objectOf({ name: string, age: integer, email: string, city: string })),
      }),
      expected: {
        people: [
          { name: 'Ann', age: 34, email: 'ann@x.org', city: 'Oslo' },
          { name: 'Ben', age: 41, email: 'ben@y.org', city: 'Oslo' },
        ],
      },
    },
    {
      name: 'order',
      text: 'John bought 3 apples and 2 pears for $12.50',
      schema: objectOf({
        items: listOf(objectOf({ product: string, quantity: integer })),
        total: number,
      }),
      expected: {
        items: [
          { product: 'apples', quantity: 3 },
          { product: 'pears', quantity: 2 },
        ],
        total: 12.5,
      },
    },
    {
      name: 'reservation',
      text: 'Book a table for 4 people at 7pm on May 3, 2026 under the name Ada Byron, phone +1 555 123 4567.',
      schema: objectOf({
        party_size: integer,
        time: string,
        date: { type: 'string', format: 'date' },
        name: string,
        phone: string,
      }),
      expected: {
        party_size: 4,
        time: '7pm',
        date: '2026-05-03',
        name: 'Ada Byron',
        phone: '+1 555 123 4567',
      },
    },
    {
      name: 'ticket',
      text: 'The app crashes when I pay. This is urgent, but not a bug of the web shop! Order ORD-1234.',
      schema: objectOf({
        order_id: { type: 'string', pattern: '^ORD-\\d{4}$' },
        priority: { type: 'string', enum: ['low', 'urgent'] },
        is_urgent: { type: 'boolean' },
        is_refund: { type: 'boolean' },
        areas: listOf({ type: 'string', enum: ['app', 'web', 'phone'] }),
      }),
      expected: {
        order_id: 'ORD-1234',
        priority: 'urgent',
        is_urgent: true,
        is_refund: false,
        areas: ['app', 'web'],
      },
    },
    {
      name: 'product_review',
      text: 'The headphones are great and I love the sound. 4 out of 5 stars, $79.99.',
      schema: objectOf({
        sentiment: { type: 'string', enum: ['positive', 'negative', 'mixed'] },
        rating: number,
        price: number,
      }),
      expected: { sentiment: 'positive', rating: 4, price: 79.99 },
    },
    {
      name: 'profile',
      text: 'first name: Grace\nage = 85\nrole: admin',
      schema: objectOf({
        first_name: string,
        age: integer,
        role: { type: 'string', enum: ['user', 'admin'] },
      }),
      expected: { first_name: 'Grace', age: 85, role: 'admin' },
    },
  ])('has what the prompt says: $name', ({ name, text, schema, expected }) => {
    expect(filled(text, schema, { name })).toEqual(expected);
  });

  it('deals out what there is to say where a text is asked for', () => {
    const schema = objectOf({ summary: string, steps: listOf(string) });
    expect(filled('Explain it.', schema)).toEqual({
      summary: 'One thing.',
      steps: ['Another thing.', 'Another thing.'],
    });
  });

  it('is null where it may be and the prompt says nothing', () => {
    const schema = objectOf({ age: { type: ['integer', 'null'] }, phone: nullable(string) });
    expect(filled('hello', schema)).toEqual({ age: null, phone: null });
  });

  it('takes the branch of a union whose tag the prompt names', () => {
    const branch = (kind: string) => objectOf({ kind: { type: 'string', const: kind } });
    const schema = objectOf({ pet: { anyOf: [branch('cat'), branch('dog')] } });
    expect(filled('My dog is old.', schema)).toEqual({ pet: { kind: 'dog' } });
    expect(filled('My pet is old.', schema)).toEqual({ pet: { kind: 'cat' } });
  });

  it('ends for schemas that contain themselves, and for those that have no end', () => {
    const node = objectOf({ value: string, children: listOf({ $ref: '#' }) });
    expect(JSON.stringify(filled('a tree', node)).length).toBeLessThan(2000);
    const endless = objectOf({ again: { $ref: '#' } });
    expect(filled('for ever', endless)).toBeDefined();
    expect(filled('in a circle', { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } })).toBe(
      null,
    );
  });

  it('ends for schemas that double at every level', () => {
    const levels = Array.from({ length: 40 }, (_, level): [string, unknown] => {
      const next = { $ref: `#/$defs/level${level + 1}` };
      return [`level${level}`, objectOf({ left: next, right: next })];
    });
    const $defs = Object.fromEntries([...levels, ['level40', string]]);
    expect(filled('many', { $ref: '#/$defs/level0', $defs })).toBeDefined();
  });

  it('does not wait for a pattern that takes for ever', () => {
    const schema = objectOf({ code: { type: 'string', pattern: '^(\\d+)+x$' } });
    expect(filled(`number ${'1'.repeat(60)}`, schema)).toMatchObject({ code: expect.any(String) });
  });

  it('is some value also for what is no schema at all', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'type',
            'items',
            'properties',
            'anyOf',
            'enum',
            '$ref',
            'allOf',
            'pattern',
            'minItems',
          ),
          fc.anything(),
        ),
        (schema) => {
          expect(filled('hello', schema)).toBeDefined();
        },
      ),
    );
  });
});
