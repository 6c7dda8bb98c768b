import type { Choices } from '../sampling.ts';
import type { Part } from '../topics/topic.ts';

/**
 * A manner of speaking, chosen by instructions such as "You are a pirate". Every pattern is exactly one sentence
 * (so that answers of so many sentences can be built) and may use `$subject` (`APIs`) and `$one` (`an API`).
 */
export interface Voice {
  /** Words that ask for the voice: alone in instructions, after "like a" and its kin in a question. */
  readonly cues: readonly string[];
  /** Whole phrases that ask for it anywhere. */
  readonly phrases?: readonly string[];
  /** Said before the parts of a longer answer. */
  readonly opener?: Choices;
  /** How each part is told; the part's clause is `$definition`, `$detail`, … */
  readonly frames: Readonly<Record<Part, Choices>>;
  /** How a definition is told when it is the whole answer. */
  readonly short: Choices;
  /** Said after the parts of a longer answer. */
  readonly closer?: Choices;
  /** How anything else is said: `$text` is one or more sentences. */
  readonly around: Choices;
  /** The parts it tells, whatever was asked for. */
  readonly tells?: readonly Part[];
  /** Its dialect: rewrites text of a topic. */
  readonly accent?: (text: string) => string;
}
