import { exact, type Skill } from '../reply.ts';
import type { Choices, Draw } from '../sampling.ts';
import { gist, numberPattern, readNumber, stems } from '../words.ts';
import { type Collection, collections } from './collections.ts';

/** How many are listed of an open collection when no number is given. */
const USUAL_LENGTH = 5;

const listing =
  /^(?:please |can you |could you )*(?:list|name|enumerate|give me|tell me|what are|which are|write)\b/i;
/** "The largest planet", "fruits that begin with k": questions that a list does not answer. */
const choosy =
  /\b(?!(?:west|east|forest|rest|request)\w*\b)\w{3,}est\b|\bmost\b|\b(?:begin|start|end)/i;
const counted = new RegExp(`\\b(${numberPattern}|an?)\\b`, 'i');

const byName = collections
  .flatMap((collection) =>
    collection.names.map((name) => ({ name: ` ${stems(name).join(' ')} `, collection })),
  )
  .sort((a, b) => b.name.length - a.name.length);

/** "List three fruits", "What are the planets?" */
export const list: Skill = ({ question }, { form }, draw) => {
  const text = gist(question);
  if (!listing.test(text) || choosy.test(text)) return undefined;
  const words = ` ${stems(text).join(' ')} `;
  const collection = byName.find(({ name }) => words.includes(name))?.collection;
  if (!collection) return undefined;
  const items = choose(collection, lengthOf(text), draw);
  if (form === 'json' || /\bcommas?\b|\b(?:one|single) line\b/i.test(text))
    return exact(items.join(', '));
  const isNumbered = /\bnumbered\b|\bnumber them\b/i.test(text);
  return exact(items.map((item, at) => `${isNumbered ? `${at + 1}.` : '-'} ${item}`).join('\n'));
};

function lengthOf(text: string): number | undefined {
  const count = counted.exec(text)?.[1];
  if (count === undefined) return undefined;
  return /^an?$/i.test(count) ? 1 : Math.max(1, readNumber(count));
}

function choose(
  { items, isOrdered }: Collection,
  length: number | undefined,
  draw: Draw,
): readonly string[] {
  if (isOrdered) return items.slice(0, length);
  const chosen: string[] = [];
  let left = items;
  while (chosen.length < (length ?? USUAL_LENGTH) && isSome(left)) {
    const item = draw(left);
    chosen.push(item);
    left = left.filter((each) => each !== item);
  }
  return chosen;
}

const isSome = (items: readonly string[]): items is Choices => items.length > 0;
