import type { Skill } from '../reply.ts';
import { gist } from '../words.ts';
import { material } from './material.ts';

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December';
const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';

/** What can be found in a text, by the word that asks for it; the first pattern that finds something counts. */
const finders: readonly {
  readonly name: string;
  readonly asked: RegExp;
  readonly found: readonly RegExp[];
}[] = [
  {
    name: 'name',
    asked: /\bnames?\b|\bpersons?\b|\bwho\b/i,
    found: [
      /(?<!\p{L})(?!(?:On|In|At|The|My|I|Dear|Hello|Hi|Please|Meet|Email|Call|From|By|With) )\p{Lu}\p{Ll}{1,30}(?: \p{Lu}\p{Ll}{1,30}){1,3}/u,
      /(?<=\b(?:[Nn]ame is|I am|I'm|by|from|with|[Cc]all|[Mm]eet|[Dd]ear|Mr|Ms|Mrs|Dr) )\p{Lu}\p{Ll}{1,30}/u,
      new RegExp(
        String.raw`(?<!\p{L})(?!(?:${months}|${days}|The|On|In|At|I)\b)\p{Lu}\p{Ll}{1,30}(?= (?:is|was|will|has|met|wrote|called|and)\b)`,
        'u',
      ),
    ],
  },
  {
    name: 'date',
    asked: /\bdates?\b|\bdays?\b|\bwhen\b/i,
    found: [
      /\b\d{4}-\d{2}-\d{2}\b/,
      new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})(?:,? \d{4})?\b`),
      new RegExp(String.raw`\b(?:${months}) \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?\b`),
      /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/,
      new RegExp(String.raw`\b(?:next |last )?(?:${days})\b`),
      /\b(?:today|tomorrow|yesterday)\b/i,
    ],
  },
  {
    name: 'email',
    asked: /\be-?mails?\b/i,
    found: [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/],
  },
  { name: 'phone', asked: /\bphone\b|\btelephone\b/i, found: [/\+?\d[\d ()/-]{5,20}\d/] },
  { name: 'link', asked: /\blinks?\b|\burls?\b/i, found: [/https?:\/\/[^\s"'<>]{1,500}/] },
  {
    name: 'amount',
    asked: /\bamounts?\b|\bprices?\b|\btotal\b/i,
    found: [
      /[$€£] ?\d[\d.,]*\d|[$€£] ?\d/,
      /\b\d[\d.,]{0,20} ?(?:dollars|euros?|pounds|USD|EUR)\b/,
    ],
  },
];

const asked = /\b(?:extract|find|pull out|pick out)\b/i;

/** "Extract the name, date and email from: …". What is not in the text is `none`. */
export const extract: Skill = ({ question, instructions }) => {
  const isAsked = asked.test(gist(question).slice(0, 200));
  const order = isAsked ? question : instructions;
  const text = isAsked ? material(question) : question;
  if (!asked.test(gist(order)) || text === undefined) return undefined;
  const request = isAsked ? order.slice(0, order.indexOf(text)) : order;
  const sought = finders.filter((each) => each.asked.test(gist(request)));
  if (sought.length === 0) return undefined;
  return {
    kind: 'facts',
    facts: Object.fromEntries(sought.map(({ name, found }) => [name, first(found, gist(text))])),
  };
};

const first = (patterns: readonly RegExp[], text: string): string =>
  patterns.map((each) => each.exec(text)?.[0]).find((match) => match !== undefined) ?? 'none';
