/** Fixed words around every answer; '' for none. */
export interface Framing {
  readonly beginning: string;
  readonly ending: string;
}

const phrase = String.raw`(?: \w+){0,4}? with (?:the (?:words?|phrase|sentence|text|emoji) )?(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|(?!an? |some |the |your |one )([^"'.!?\n]{1,200}[.!?]?))`;
const beginningAsked = new RegExp(String.raw`\b(?:start|begin|open)${phrase}`, 'i');
const endingAsked = new RegExp(String.raw`\b(?:end|finish|close|conclude)${phrase}`, 'i');

/** Reads "start every answer with …" and "always end with …" from instructions. */
export function framingIn(instructions: string): Framing {
  return {
    beginning: quoted(beginningAsked.exec(instructions)),
    ending: quoted(endingAsked.exec(instructions)),
  };
}

const quoted = (match: RegExpExecArray | null): string =>
  (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
