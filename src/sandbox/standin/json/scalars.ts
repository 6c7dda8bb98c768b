import { moodOf } from '../skills/sentiment.ts';
import { stems } from '../words.ts';
import { allowedNumber, allowsNumber, boundsOf } from './numbers.ts';
import type { PromptValues } from './prompt-values.ts';
import type { Json, Schema } from './schema.ts';
import { type Slot, wordsOf } from './slot.ts';
import type { Source, Written } from './source.ts';

/** A number for a slot: the one that the prompt gives for it, else one that nothing else claims, else an example. */
export function writeNumber(
  slot: Slot,
  schema: Schema,
  isInteger: boolean,
  { values, random }: Source,
): Written<number> {
  const isAllowed = (value: number) => allowsNumber(value, schema, isInteger);
  const labelled = Number.parseFloat(values.labelled(slot)?.replace(/^[$€£] ?/, '') ?? '');
  const said = isAllowed(labelled) ? labelled : values.number(slot, isAllowed);
  const value = said ?? values.plainNumber(isAllowed);
  if (value !== undefined) return { value, from: 'prompt' };
  const usual = usualNumber(schema, isInteger, random());
  return { value: allowedNumber(usual, schema, isInteger), from: 'example' };
}

/** Any number between two bounds, the one bound there is, else a small one. */
function usualNumber(schema: Schema, isInteger: boolean, random: number): number {
  const { least, most } = boundsOf(schema, isInteger);
  if (Number.isFinite(least) && Number.isFinite(most)) {
    return Number((least + random * (most - least)).toFixed(2));
  }
  if (Number.isFinite(least)) return least;
  return Number.isFinite(most) ? most : 1 + Math.floor(random * 10);
}

/** Whether the prompt says what a yes-or-no slot asks, and does not deny it: `is_urgent` asks for "urgent". */
export function writeBoolean({ words }: Slot, { values }: Source): Written<boolean> {
  const telling = words.filter((word) => !asking.includes(word));
  if (!values.mentions(telling)) return { value: false, from: 'example' };
  return { value: !denies(values.text, telling), from: 'prompt' };
}

const asking = stems('is are has have should can will was needs need requires wants a the');

/** @param words of letters and digits only, as `stems` gives them */
function denies(text: string, words: readonly string[]): boolean {
  const denial = `\\b(?:not|no|never|without|isn't|n't)\\s+(?:\\w+\\s+)?${words.join('\\s+')}`;
  return new RegExp(denial, 'i').test(text);
}

/** One of the values that the schema lists: the one that the prompt names or calls for, else the first. */
export function writeMember(slot: Slot, schema: Schema, { values }: Source): Written<Json> {
  if (schema.const !== undefined) return { value: schema.const as Json, from: 'prompt' };
  const members = schema.enum as readonly Json[];
  const labelled = values.labelled(slot)?.toLowerCase();
  const said =
    members.find((member) => String(member).toLowerCase() === labelled) ??
    namedMembers(schema, values)[0] ??
    moodAmong(members, values.text);
  if (said !== undefined) return { value: said, from: 'prompt' };
  return { value: members[0] ?? null, from: 'example' };
}

/** The listed values that the prompt names. */
export function namedMembers({ enum: members }: Schema, values: PromptValues): Json[] {
  if (!Array.isArray(members)) return [];
  return members.filter((member) => typeof member === 'string' && values.mentions(wordsOf(member)));
}

/** Among labels such as positive, negative and neutral: the one that the words of the text call for. */
function moodAmong(members: readonly Json[], text: string): Json | undefined {
  const labelled = (label: string) =>
    members.find((member) => String(member).toLowerCase() === label);
  const [positive, negative] = [labelled('positive'), labelled('negative')];
  if (positive === undefined || negative === undefined) return undefined;
  const mood = moodOf(text);
  return mood > 0 ? positive : mood < 0 ? negative : (labelled('neutral') ?? labelled('mixed'));
}
