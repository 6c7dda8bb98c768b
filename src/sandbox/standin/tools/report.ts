import { asSchema } from '../json/schema.ts';
import { enumerate } from '../words.ts';
import type { FunctionResult } from './function.ts';

/** Longest output that is told whole, in characters. */
const longest = 2000;

/** Tells what functions gave, one line a call: "Paris: temperature 18, conditions sunny." */
export function report(results: readonly FunctionResult[]): string {
  return results.map(reportOne).join('\n');
}

function reportOne({ name, arguments: sent, output }: FunctionResult): string {
  const [about] = Object.values(asSchema(parsed(sent))).filter((each) => typeof each === 'string');
  return `${about ?? wordsIn(name)}: ${told(parsed(output)) || 'nothing'}.`.replace(
    /([.!?])\.$/,
    '$1',
  );
}

/** What one would ask back, to be able to call a function. */
export function askFor(name: string, missing: readonly string[]): string {
  return `${asking}${wordsIn(name)}, I need to know the ${enumerate(missing.map(wordsIn))}. Which one do you mean?`;
}
const asking = 'To ';

/** Whether this text is what `askFor` says: then the next message is the answer to it. */
export function isAskedFor(text: string): boolean {
  return text.startsWith(asking) && text.endsWith('Which one do you mean?');
}

const wordsIn = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();

/** A JSON value in words, without braces. */
function told(value: unknown): string {
  if (Array.isArray(value)) return value.map(told).join(', ');
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, held]) => held !== null);
    return entries.map(([name, held]) => `${wordsIn(name)} ${told(held)}`).join(', ');
  }
  return String(value ?? '')
    .trim()
    .slice(0, longest);
}

/** The JSON of a text, or the text itself where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
