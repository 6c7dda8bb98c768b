export interface Line {
  /** From 1, blank lines included. */
  readonly number: number;
  readonly text: string;
}

const lineFeed = 0x0a;

/** A byte order mark stays in the text: it is no JSON, and so the API treats it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The lines of a file, one at a time, but for blank ones. */
export function* linesOf(content: Uint8Array): Generator<Line> {
  let start = 0;
  for (let number = 1; start < content.length; number += 1) {
    const found = content.indexOf(lineFeed, start);
    const end = found < 0 ? content.length : found;
    const text = decoder.decode(content.subarray(start, end)).trimEnd();
    if (text !== '') yield { number, text };
    start = end + 1;
  }
}

/** The value of a line; undefined when it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
