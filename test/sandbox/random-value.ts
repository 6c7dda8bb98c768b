import type { AnySchemaObject } from 'ajv/dist/2020.js';
import type { Random } from '../../src/sandbox/random.ts';
import type { Json } from './sandbox-under-test.ts';
import type { Specification } from './specification.ts';

/** Where a schema says "a string", these are taken for something, and so get further. */
const plausible: Readonly<Record<string, readonly unknown[]>> = {
  model: ['gpt-4o-mini', 'gpt-6-luna', 'gpt-5.5', 'text-embedding-3-small'],
  input: ['What is an API?'],
};

const strings = [
  '',
  'hello',
  'Ünï ✓ 👍',
  '\u0000\u001b[31m',
  '\ud800',
  '../..',
  '__proto__',
  ' '.repeat(999),
];
const anything = [null, true, false, 0, -1, 0.5, 1e308, [], {}, [null], { type: 'x' }, ...strings];

/** One value in so many is not what it should be: some requests are all wrong, some all right. */
const mistakeEvery = [10, 100, 1000];
/** One of so many optional parameters is given. */
const givenEvery = [2, 8, 32];
/** Levels below which lists are empty and nothing optional is given. */
const deepest = 6;

/** Draws values by JSON schemas: mostly right ones, some with a mistake. */
export class RandomValues {
  readonly #random: Random;
  readonly #specification: Specification;
  readonly #mistakeEvery: number;
  readonly #givenEvery: number;

  /** @param specification resolves references */
  constructor(random: Random, specification: Specification, { mistakes } = { mistakes: true }) {
    this.#random = random;
    this.#specification = specification;
    this.#mistakeEvery = mistakes ? this.#oneOf(mistakeEvery) : Number.POSITIVE_INFINITY;
    this.#givenEvery = this.#oneOf(givenEvery);
  }

  of(schema: AnySchemaObject, depth = 0): unknown {
    if (depth > 2 * deepest || this.#isOneIn(this.#mistakeEvery)) return this.#oneOf(anything);
    const resolved = this.#specification.resolved(schema);
    const { allOf } = resolved;
    if (allOf)
      return Object.assign({}, ...allOf.map((part: AnySchemaObject) => this.of(part, depth)));
    const alternatives: AnySchemaObject[] | undefined = resolved.anyOf ?? resolved.oneOf;
    if (alternatives) return this.of(this.#oneOf(alternatives), depth + 1);
    if (resolved.enum) return this.#oneOf(resolved.enum);
    return this.#ofType(resolved, depth);
  }

  #ofType(schema: AnySchemaObject, depth: number): unknown {
    switch (Array.isArray(schema.type) ? this.#oneOf(schema.type) : schema.type) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#list(schema.items ?? {}, depth);
      case 'string':
        return this.#oneOf(strings);
      case 'integer':
        return Math.floor(this.#number(schema));
      case 'number':
        return this.#number(schema);
      case 'boolean':
        return this.#isOneIn(2);
      case 'null':
        return null;
      default:
        return this.#oneOf(anything);
    }
  }

  #object(
    { properties = {}, required = [], additionalProperties }: AnySchemaObject,
    depth: number,
  ): Json {
    const given = Object.entries<AnySchemaObject>(properties).filter(([name]) =>
      required.includes(name) || (depth === 0 && name in plausible)
        ? !this.#isOneIn(this.#mistakeEvery)
        : depth < deepest && this.#isOneIn(this.#givenEvery),
    );
    const entries = given.map(([name, schema]) => [name, this.#named(name, schema, depth)]);
    const more = typeof additionalProperties === 'object' && depth < deepest && this.#isOneIn(2);
    if (more) entries.push([this.#oneOf(strings), this.of(additionalProperties, depth + 1)]);
    return Object.fromEntries(entries);
  }

  #named(name: string, schema: AnySchemaObject, depth: number): unknown {
    const values = depth === 0 ? plausible[name] : undefined;
    return values && !this.#isOneIn(5) ? this.#oneOf(values) : this.of(schema, depth + 1);
  }

  #list(items: AnySchemaObject, depth: number): unknown[] {
    const length = depth < deepest ? this.#below(4) : 0;
    return Array.from({ length }, () => this.of(items, depth + 1));
  }

  #oneOf<Value>(values: readonly Value[]): Value {
    // A schema has at least one alternative.
    return values[this.#below(values.length)] as Value;
  }

  #number({ minimum = -9, maximum = 99 }: AnySchemaObject): number {
    return minimum + this.#random() * (maximum - minimum);
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #isOneIn(count: number): boolean {
    return this.#below(count) === 0;
  }
}
