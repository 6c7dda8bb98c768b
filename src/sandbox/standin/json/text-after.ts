/** Longer texts are not made, whatever a pattern asks for. */
const mostRepetitions = 1000;

/** Characters that a class is drawn from: letters and digits first, then what can be typed. */
const printable = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ...'-_. @/:+,;!?#$%&*=()[]{}<>|~^`\'"\\',
];

/**
 * A text made after a pattern: its alternatives, classes and repetitions. Look-arounds and back references are left
 * out, so the caller has to check the result.
 * @param spare repetitions beyond the least, at most, where the pattern sets no upper bound
 */
export function textAfter(pattern: string, random: () => number, spare: number): string {
  return new PatternWriter(pattern, random, spare).write();
}

/** Reads a pattern from left to right and writes as it reads. */
class PatternWriter {
  readonly #pattern: string;
  readonly #random: () => number;
  readonly #spare: number;
  #at = 0;

  constructor(pattern: string, random: () => number, spare: number) {
    this.#pattern = pattern;
    this.#random = random;
    this.#spare = spare;
  }

  write(): string {
    return this.#alternatives();
  }

  #alternatives(): string {
    const written = [this.#sequence()];
    while (this.#taken('|')) written.push(this.#sequence());
    return this.#one(written) ?? '';
  }

  #sequence(): string {
    let text = '';
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#next())) {
      const start = this.#at;
      const atom = this.#atom();
      const end = this.#at;
      const times = this.#repetitions();
      text += atom.repeat(Math.min(times, 1));
      const after = this.#at;
      for (let time = 1; time < times; time += 1) {
        // Read again, so that each repetition draws for itself.
        this.#at = start;
        text += this.#atom();
        this.#at = end;
      }
      this.#at = after;
    }
    return text;
  }

  #atom(): string {
    if (this.#taken('(')) return this.#group();
    if (this.#taken('[')) return this.#characterClass();
    if (this.#taken('\\')) return this.#escape();
    if (this.#taken('^') || this.#taken('$')) return '';
    if (this.#taken('.')) return this.#one(printable.slice(0, 36)) ?? '';
    return this.#read();
  }

  #group(): string {
    const isAssertion = /^\?<?[=!]/.test(this.#pattern.slice(this.#at));
    const opening = /^\?(?::|<?[=!]|<\w+>)/.exec(this.#pattern.slice(this.#at));
    this.#at += opening?.[0].length ?? 0;
    const text = this.#alternatives();
    this.#taken(')');
    return isAssertion ? '' : text;
  }

  #characterClass(): string {
    const start = this.#at - 1;
    if (this.#next() === '^') this.#at += 1;
    while (this.#at < this.#pattern.length && this.#next() !== ']') {
      this.#at += this.#next() === '\\' ? 2 : 1;
    }
    this.#at += 1;
    return this.#fitting(this.#pattern.slice(start, this.#at));
  }

  #escape(): string {
    const [escaped = ''] =
      /^(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|[\s\S])/.exec(
        this.#pattern.slice(this.#at),
      ) ?? [];
    this.#at += escaped.length;
    return /^[bB1-9]$/.test(escaped) ? '' : this.#fitting(`\\${escaped}`);
  }

  /** How often the atom before stands here. */
  #repetitions(): number {
    const rest = this.#pattern.slice(this.#at);
    const [found, counted = ''] = /^(?:[*+?]|\{(\d+(?:,\d*)?)\})\??/.exec(rest) ?? [];
    if (found === undefined) return 1;
    this.#at += found.length;
    const [least = '', most = least] =
      counted === '' ? (bounds[found.charAt(0)] ?? []) : counted.split(',');
    const low = Number(least);
    const high = most === '' ? low + this.#spare : Number(most);
    const times = low + Math.floor(this.#random() * (high - low + 1));
    return Math.min(times, mostRepetitions);
  }

  /** One of the printable characters that fit a class or an escape. */
  #fitting(expression: string): string {
    const test = compiled(expression);
    const first = this.#one(printable.slice(0, 36).filter((each) => test.test(each)));
    return first ?? this.#one(printable.filter((each) => test.test(each))) ?? literal(expression);
  }

  #one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }

  #next(): string {
    return this.#pattern.charAt(this.#at);
  }

  #taken(character: string): boolean {
    if (this.#next() !== character) return false;
    this.#at += 1;
    return true;
  }

  #read(): string {
    const character = String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }
}

const bounds: Readonly<Record<string, readonly string[]>> = {
  '*': ['0', ''],
  '+': ['1', ''],
  '?': ['0', '1'],
};

/** A class or an escape alone matches one character: it cannot take long. */
function compiled(expression: string): RegExp {
  try {
    return new RegExp(`^${expression}$`, 'u');
  } catch {
    return /^$/;
  }
}

/** A class of characters beyond the printable ones: its first. */
function literal(expression: string): string {
  return expression.replace(/^\[\^?/, '').charAt(0);
}
