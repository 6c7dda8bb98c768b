import type { Draw } from './sampling.ts';

/** Gives the text for a `$name` of a pattern, undefined for a name it does not know. */
export type Lookup = (name: string) => string | undefined;

/**
 * Writes out a pattern: `{big|large}` draws one of its words, likeliest first (braces without `|` stay: they are
 * code), and `$name` becomes what `lookup` gives for it. That text is put in last and untouched, so that words
 * of a learner are never read as a pattern.
 */
export function write(pattern: string, draw: Draw, lookup: Lookup = () => undefined): string {
  return pattern
    .replace(/\{([^{}|]*\|[^{}]*)\}/g, (_, options: string) => {
      const [first = '', ...others] = options.split('|');
      return draw([first, ...others]);
    })
    .replace(/\$([a-z]+)/g, (unknown, name: string) => lookup(name) ?? unknown);
}

/** A clause as a sentence of its own: with a capital, and a full stop unless it ends itself. */
export function sentence(clause: string): string {
  const capitalised = clause.charAt(0).toUpperCase() + clause.slice(1);
  return /[.!?…]["”]?$/.test(capitalised) ? capitalised : `${capitalised}.`;
}
