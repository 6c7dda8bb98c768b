/** Shows enough of a key to tell two apart: `sk-…abcd`. A short one is hidden whole. */
export function maskKey(key: string): string {
  return key.length < 12 ? 'sk-…' : `${key.slice(0, 3)}…${key.slice(-4)}`;
}

/** The keys of this run: a gateway's may be anything. */
const keys = new Set<string>();

/** A shorter one is no secret, but a word such as `ollama`, which texts may have. */
const shortestKey = 12;

/**
 * Hides the keys of this run, and whatever looks like one of OpenAI's, in a text that is not ours, such as a server's error
 * message. A key that the server has starred itself stays as the server shows it.
 */
export function maskKeysIn(text: string): string {
  let masked = text;
  for (const key of keys) masked = masked.replaceAll(key, maskKey(key));
  return masked.replace(/\bsk-[\w-]{8,}(?![\w*-])/g, maskKey);
}

/** A key that cannot be printed by accident: every way of turning it into text gives the mask. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
    if (value.length >= shortestKey) keys.add(value);
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
