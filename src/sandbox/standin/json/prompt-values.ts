import { gist, inDigits, stems } from '../words.ts';
import { findAll, type Kind } from './kinds.ts';
import type { Slot } from './slot.ts';

interface Mention {
  readonly value: number;
  /** The words on both sides, within the sentence. */
  readonly before: string;
  readonly after: string;
}

interface Sense {
  readonly words: readonly string[];
  readonly holds: (mention: Mention) => boolean;
}

/** What numbers of one sense look like, by the words of the slot that asks for them: these carry a mark of it. */
const marks: readonly Sense[] = [
  {
    words: stems('age'),
    holds: ({ before, after }) =>
      /^[ -]?(?:years?|yrs?)[ -](?:old|of)/i.test(after) || /\baged? (?:of |is )?$/i.test(before),
  },
  {
    words: stems('price amount cost total budget salary fee'),
    holds: ({ before, after }) =>
      /[$€£] ?$/.test(before) || /^ ?(?:dollars|euros?|pounds|USD|EUR|GBP|[$€£])/.test(after),
  },
  {
    words: stems('percent percentage share'),
    holds: ({ after }) => /^ ?(?:%|percent)/.test(after),
  },
  {
    words: stems('rating score stars'),
    holds: ({ after }) => /^ ?(?:\/ ?\d|out of|stars?|points?)/i.test(after),
  },
];

const senses: readonly Sense[] = [
  ...marks,
  { words: stems('year'), holds: ({ value }) => value >= 1000 && value < 3000 },
];

/**
 * The values that a text brings: each is dealt out once, in the order of the text, so that two cities fill two slots.
 * A value that is the only one of its kind may be had again.
 */
export class PromptValues {
  readonly text: string;
  readonly #words: ReadonlySet<string>;
  readonly #found = new Map<Kind, { readonly values: readonly string[]; dealt: number }>();
  readonly #numbers: readonly Mention[];
  readonly #dealtNumbers = new Set<Mention>();

  constructor(text: string) {
    this.text = gist(text);
    this.#words = new Set(stems(this.text));
    this.#numbers = numbersIn(this.text);
  }

  /** The next value of a kind. */
  next(kind: Kind): string | undefined {
    const found = this.#all(kind);
    const value = found.values.length === 1 ? found.values[0] : found.values[found.dealt];
    found.dealt += 1;
    return value;
  }

  /** How many values of a kind the text has that were not dealt out. */
  left(kind: Kind): number {
    const { values, dealt } = this.#all(kind);
    return Math.max(0, values.length - dealt);
  }

  /** A value that stands behind the name of the slot and a colon. */
  labelled({ name }: Slot): string | undefined {
    if (!/^[\w-]{2,60}$/.test(name)) return undefined;
    const label = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1[ _-]?$2').replace(/[_-]/g, '[ _-]?');
    const [, value] =
      new RegExp(`(?<![\\w])${label}"?\\s{0,3}[:=]\\s{0,3}"?([^\\n,;"]{1,200})`, 'i').exec(
        this.text,
      ) ?? [];
    return value?.trim().replace(/\.$/, '') || undefined;
  }

  /**
   * The number that the text gives for a slot: one of its sense, else one beside a word of its name.
   * @param isAllowed whether the slot takes this number
   */
  number({ words }: Slot, isAllowed: (value: number) => boolean): number | undefined {
    const sense = senses.find((each) => each.words.some((word) => words.includes(word)));
    return (
      this.#dealNumber((mention) => isAllowed(mention.value) && sense?.holds(mention) === true) ??
      this.#dealNumber((mention) => isAllowed(mention.value) && isBeside(mention, words))
    );
  }

  /** The first number that stands for nothing in particular. */
  plainNumber(isAllowed: (value: number) => boolean): number | undefined {
    return this.#dealNumber(
      (mention) => isAllowed(mention.value) && !marks.some((sense) => sense.holds(mention)),
    );
  }

  /** Whether all these words are in the text. */
  mentions(words: readonly string[]): boolean {
    return words.length > 0 && words.every((word) => this.#words.has(word));
  }

  #dealNumber(isMeant: (mention: Mention) => boolean): number | undefined {
    const chosen = this.#numbers.find(
      (mention) => !this.#dealtNumbers.has(mention) && isMeant(mention),
    );
    if (chosen !== undefined) this.#dealtNumbers.add(chosen);
    return chosen?.value;
  }

  #all(kind: Kind) {
    const known = this.#found.get(kind) ?? { values: findAll(kind, this.text), dealt: 0 };
    this.#found.set(kind, known);
    return known;
  }
}

/** Whether one of the words stands close to the number. */
function isBeside({ before, after }: Mention, words: readonly string[]): boolean {
  const near = [...stems(before).slice(-3), ...stems(after).slice(0, 2)];
  return words.some((word) => near.includes(word));
}

const number = /(?<![\w.,:/-])-?\d{1,15}(?:,\d{3})*(?:\.\d{1,10})?(?![\d:/]|-\d)/g;

function numbersIn(text: string): Mention[] {
  const taken = (['date', 'time', 'phone', 'link', 'email'] as const).flatMap((kind) =>
    findAll(kind, text),
  );
  const bare = taken.reduce((left, each) => left.replace(each, ' '.repeat(each.length)), text);
  const digits = inDigits(bare);
  return [...digits.matchAll(number)].map((match) => ({
    value: Number(match[0].replaceAll(',', '')),
    before:
      digits
        .slice(Math.max(0, match.index - 40), match.index)
        .split(/[.!?\n]/)
        .at(-1) ?? '',
    after:
      digits
        .slice(match.index + match[0].length)
        .slice(0, 40)
        .split(/[!?\n]|\. /)[0] ?? '',
  }));
}
