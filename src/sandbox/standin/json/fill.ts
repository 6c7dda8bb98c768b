import { moodOf } from '../skills/sentiment.ts';
import { stems } from '../words.ts';
import { allowedNumber, allowsNumber, boundsOf } from './numbers.ts';
import type { PromptValues } from './prompt-values.ts';
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
import { sentenceDealer, valuesLeft, type Written, writeString } from './strings.ts';

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

export interface Filled {
  readonly value: Json;
  /** Names of the properties of the whole that had to be made up: what one would ask back. */
  readonly madeUp: readonly string[];
}

/**
 * Writes a value for a schema: with the values of the prompt where it has them, else with examples. Always ends,
 * also for schemas that contain themselves.
 */
export function fill(request: FillRequest): Filled {
  const filler = new Filler(request);
  const { value } = filler.write(request.schema, rootSlot(request.name), []);
  return { value, madeUp: filler.madeUp };
}

const unknown: Written<null> = { value: null, from: 'example' };

class Filler {
  readonly #root: Schema;
  readonly #values: PromptValues;
  readonly #random: () => number;
  readonly #nextSentence: () => string;
  readonly #heights: ReadonlyMap<Schema, number>;
  readonly madeUp: string[] = [];
  #written = 0;

  constructor({ schema, values, say, random }: FillRequest) {
    this.#root = schema;
    this.#values = values;
    this.#random = random;
    this.#nextSentence = sentenceDealer(say);
    this.#heights = heightsOf(schema);
  }

  /** @param path the schemas around this one, to notice one that comes back */
  write(schema: Schema, slot: Slot, path: readonly Schema[]): Written<Json> {
    this.#written += 1;
    if (this.#written > atMost || path.length > deepest) return unknown;
    const isCramped =
      this.#written > comfortable || path.filter((each) => each === schema).length >= recursions;
    const shapes = shapesOf(schema, this.#root);
    const chosen = isCramped ? this.#smallest(shapes) : this.#choose(shapes);
    if (chosen === undefined) return unknown;
    const written = this.#writeShape(chosen, slot, [...path, schema], isCramped);
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
    return childrenOf(shape).some(([, child]) => {
      const { const: only, enum: members } = child;
      const fixed =
        only ?? (Array.isArray(members) && members.length === 1 ? members[0] : undefined);
      return typeof fixed === 'string' && this.#values.mentions(wordsOf(fixed));
    });
  }

  #writeShape(
    shape: Shape,
    slot: Slot,
    path: readonly Schema[],
    isCramped: boolean,
  ): Written<Json> {
    const { type, schema } = shape;
    switch (type) {
      case 'object':
        return this.#object(shape, slot, path);
      case 'array':
        return this.#array(schema, slot, path, isCramped);
      case 'string': {
        const nextSentence = this.#nextSentence;
        return writeString(slot, schema, {
          values: this.#values,
          nextSentence,
          random: this.#random,
        });
      }
      case 'number':
      case 'integer':
        return this.#number(schema, slot, type === 'integer');
      case 'boolean':
        return {
          value: this.#isSaid(slot),
          from: this.#values.mentions(telling(slot)) ? 'prompt' : 'example',
        };
      case 'enum':
        return this.#member(schema, slot);
      case 'null':
        return { value: null, from: 'prompt' };
    }
  }

  #object(shape: Shape, slot: Slot, path: readonly Schema[]): Written<JsonObject> {
    const required = Array.isArray(shape.schema.required) ? shape.schema.required : [];
    const written = childrenOf(shape).map(([name, child]) => ({
      name,
      isRequired: required.includes(name),
      ...this.write(child, propertySlot(name, child, slot), path),
    }));
    if (path.length === 1) {
      const examples = written.filter((each) => each.from === 'example' && each.isRequired);
      const texts = examples.filter(({ value }) => typeof value === 'string');
      this.madeUp.push(...texts.map(({ name }) => name));
    }
    const kept = written.filter(({ from, isRequired }) => isRequired || from === 'prompt');
    return {
      value: Object.fromEntries(kept.map(({ name, value }) => [name, value])),
      from: written.find(({ from }) => from !== 'example')?.from ?? 'example',
    };
  }

