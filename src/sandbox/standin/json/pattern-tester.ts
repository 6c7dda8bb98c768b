import { runInNewContext } from 'node:vm';

/**
 * Longest time a pattern that may never end gets, in milliseconds. Nothing else is answered meanwhile; one that does
 * end does so in a few milliseconds.
 */
const patience = 200;

/** A pattern may be right only without the `u` flag, which forbids needless escapes. */
function compiled(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // The other flags may do; a pattern that is none fits nothing.
    }
  }
  return undefined;
}

/**
 * Tests texts against the patterns of one schema. They are a stranger's, and some take for ever: those that could
 * are stopped after a while, and once one was stopped no other of the kind is tried.
 */
export class PatternTester {
  #hasGivenUp = false;

  fits(pattern: string, text: string): boolean {
    const expression = compiled(pattern);
    if (expression === undefined) return false;
    return endsSoon(pattern) ? expression.test(text) : this.#fitsInTime(expression, text);
  }

  #fitsInTime(expression: RegExp, text: string): boolean {
    if (this.#hasGivenUp) return false;
    try {
      const fits: unknown = runInNewContext(
        'expression.test(text)',
        { expression, text },
        { timeout: patience },
      );
      return fits === true;
    } catch {
      this.#hasGivenUp = true;
      return false;
    }
  }
}

/** More repetitions without a bound than this make even a short text slow. */
const mostOpenRepetitions = 3;

/**
 * Whether matching takes a time that hardly grows with the text: nothing that can match in several ways is repeated
 * without a bound, and few things are repeated.
 */
export function endsSoon(pattern: string): boolean {
  const bare = pattern.replace(/\\[\s\S]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const openRepetition = /[*+]|\{\d*,\d*\}/g;
  if ((bare.match(openRepetition) ?? []).length > mostOpenRepetitions) return false;
  const groups: { hasChoice: boolean }[] = [{ hasChoice: false }];
  for (let at = 0; at < bare.length; at += 1) {
    const rest = bare.slice(at);
    if (rest.startsWith('(')) groups.push({ hasChoice: false });
    else if (rest.startsWith(')')) {
      const inner = groups.pop();
      const isRepeated = /^\)(?:[*+]|\{\d*,?\d*\})/.test(rest);
      if (inner?.hasChoice && isRepeated) return false;
      if (inner?.hasChoice) mark(groups);
    } else if (/^(?:[*+?|]|\{\d*,\d*\})/.test(rest) && !/^\?[:=!<]/.test(rest)) mark(groups);
  }
  return true;
}

function mark(groups: readonly { hasChoice: boolean }[]): void {
  const innermost = groups.at(-1);
  if (innermost) innermost.hasChoice = true;
}
