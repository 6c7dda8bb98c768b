import type { Observation } from './observation.ts';

/** The languages that starters are written in; a check judges programs of any language. */
export const languages = ['ts', 'python', 'curl'] as const;
export type Language = (typeof languages)[number];

/**
 * What a learner writes a program for. Its folder, `lessons/NN-lesson/practice/<slug>`, holds a starter and our
 * solution for each language, and in `trials/` other programs, right and wrong, that tests run.
 */
export interface Exercise {
  /** The lesson and the place in it: `03.1`. */
  readonly id: string;
  /** Names its folder, its files and its line in the learner's progress: never changed once published. */
  readonly slug: string;
  readonly title: string;
  /** Markdown: what the program has to do. */
  readonly task: string;
  /** Markdown, from a nudge to nearly the code. */
  readonly hints: readonly [string, string, string];
  /** The program runs once in each, against a server of its own. */
  readonly scenarios: readonly [Scenario, ...Scenario[]];
  /** In the order in which they are told. */
  readonly criteria: readonly Criterion[];
}

/** What the server of one run does. */
export interface Scenario {
  /** Finishes the sentence "This time …": `the server asks for a wait`. */
  readonly name: string;
  /** Milliseconds a whole answer takes, or `realistic`; no time if left out. */
  readonly latency?: number | 'realistic';
  /** A fail script, as in `--fail`; all is well if left out. */
  readonly fail?: string;
  /** Answers instead of the stand-in. */
  readonly answer?: (question: string) => string;
}

/** One thing that a right program does, whatever its language and style. */
export interface Criterion {
  /** Names it in tests: `asks-once`. */
  readonly id: string;
  /** A sentence about the program. */
  readonly name: string;
  /** A phrase: `exactly 1 request`. */
  readonly expected: string;
  /** The run that it looks at, by the scenario's name; the first if left out. */
  readonly scenario?: string;
  readonly judge: (observation: Observation) => Verdict;
}

export interface Verdict {
  readonly passed: boolean;
  /** A phrase: what was seen, and where it failed, why if that can be told. */
  readonly actual: string;
}
