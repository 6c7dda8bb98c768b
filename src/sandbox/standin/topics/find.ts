import { gist, stems } from '../words.ts';
import { topics } from './catalog.ts';
import type { Topic } from './topic.ts';

/** Words that carry no subject: they neither speak for a topic nor against it. */
const ignored = stemSet(`
  a an the this that these those it its he she they them i me my we our us you your what which who whom when where
  why how is are was were be been being am do does did done can could would should shall will may might must have
  has had of in on at to for from with without by about as into than then so and or but not no yes if also just
  only please explain describe define tell give show say write answer reply respond talk help want need like
  know understand mean meaning definition difference different between compare versus vs example one two three
  four five word sentence short simple simply brief briefly concise plain detail detailed easy way kind sort type
  bullet point list haiku json text there here very really quickly actually again more some any all each every other
  go ok okay hey hi hello question now today up out make us let get work use used using user useful why good bad
  important matter purpose benefit advantage point happen happens long paragraph line most least under exactly
  lowercase uppercase upper lower capital caps letter bullets
`);

/** Words that go with any topic: trade terms, and the people things are explained to. */
const kindred = stemSet(`
  model language ai openai api call request response programming program programmer code coding coder computer
  software developer development web internet online site website browser server client app application data
  technology technical tech engineering engineer science system setting parameter value option field feature tool
  library framework sdk key term concept basic introduction beginner newcomer student child kid grandmother grandma
  grandfather mother father parent friend boss manager colleague learner context practice practical real life
  world modern text input output spanish french german italian portuguese dutch english pirate professor comedian
  tutor teacher sarcastic formal five six year old style voice tone manner context set change control affect
  influence handle deal avoid reduce choose pick write read send receive run learn teach start begin purpose
`);

function stemSet(words: string): ReadonlySet<string> {
  return new Set(stems(words));
}

const longestName = 4;
const byName: ReadonlyMap<string, Topic> = new Map(
  topics.flatMap((topic) => topic.names.map((name) => [stems(name).join(' '), topic] as const)),
);

interface Mention {
  readonly topic: Topic;
  /** Places of its words: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
}

/**
 * The topics that a text is about, in order; empty when it is about something else. It is about them when more
 * than half of the words that carry a subject belong to topics or are kindred: "temperature in Paris" is not ours.
 */
export function findTopics(text: string): readonly Topic[] {
  const words = stems(gist(text));
  const mentions = mentionsIn(words);
  const covered = new Set(mentions.flatMap(({ start, end }) => range(start, end)));
  const strange = words.filter((word, at) => !covered.has(at) && isStrange(word)).length;
  const ours = words.filter((word, at) => covered.has(at) || kindred.has(word)).length;
  return ours > strange ? [...new Set(heads(mentions).map(({ topic }) => topic))] : [];
}

/** Whether a text names no subject of its own, as "Why?" and "Explain that more simply": it leans on what came before. */
export function isOpen(text: string): boolean {
  return !stems(gist(text)).some(isStrange);
}

const isStrange = (word: string): boolean =>
  !ignored.has(word) && !kindred.has(word) && !/^\d+$/.test(word);

function mentionsIn(words: readonly string[]): Mention[] {
  const found: Mention[] = [];
  for (let start = 0; start < words.length; start += 1) {
    const mention = mentionAt(words, start);
    if (!mention) continue;
    found.push(mention);
    start = mention.end - 1;
  }
  return found;
}

/** The longest name that begins at a word. */
function mentionAt(words: readonly string[], start: number): Mention | undefined {
  for (let length = longestName; length > 0; length -= 1) {
    const topic = byName.get(words.slice(start, start + length).join(' '));
    if (topic) return { topic, start, end: start + length };
  }
  return undefined;
}

/** Of names side by side the last is meant: an "API rate limit" is a rate limit. */
const heads = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(({ end }, place) => mentions[place + 1]?.start !== end);

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, offset) => start + offset);
