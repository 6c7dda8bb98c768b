import type { Observation } from './observation.ts';

/** Something to program, judged by what the program does. */
export interface Exercise {
  /** Folder of its programs, and part of the learner's file name: never changed once published. */
  readonly name: string;
  readonly title: string;
  /** What the program is to do, in Markdown: everything that is judged, and nothing about how. */
  readonly task: string;
  /** From a nudge to nearly the answer. */
  readonly hints: readonly [string, string, string];
  /** Each is one run of the program, in this order. */
  readonly scenarios: readonly [Scenario, ...Scenario[]];
}

/** The circumstances of one run, and what is expected of the program in them. */
export interface Scenario {
  /** Follows “the program runs”: `on a good day`, `while the server is busy`. */
  readonly when: string;
  /** How the sandbox behaves; `none` and no failures where nothing is said. */
  readonly sandbox?: {
    /** Milliseconds that a whole answer takes. */
    readonly latency?: number;
    /** Written as for `--fail`. */
    readonly fail?: string;
  };
  /** Milliseconds that the program may take; 20,000 if left out. */
  readonly limitMs?: number;
  readonly criteria: readonly [Criterion, ...Criterion[]];
}

/** One thing that a right program does, whatever it looks like inside. */
export interface Criterion {
  /** What the program does when all is well, as a verb phrase: `asks once`. Unique in its exercise. */
  readonly name: string;
  readonly judge: (observation: Observation) => Finding;
}

/** What came of a criterion, in words that tell the learner what to look at. */
export interface Finding {
  readonly passed: boolean;
  readonly expected: string;
  readonly actual: string;
}
