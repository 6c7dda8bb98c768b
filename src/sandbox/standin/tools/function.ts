import type { Schema } from '../json/schema.ts';

/** A function that a request offers, on whichever endpoint. */
export interface FunctionSpec {
  readonly name: string;
  readonly description: string | null;
  /** The JSON schema of its arguments; null when it takes none. */
  readonly parameters: Schema | null;
}

export interface FunctionCall {
  readonly name: string;
  /** A JSON object as text, as the wire carries it. */
  readonly arguments: string;
}

/** A call that the client has made, with what it gave. */
export interface FunctionResult extends FunctionCall {
  readonly output: string;
}

/** What is to be done with the functions of a request. */
export interface FunctionUse {
  /** Those that may be called. */
  readonly functions: readonly FunctionSpec[];
  /** `auto`: when the prompt asks for it; `required`: one at least, whatever it asks; `none`: never. */
  readonly choice: 'auto' | 'required' | 'none';
  /** Whether one answer may hold several calls. */
  readonly inParallel: boolean;
  /** The calls made since the last question, in order. */
  readonly results: readonly FunctionResult[];
}

/** A request that offers no functions. */
export const noFunctions: FunctionUse = {
  functions: [],
  choice: 'none',
  inParallel: true,
  results: [],
};
