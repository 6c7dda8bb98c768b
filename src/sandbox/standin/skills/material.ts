import { gist } from '../words.ts';

/**
 * The text that a question is to be carried out on: what stands in quotation marks, after a colon or on the lines
 * below, whichever comes first. undefined when the question brings no text.
 */
export function material(question: string): string | undefined {
  const start = /["\n]|:(?=\s)|(?:^|\s)'(?=\S)/.exec(question);
  if (!start) return undefined;
  const after = question.slice(start.index + start[0].length).trim();
  const mark = start[0].trim();
  const quoted = mark === '"' || mark === "'" ? after.slice(0, closing(after, mark)) : after;
  return unquoted(quoted) || undefined;
}

function closing(text: string, mark: string): number {
  const end = text.lastIndexOf(mark);
  return end < 0 ? text.length : end;
}

/** Without the quotation marks around it. */
export function unquoted(text: string): string {
  const trimmed = text.trim();
  const [first, last] = [trimmed.charAt(0), trimmed.at(-1)];
  return trimmed.length > 1 && first === last && `"'`.includes(first)
    ? trimmed.slice(1, -1).trim()
    : trimmed;
}

/** What a question is about or for: "a slogan for a bakery in one line" → `a bakery`. */
export function aim(question: string): string | undefined {
  const found = /\b(?:about|for|on|of|regarding)\s+([^.!?\n:;]{1,120})/i.exec(gist(question));
  const subject = found?.[1]
    ?.replace(
      /,? (?:in|with|using|like|as) (?:exactly |only |at most |a |an |one |two |three |the style).*$/i,
      '',
    )
    .replace(/,? please$/i, '')
    .trim();
  return subject || undefined;
}
