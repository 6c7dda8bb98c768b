import type { Item } from './items.ts';
import { escaped } from './json-text.ts';
import type { Part } from './parts.ts';

/**
 * An item of an output as `JSON.stringify` gives it. A message is put together: a stream tells its text four times, and to
 * escape it once is enough.
 */
export function itemJson(item: Item): string {
  if (item.type !== 'message' || item.phase !== undefined) return JSON.stringify(item);
  const { id, status, content, role } = item;
  const parts = content.map(partJson).join();
  return `{"id":"${id}","type":"message","status":"${status}","content":[${parts}],"role":"${role}"}`;
}

/** The same for a part of a message. */
export function partJson(part: Part): string {
  if (part.type !== 'output_text' || part.logprobs.length > 0) return JSON.stringify(part);
  return `{"type":"output_text","annotations":[],"logprobs":[],"text":"${textJson(part.text)}"}`;
}

let lastText = '';
let lastEscaped = '';

/** What stands between the quotation marks of a whole text in JSON. */
export function textJson(text: string): string {
  if (text !== lastText) [lastText, lastEscaped] = [text, escaped(text)];
  return lastEscaped;
}
