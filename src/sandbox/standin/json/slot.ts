import { stems } from '../words.ts';
import type { Schema } from './schema.ts';

/** A place in a value that waits to be filled, and the words that say what belongs there. */
export interface Slot {
  /** As the schema writes it: `departure_city`; empty for a whole value. */
  readonly name: string;
  /** The words of its name and title. */
  readonly words: readonly string[];
  /** The words of its description. */
  readonly described: readonly string[];
  /** The words of what it is a part of. */
  readonly around: readonly string[];
}

/** The slot for a whole value of a schema, such as the arguments of a function with this name. */
export function rootSlot(name: string): Slot {
  return { name: '', words: wordsOf(name), described: [], around: [] };
}

/** Words of what is near; those further out say little. */
const wordsAround = 12;

/** The slot of a property. */
export function propertySlot(name: string, schema: Schema, parent: Slot): Slot {
  const { title, description } = schema;
  return {
    name,
    words: [...wordsOf(name), ...(typeof title === 'string' ? wordsOf(title) : [])],
    described: typeof description === 'string' ? wordsOf(description) : [],
    around: [...parent.words, ...parent.around].slice(0, wordsAround),
  };
}

/** The words of a name in any spelling: `getWeather`, `get_weather` and `Get weather` are the same. */
export function wordsOf(name: string): string[] {
  return stems(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' '));
}
