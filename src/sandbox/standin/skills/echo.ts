import { sentence } from '../pattern.ts';
import { exact, type Skill, said } from '../reply.ts';
import { unquoted } from './material.ts';

const polite = '^(?:(?:please|can you|could you|just)[ ,]+){0,3}';
const only = '(?:exactly|only|just|precisely|nothing but|the(?: single| exact)? words?|the phrase)';

/** Requests to repeat what follows, letter for letter. */
const repeats: readonly RegExp[] = [
  new RegExp(
    String.raw`${polite}repeat(?: after me| the following| this| exactly){0,4}\s*[:,]\s*`,
    'i',
  ),
  new RegExp(String.raw`${polite}repeat after me\s+`, 'i'),
  new RegExp(String.raw`${polite}(?:echo|print)\s*:?\s+`, 'i'),
  new RegExp(
    String.raw`${polite}(?:reply|respond|answer|say)(?: with)?(?: ${only}){1,3}(?:\s*:\s*|\s+(?!an? |one |two |three |json))`,
    'i',
  ),
  /^(?:please )?(?:reply|respond|say|answer)(?: with)?\s*:?\s+(?=["'])/i,
];

/** "Reply OK": one word. */
const oneWord =
  /^(?:please )?(?:reply|respond|answer)(?: with)?\s*:?\s+([\p{L}\p{N}-]{1,40})[.!]?$/iu;
/** "Say hello": a sentence to be said in one's own manner. */
const saying =
  /^(?:please )?(?:say|greet me with)\s*:?\s+(?!something|anything|it\b|that again|more)/i;

const hello = /^(?:hello|hi|hey)\b/i;
const hellos = [
  'Hello!',
  'Hello there!',
  'Hello there, friend!',
  'Hello there, my friend!',
  'Hello there, my dear friend!',
  'Hello and welcome, my dear friend!',
];

/** Repeats what it is told to. */
export const echo: Skill = ({ question }, { length }) => {
  const repeat = repeats.map((each) => each.exec(question)).find((match) => match !== null);
  const repeated = repeat && unquoted(question.slice(repeat[0].length));
  if (repeated) return exact(repeated);
  const word = oneWord.exec(question)?.[1];
  if (word) return exact(word);
  const say = saying.exec(question);
  if (!say) return undefined;
  const text = question.slice(say[0].length);
  if (!hello.test(text)) return said(sentence(text));
  if (length.unit === 'words') return exact(hellos[length.count - 1] ?? hellos.join(' '));
  return said(`${sentence(text).slice(0, -1)}!`);
};
