import stringWidth from 'string-width';
import { createSanitizer } from './sanitize.ts';

/** Text that arrives in pieces, made into lines as it comes. */
export interface Flow {
  /** What to write for the next piece. */
  readonly push: (piece: string) => string;
  /** What to write at the end: the last word, and a line break unless the line is empty. */
  readonly end: () => string;
}

/**
 * Sanitizes, indents and wraps streamed text without waiting for its end: a word is held back until it is
 * complete, since only then it is clear whether it fits. A word longer than the line goes over its edge.
 */
export function createFlow({ width, indent }: { width: number; indent: string }): Flow {
  const sanitize = createSanitizer();
  let column = 0;
  let spaces = '';
  let word = '';

  const flush = (): string => {
    if (word === '') return '';
    const needed = stringWidth(spaces) + stringWidth(word);
    const breaks = column > 0 && column + needed > width;
    const start = breaks ? '\n' : '';
    if (breaks) column = 0;
    const lead = column === 0 ? indent + (breaks ? '' : spaces) : spaces;
    const written = lead + word;
    column += stringWidth(written);
    spaces = '';
    word = '';
    return start + written;
  };

  const push = (piece: string): string => {
    let out = '';
    for (const part of sanitize(piece).match(/\n|[^\S\n]+|\S+/g) ?? []) {
      if (part === '\n') {
        out += `${flush()}\n`;
        column = 0;
        spaces = '';
      } else if (/^\s/.test(part)) {
        out += flush();
        spaces += part;
      } else word += part;
    }
    return out;
  };

  return {
    push,
    end: () => {
      const out = flush();
      return column > 0 ? `${out}\n` : out;
    },
  };
}
