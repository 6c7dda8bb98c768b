import { PatternTester } from './pattern-tester.ts';
import type { PromptValues } from './prompt-values.ts';
import { namedMembers, writeBoolean, writeMember, writeNumber } from './scalars.ts';
import {
  asSchema,
  childrenOf,
  heightOf,
  heightsOf,
  type Json,
  type JsonObject,
  type Schema,
  type Shape,
  shapesOf,
} from './schema.ts';
import { propertySlot, rootSlot, type Slot, wordsOf } from './slot.ts';
import type { Source, Written } from './source.ts';
import { sentenceDealer, valuesLeft, writeString } from './strings.ts';

export interface FillRequest {
  /** Any JSON schema. What comes out is valid for all that OpenAI's strict subset has. */
  readonly schema: Schema;
  /** What the schema, or the function with these parameters, is called. */
  readonly name: string;
  /** Where values are looked for; a text, or what another fill has left of it. */
  readonly values: PromptValues;
  /** What the stand-in has to say about it, for slots of free text; called when one is met. */
  readonly say: () => string;
  /** Uniform in [0, 1): the same numbers give the same value. */
  readonly random: () => number;
}

export interface Filled {
  readonly value: Json;
  /** Required properties of the whole that are texts and had to be made up: what one would ask back. */
  readonly madeUp: readonly string[];
}

/** A schema inside itself is followed this often. */
const recursions = 2;
/** Deeper there is only null: a schema without an end is cut here. */
const deepest = 100;
/** Beyond so many values only the smallest are written, beyond the second number null. */
const comfortable = 500;
const atMost = 20_000;
/** Lists that the prompt says nothing about have this many items; the longest that a prompt can fill. */
const usualItems = 2;
const longestList = 12;

/**
 * Writes a value for a schema: with the values of the prompt where it has them, else with examples. Always ends,
 * also for schemas that contain themselves.
 */
export function fill({ schema, name, values, say, random }: FillRequest): Filled {
  const nextSentence = sentenceDealer(say);
  const patterns = new PatternTester();
  const filler = new Filler(schema, { values, nextSentence, patterns, random });
  const { value } = filler.write(schema, { slot: rootSlot(name), path: [] });
  return { value, madeUp: filler.madeUp };
}

/** Where a value stands. */
interface Place {
  readonly slot: Slot;
  /** The schemas around it, to notice one that comes back. */
  readonly path: readonly Schema[];
}

const unknown: Written<null> = { value: null, from: 'example' };

class Filler {
  readonly #root: Schema;
  readonly #source: Source;
  readonly #heights: ReadonlyMap<Schema, number>;
  readonly madeUp: string[] = [];
  #written = 0;

  constructor(root: Schema, source: Source) {
    this.#root = root;
    this.#source = source;
    this.#heights = heightsOf(root);
  }

