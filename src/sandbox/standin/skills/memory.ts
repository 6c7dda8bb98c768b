import type { Conversation, Turn } from '../conversation.ts';
import { exact, type Reply, type Skill, said } from '../reply.ts';
import { gist, quote, stems } from '../words.ts';

interface Fact {
  /** What it is about, as it stands after "your": `favourite colour`. */
  readonly thing: string;
  readonly value: string;
}

const value = String.raw`([^.!?,;:\n"]{1,80})`;
/** Ways to tell something about oneself: with two groups thing and value, with one the value of `thing`. */
const statements: readonly { readonly told: RegExp; readonly thing?: string }[] = [
  {
    told: new RegExp(
      String.raw`\b(?:my|the user's) ([\p{L}' -]{2,40}?)(?: is| are|(?<=name)'s)(?: called| named)? ${value}`,
      'giu',
    ),
  },
  { told: /\b(?:call me|i am called|i'm called) (\p{Lu}[\p{L}'-]{0,40})/giu, thing: 'name' },
  { told: /\b(?:I am|I'm) (\p{Lu}[\p{L}'-]{1,40})(?=[.!,]|$| and )/gu, thing: 'name' },
  { told: new RegExp(String.raw`\bi live in ${value}`, 'gi'), thing: 'home' },
  { told: /\b(?:i am|i'm) (\d{1,3}) years old/gi, thing: 'age' },
  { told: new RegExp(String.raw`\bi work as ${value}`, 'gi'), thing: 'job' },
];

/** Ways to ask for it; with a group, the group is the thing. */
const questions: readonly { readonly asked: RegExp; readonly thing?: string }[] = [
  { asked: /\bwho am i\b|\bmy name\b.*\?|\bwhat am i called/i, thing: 'name' },
  { asked: /\bwhere do i live\b/i, thing: 'home' },
  { asked: /\bhow old am i\b/i, thing: 'age' },
  { asked: /\bwhat(?: do i do for a living| is my profession)/i, thing: 'job' },
  { asked: /\bwhat(?: was|'s| is| are|s) my ([\p{L}' -]{2,40})\?/iu },
  {
    asked:
      /\b(?:remember|know|recall|remind me of|tell me|guess)(?: what)? my ([\p{L}' -]{2,40}?)(?: is| was)?[?.!]?$/iu,
  },
];

/** Tells what the user said of themselves, or that nothing in the conversation says it; and takes note of it. */
export const facts: Skill = (conversation) => {
  const question = gist(conversation.question);
  const thing = thingAsked(question);
  if (thing) return said(recall(thing, conversation));
  const [fact] = question.includes('?') ? [] : factsIn(question);
  return fact && acknowledge(fact);
};

function thingAsked(question: string): string | undefined {
  for (const { asked, thing } of questions) {
    const match = asked.exec(question);
    if (match) return thing ?? match[1];
  }
  return undefined;
}

function recall(thing: string, { instructions, earlier, question }: Conversation): string {
  const userTexts = earlier.filter(({ role }) => role === 'user').map(({ text }) => text);
  const known = [instructions, ...userTexts, question].flatMap((text) => factsIn(gist(text)));
  const fact = known.findLast((each) => key(each.thing) === key(thing));
  return fact
    ? `Your ${fact.thing} is ${fact.value}.`
    : `I don't know your ${thing}: nothing in this conversation says it.`;
}

function factsIn(text: string): Fact[] {
  return statements.flatMap(({ told, thing }) =>
    [...text.matchAll(told)].map(([, first = '', second = '']) => ({
      thing: thing ?? first.trim(),
      value: (thing ? first : second).split(/ (?:and|but) (?:i|my)\b/i)[0]?.trim() ?? '',
    })),
  );
}

/** What a thing is compared by: `favorite color` is the same as `favourite colours`. */
const key = (thing: string): string => stems(thing).join(' ').replaceAll('our', 'or');

function acknowledge({ thing, value }: Fact): Reply {
  const greeting =
    thing === 'name' ? `Nice to meet you, ${value}!` : `Noted: your ${thing} is ${value}.`;
  return said(`${greeting} I know it as long as this message is part of the conversation.`);
}

/** Ways to ask for an earlier message: whose it was, and which of them. */
const references: readonly {
  readonly asked: RegExp;
  readonly role: Turn['role'];
  readonly which: 0 | -1;
}[] = [
  {
    asked: /\bmy first (?:question|message|prompt)\b|\bdid i (?:say|ask)(?: you)? first\b/i,
    role: 'user',
    which: 0,
  },
  {
    asked:
      /\b(?:did|have) i (?:just )?(?:say|said|ask|asked|write|wrote|tell|told)\b|\bmy (?:last|previous) (?:question|message)\b/i,
    role: 'user',
    which: -1,
  },
  {
    asked:
      /\b(?:did|have) you (?:just )?(?:say|said|answer|answered|tell|told)\b|\byour (?:last|previous) (?:answer|reply|message)\b|^(?:please )?(?:say|repeat) (?:it|that)(?: again)?\b/i,
    role: 'assistant',
    which: -1,
  },
];

/** Quotes an earlier message: "What did I just ask?" */
export const earlierMessages: Skill = ({ question, earlier }) => {
  const reference = references.find(({ asked }) => asked.test(gist(question)));
  if (!reference) return undefined;
  const { role, which } = reference;
  const message = earlier.filter((turn) => turn.role === role).at(which);
  if (!message) return said('I cannot tell: no earlier message is part of this conversation.');
  return role === 'user' ? said(`You wrote: ${quote(message.text, 300)}`) : exact(message.text);
};
