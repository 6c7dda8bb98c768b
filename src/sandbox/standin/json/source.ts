import type { PatternTester } from './pattern-tester.ts';
import type { PromptValues } from './prompt-values.ts';

/** A value, and whether it is the prompt's, what the stand-in has to say about it, or only an example. */
export interface Written<Value> {
  readonly value: Value;
  readonly from: 'prompt' | 'said' | 'example';
}

/** Where values come from. */
export interface Source {
  readonly values: PromptValues;
  /** The sentences that the stand-in has to say, dealt out one by one to slots of free text. */
  readonly nextSentence: () => string;
  readonly patterns: PatternTester;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}
