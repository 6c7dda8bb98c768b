import type { Choices } from '../sampling.ts';

/**
 * Something the stand-in can talk about. To add one, put it into the file of its theme: each part is a list of
 * clauses, likeliest first, that begin in lower case (unless with a name) and have no full stop, because voices
 * build sentences around them: "It should be noted that …", "For example, …". `{a|b}` draws one of the words.
 * Any clause of a part must fit any clause of the others.
 */
export interface Topic extends Readonly<Record<Part, Alternatives>> {
  /** What people call it, the usual name first; case, plural and articles do not matter. */
  readonly names: Choices;
  /** In the singular, as the subject of a sentence: `an API`, `streaming`. */
  readonly one: string;
  /** As a theme: `APIs`, `streaming`. */
  readonly all: string;
  /** At least six, for answers of so many words. */
  readonly keywords: readonly [string, string, string, string, string, string, ...string[]];
  /** Lines of 5, 7 and 5 syllables. */
  readonly haiku?: readonly [string, string, string];
}

type Alternatives = readonly [string, string, string, ...string[]];

/** What is said about a topic, in the order in which it is told. */
export const parts = [
  /** A full sentence about what it is, which names it. */
  'definition',
  /** How it works; may call it "it". */
  'detail',
  /** Why it matters; may call it "it". */
  'use',
  /** Fits after "for example". */
  'example',
  /** Fits after "it is like": for children and other beginners. */
  'likeness',
] as const;

export type Part = (typeof parts)[number];