  write(schema: Schema, { slot, path }: Place): Written<Json> {
    this.#written += 1;
    if (this.#written > atMost || path.length > deepest) return unknown;
    const isCramped =
      this.#written > comfortable || path.filter((each) => each === schema).length >= recursions;
    const shapes = shapesOf(schema, this.#root);
    const chosen = isCramped ? this.#smallest(shapes) : this.#choose(shapes);
    if (chosen === undefined) return unknown;
    const written = this.#writeShape(chosen, { slot, path: [...path, schema] }, isCramped);
    // What may be null and was only made up is better left out.
    const isNullable = chosen.type !== 'null' && shapes.some(({ type }) => type === 'null');
    return isNullable && written.from === 'example' ? unknown : written;
  }

  #smallest(shapes: readonly Shape[]): Shape | undefined {
    const height = (shape: Shape) => heightOf(shape, this.#heights);
    return shapes.toSorted((a, b) => height(a) - height(b))[0];
  }

  /** The form of a union whose fixed values the prompt names, else the first that is not null and can end. */
  #choose(shapes: readonly Shape[]): Shape | undefined {
    const possible = shapes.filter(
      (shape) => shape.type !== 'null' && heightOf(shape, this.#heights) < Number.POSITIVE_INFINITY,
    );
    return possible.find((shape) => this.#isNamed(shape)) ?? possible[0] ?? shapes[0];
  }

  #isNamed(shape: Shape): boolean {
    return childrenOf(shape).some(([, { const: only, enum: members }]) => {
      const isSingle = Array.isArray(members) && members.length === 1;
      const fixed: unknown = only ?? (isSingle ? members[0] : undefined);
      return typeof fixed === 'string' && this.#source.values.mentions(wordsOf(fixed));
    });
  }

  #writeShape(shape: Shape, place: Place, isCramped: boolean): Written<Json> {
    const { type, schema } = shape;
    const { slot } = place;
    switch (type) {
      case 'object':
        return this.#object(shape, place);
      case 'array':
        return this.#array(schema, place, isCramped);
      case 'string':
        return writeString(slot, schema, this.#source);
      case 'number':
      case 'integer':
        return writeNumber(slot, schema, type === 'integer', this.#source);
      case 'boolean':
        return writeBoolean(slot, this.#source);
      case 'enum':
        return writeMember(slot, schema, this.#source);
      case 'null':
        return { value: null, from: 'prompt' };
    }
  }

  /** Properties that are not required are left out unless the prompt gives them. */
  #object(shape: Shape, { slot, path }: Place): Written<JsonObject> {
    const required = Array.isArray(shape.schema.required) ? shape.schema.required : [];
    const written = childrenOf(shape).map(([name, child]) => ({
      name,
      isText: child.type === 'string' && child.enum === undefined,
      isRequired: required.includes(name),
      ...this.write(child, { slot: propertySlot(name, child, slot), path }),
    }));
    if (path.length === 1) {
      const examples = written.filter(({ from, isText }) => from === 'example' && isText);
      const asked = examples.filter(({ isRequired }) => isRequired);
      this.madeUp.push(...asked.map(({ name }) => name));
    }
    const kept = written.filter(({ from, isRequired }) => isRequired || from === 'prompt');
    return {
      value: Object.fromEntries(kept.map(({ name, value }) => [name, value])),
      from: written.find(({ from }) => from !== 'example')?.from ?? 'example',
    };
  }

  #array(schema: Schema, { slot, path }: Place, isCramped: boolean): Written<readonly Json[]> {
    const item = asSchema(schema.items);
    const itemSlot = { ...propertySlot(slot.name, item, slot), described: slot.described };
    const least = typeof schema.minItems === 'number' ? schema.minItems : 0;
    const most = typeof schema.maxItems === 'number' ? schema.maxItems : Number.POSITIVE_INFINITY;
    const named = this.#namedItems(item);
    const found = named.length || Math.min(this.#valuesFor(item, itemSlot), longestList);
    const canEnd = (this.#heights.get(item) ?? 0) < Number.POSITIVE_INFINITY;
    const wanted = isCramped || !canEnd ? 0 : found || usualItems;
    const length = Math.min(Math.max(wanted, least), most);
    const value = named.slice(0, length);
    while (value.length < length && this.#written <= atMost) {
      value.push(this.write(item, { slot: itemSlot, path }).value);
    }
    return { value, from: found > 0 ? 'prompt' : 'example' };
  }

  /** The members of an enumeration that the prompt names, where a list is one of such members. */
  #namedItems(item: Schema): Json[] {
    const shape = this.#choose(shapesOf(item, this.#root));
    return shape?.type === 'enum' ? namedMembers(shape.schema, this.#source.values) : [];
  }

  /** How many items of a list the prompt has values for. */
  #valuesFor(item: Schema, slot: Slot): number {
    const { values } = this.#source;
    const shape = this.#choose(shapesOf(item, this.#root));
    if (shape?.type === 'string') return valuesLeft(slot, shape.schema, values);
    if (shape?.type !== 'object') return 0;
    const texts = childrenOf(shape).filter(
      ([, { type, enum: members }]) => type === 'string' && members === undefined,
    );
    const counts = texts.map(([name, child]) =>
      valuesLeft(propertySlot(name, child, slot), child, values),
    );
    return Math.max(0, ...counts);
  }
}
