/** Shows enough of a key to tell two apart: `sk-…abcd`. A short one is hidden whole. */
export function maskKey(key: string): string {
  return key.length < 12 ? 'sk-…' : `${key.slice(0, 3)}…${key.slice(-4)}`;
}

/**
 * Hides whatever looks like an OpenAI key in a text that is not ours, such as a server's error message. A key that the
 * server has starred itself stays as the server shows it.
 */
export function maskKeysIn(text: string): string {
  return text.replace(/\bsk-[\w-]{8,}(?![\w*-])/g, maskKey);
}

/** A key that cannot be printed by accident: every way of turning it into text gives the mask. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The key itself, for the Authorization header only. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return maskKey(this.#value);
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}
