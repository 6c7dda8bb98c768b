interface Bounds {
  readonly maxTexts: number;
  /** Characters of the longest text that is remembered. */
  readonly maxLength: number;
}

const defaultBounds: Bounds = { maxTexts: 2000, maxLength: 10_000 };

/** The same function, which remembers what it gave for the texts it was asked last. */
export function remembered<Value>(
  compute: (text: string) => Value,
  { maxTexts, maxLength }: Bounds = defaultBounds,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = compute(text);
    if (text.length <= maxLength) known.set(text, value);
    const [oldest] = known.keys();
    if (known.size > maxTexts && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
