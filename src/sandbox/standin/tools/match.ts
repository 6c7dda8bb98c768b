import { findAll } from '../json/kinds.ts';
import { asSchema } from '../json/schema.ts';
import { wordsOf } from '../json/slot.ts';
import { stems } from '../words.ts';
import type { FunctionSpec } from './function.ts';

/** Words that many functions have in their names: alone they ask for none of them. */
const generic = new Set(
  stems('get set create make find fetch show do run call tool function api lookup look up a the'),
);
/** Words of descriptions that say nothing of what a function is about. */
const filler = new Set(
  stems(
    'the a an and or of for to in on with from by given this that is are it its be use used get gets returns return what which current information data user user when',
  ),
);

/** Words that mean a thing under another name: whoever asks for an umbrella wants the weather. */
const related = [
  'weather forecast temperature rain raining umbrella sunny snow degrees',
  'price cost quote much',
  'calculate calculator compute evaluate math arithmetic sum add plus',
  'multiply times product',
  'email mail',
  'time clock',
  'search find google',
  'order delivery package shipment parcel',
  'book booking reserve reservation',
  'remind reminder',
  'convert conversion',
].map(stems);

/** The words of a text that functions are found by, related ones and the signs of sums included. */
export function askedFor(text: string): ReadonlySet<string> {
  const words = new Set(stems(text));
  if (findAll('sum', text).length > 0) words.add('calculat').add('add');
  const meant = related.filter((group) => group.some((word) => words.has(word)));
  return new Set([...words, ...meant.flat()]);
}

/** How well a function fits the words of a text; 0 when it does not. */
export function relevance(
  { name, description, parameters }: FunctionSpec,
  asked: ReadonlySet<string>,
): number {
  const hits = (words: readonly string[]) => new Set(words.filter((word) => asked.has(word))).size;
  const named = wordsOf(name);
  const byName = hits(named.filter((word) => !generic.has(word)));
  const byDescription = hits(
    stems(description ?? '').filter((word) => !filler.has(word) && !generic.has(word)),
  );
  if (byName === 0 && byDescription < 2) return 0;
  const byParameters = hits(Object.keys(asSchema(parameters?.properties)).flatMap(wordsOf));
  return 3 * byName + hits(named) + byDescription + byParameters;
}
