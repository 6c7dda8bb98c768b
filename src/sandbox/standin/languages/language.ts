/** A language the stand-in has a few sentences of. */
export interface Language {
  /** Its English name, in lower case. */
  readonly name: string;
  /** Ways to ask for it in itself, in lower case: `auf deutsch`. */
  readonly cues: readonly string[];
  /** Says that the stand-in knows an answer to `$asked` in English only, or none. */
  readonly apology: string;
  /** Fixed phrases, by their English form in lower case; `hello` is also how it greets. */
  readonly phrases: Readonly<Record<string, string>>;
  /** One sentence about a topic, by the first of the topic's names. Patterns: `{a|b}` draws a word. */
  readonly summaries: Readonly<Record<string, string>>;
}
