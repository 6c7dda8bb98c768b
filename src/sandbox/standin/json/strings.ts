import { sentencesOf } from '../words.ts';
import { type FreeText, findAll, freeTexts, type Kind, kindOf } from './kinds.ts';
import { exampleOf, examples, isoDate } from './made-up.ts';
import type { PromptValues } from './prompt-values.ts';
import type { Schema } from './schema.ts';
import type { Slot } from './slot.ts';
import type { Source, Written } from './source.ts';
import { textAfter } from './text-after.ts';

/** Formats whose values are looked for in the prompt, and what they are there. */
const formatKinds: Readonly<Record<string, Kind>> = { email: 'email', uri: 'link', date: 'date' };

/** How often a pattern is tried anew when what was made does not fit it. */
const attempts = 20;

/** A string for a slot: what the prompt says, else a text or an example that the schema takes. */
export function writeString(slot: Slot, schema: Schema, source: Source): Written<string> {
  const taken = taking(slot, schema, source);
  if (taken !== undefined && allows(schema, taken, source)) return { value: taken, from: 'prompt' };
  const { format, pattern } = schema;
  if (format === undefined && pattern === undefined && isFree(kindOf(slot))) {
    return { value: ofLength(source.nextSentence(), schema), from: 'said' };
  }
  return { value: inventing(slot, schema, source), from: 'example' };
}

/** How many values for this slot the prompt has; 0 where that cannot be said. */
export function valuesLeft(slot: Slot, schema: Schema, values: PromptValues): number {
  const kind = kindAsked(slot, schema);
  return kind === undefined ? 0 : values.left(kind);
}

function kindAsked(slot: Slot, { format, pattern }: Schema): Kind | undefined {
  if (typeof format === 'string') return formatKinds[format];
  return pattern === undefined ? kindOf(slot) : undefined;
}

function taking(slot: Slot, schema: Schema, source: Source): string | undefined {
  const { values } = source;
  const kind = kindAsked(slot, schema);
  const labelled = values.labelled(slot);
  const found = labelled ?? (kind && nextOf(kind, values)) ?? fitting(schema, source);
  return found !== undefined && schema.format === 'date' ? isoDate(found) : found;
}

/** What has no name of its own may bear somebody's. */
function nextOf(kind: Kind, values: PromptValues): string | undefined {
  return values.next(kind) ?? (kind === 'thing' ? values.next('name') : undefined);
}

/** The first word of the text that fits the pattern: an order number, a postcode. */
function fitting({ pattern }: Schema, { values, patterns }: Source): string | undefined {
  if (typeof pattern !== 'string' || !/[\^$]/.test(pattern)) return undefined;
  const words = values.text
    .split(/[.!?]?(?:[\s,;:"()]+|$)/)
    .filter((word) => /\d/.test(word) && word.length < 65);
  return words.slice(0, 50).find((word) => patterns.fits(pattern, word));
}

function inventing(slot: Slot, schema: Schema, source: Source): string {
  const { random } = source;
  const example = exampleOf(schema.format, random) ?? exampleFor(slot, random);
  if (typeof schema.pattern !== 'string' || allows(schema, example, source)) {
    return ofLength(example, schema);
  }
  let made = '';
  // More repetitions each time: a look-around may ask for a length that the generator does not see.
  for (let attempt = 0; attempt < attempts && !allows(schema, made, source); attempt += 1) {
    made = textAfter(schema.pattern, random, attempt + 1);
  }
  return made;
}

function exampleFor(slot: Slot, random: () => number): string {
  const kind = kindOf(slot);
  const known = isFree(kind) ? examples.thing : examples[kind];
  return known[Math.floor(random() * known.length)] ?? known[0];
}

function isFree(kind: Kind): kind is FreeText {
  return freeTexts.some((free) => free === kind);
}

function allows(schema: Schema, value: string, { patterns }: Source): boolean {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const length = [...value].length;
  if (length < Number(minLength) || length > Number(maxLength)) return false;
  if (typeof format === 'string' && !isInFormat(format, value)) return false;
  return typeof pattern !== 'string' || patterns.fits(pattern, value);
}

/** Formats other than these have no value in prompts: what is made for them is right already. */
function isInFormat(format: string, value: string): boolean {
  const kind = formatKinds[format];
  return kind === undefined || findAll(kind, value)[0] === value;
}

/** The text, cut or lengthened to what the schema takes. */
function ofLength(text: string, { minLength, maxLength }: Schema): string {
  const letters = [...text];
  const most = typeof maxLength === 'number' ? maxLength : letters.length;
  const least = Math.min(typeof minLength === 'number' ? minLength : 0, 10_000);
  return letters.slice(0, most).join('').padEnd(least, '.');
}

/** Deals out the sentences of a text; the last one as often as it is asked for. */
export function sentenceDealer(text: () => string): () => string {
  let sentences: string[] | undefined;
  let dealt = 0;
  return () => {
    sentences ??= sentencesOf(text());
    const sentence = sentences[Math.min(dealt, sentences.length - 1)] ?? '';
    dealt += 1;
    return sentence;
  };
}
