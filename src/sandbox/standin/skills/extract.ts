import { finders } from '../finders.ts';
import type { Skill } from '../reply.ts';
import { gist } from '../words.ts';
import { material } from './material.ts';

const asked = /\b(?:extract|find|pull out|pick out)\b/i;

/** "Extract the name, date and email from: …". What is not in the text is `none`. */
export const extract: Skill = ({ question, instructions }) => {
  const isAsked = asked.test(gist(question).slice(0, 200));
  const order = isAsked ? question : instructions;
  const text = isAsked ? material(question) : question;
  if (!asked.test(gist(order)) || text === undefined) return undefined;
  const request = isAsked ? order.slice(0, order.indexOf(text)) : order;
  const sought = Object.entries(finders).filter(([, { asked }]) => asked.test(gist(request)));
  if (sought.length === 0) return undefined;
  return {
    kind: 'facts',
    facts: Object.fromEntries(sought.map(([name, { found }]) => [name, first(found, gist(text))])),
  };
};

const first = (patterns: readonly RegExp[], text: string): string =>
  patterns.map((each) => each.exec(text)?.[0]).find((match) => match !== undefined) ?? 'none';