  #array(
    { items, minItems, maxItems }: Schema,
    slot: Slot,
    path: readonly Schema[],
    isCramped: boolean,
  ): Written<readonly Json[]> {
    const item = asSchema(items);
    const itemSlot = { ...propertySlot(slot.name, item, slot), described: slot.described };
    const least = typeof minItems === 'number' ? minItems : 0;
    const most = typeof maxItems === 'number' ? maxItems : Number.POSITIVE_INFINITY;
    const found = Math.min(this.#valuesFor(item, itemSlot), longestList);
    const canEnd = (this.#heights.get(item) ?? 0) < Number.POSITIVE_INFINITY;
    const wanted = isCramped || !canEnd ? 0 : found || usualItems;
    const length = Math.min(Math.max(wanted, least), most);
    const value: Json[] = this.#namedMembers(item).slice(0, length);
    while (value.length < length && this.#written <= atMost) {
      value.push(this.write(item, itemSlot, path).value);
    }
    return { value, from: found > 0 ? 'prompt' : 'example' };
  }

  /** How many items of a list the prompt has values for. */
  #valuesFor(item: Schema, slot: Slot): number {
    const shape = this.#choose(shapesOf(item, this.#root));
    if (shape?.type === 'string') return valuesLeft(slot, shape.schema, this.#values);
    if (shape?.type === 'enum') return this.#namedMembers(item).length;
    if (shape?.type !== 'object') return 0;
    const counts = childrenOf(shape).map(([name, child]) =>
      child.type === 'string' && child.enum === undefined
        ? valuesLeft(propertySlot(name, child, slot), child, this.#values)
        : 0,
    );
    return Math.max(0, ...counts);
  }

  #namedMembers(schema: Schema): Json[] {
    const shape = this.#choose(shapesOf(schema, this.#root));
    return shape?.type === 'enum' ? this.#named(shape.schema) : [];
  }

  #number(schema: Schema, slot: Slot, isInteger: boolean): Written<number> {
    const isAllowed = (value: number) => allowsNumber(value, schema, isInteger);
    const labelled = Number.parseFloat(this.#values.labelled(slot)?.replace(/^[$€£] ?/, '') ?? '');
    const said = isAllowed(labelled) ? labelled : this.#values.number(slot, isAllowed);
    if (said !== undefined) return { value: said, from: 'prompt' };
    const plain = this.#values.plainNumber(isAllowed);
    if (plain !== undefined) return { value: plain, from: 'prompt' };
    return {
      value: allowedNumber(this.#usualNumber(schema, isInteger), schema, isInteger),
      from: 'example',
    };
  }

  /** Any number between two bounds, the one bound there is, else a small one. */
  #usualNumber(schema: Schema, isInteger: boolean): number {
    const { least, most } = boundsOf(schema, isInteger);
    const random = this.#random();
    if (Number.isFinite(least) && Number.isFinite(most)) {
      return Number((least + random * (most - least)).toFixed(2));
    }
    if (Number.isFinite(least)) return least;
    return Number.isFinite(most) ? most : 1 + Math.floor(random * 10);
  }

  /** Whether the prompt says what a yes-or-no slot asks, and does not deny it. */
  #isSaid(slot: Slot): boolean {
    const words = telling(slot);
    return (
      this.#values.mentions(words) &&
      !new RegExp(
        `\\b(?:not|no|never|without|isn't|n't)\\s+(?:\\w+\\s+)?${words.join('\\s+')}`,
        'i',
      ).test(this.#values.text)
    );
  }

  #member({ const: only, enum: members }: Schema, slot: Slot): Written<Json> {
    if (only !== undefined) return { value: only as Json, from: 'prompt' };
    const all = members as readonly Json[];
    const labelled = this.#values.labelled(slot)?.toLowerCase();
    const said =
      all.find((member) => String(member).toLowerCase() === labelled) ??
      this.#named({ enum: all })[0] ??
      moodAmong(all, this.#values.text);
    if (said !== undefined) return { value: said, from: 'prompt' };
    return { value: all[0] ?? null, from: 'example' };
  }

  /** The members of an enumeration that the prompt names. */
  #named({ enum: members }: Schema): Json[] {
    if (!Array.isArray(members)) return [];
    return members.filter(
      (member) => typeof member === 'string' && this.#values.mentions(wordsOf(member)),
    );
  }
}

/** The words of a yes-or-no slot that say something: `is_urgent` asks for "urgent". */
function telling({ words }: Slot): readonly string[] {
  return words.filter((word) => !asking.includes(word));
}
const asking = stems('is are has have should can will was needs need requires wants a the');

/** Among labels such as positive, negative and neutral: the one that the words of the text call for. */
function moodAmong(members: readonly Json[], text: string): Json | undefined {
  const labelled = (label: string) =>
    members.find((member) => String(member).toLowerCase() === label);
  const [positive, negative] = [labelled('positive'), labelled('negative')];
  if (positive === undefined || negative === undefined) return undefined;
  const mood = moodOf(text);
  return mood > 0 ? positive : mood < 0 ? negative : (labelled('neutral') ?? labelled('mixed'));
}
