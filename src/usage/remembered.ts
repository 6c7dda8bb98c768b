import { LRUCache } from 'lru-cache';

interface Bounds {
  readonly maxTexts: number;
  /** Characters of the longest text that is remembered. */
  readonly maxLength: number;
}

const defaultBounds: Bounds = { maxTexts: 2000, maxLength: 10_000 };

/** The same function, which remembers what it gave for the texts it was asked last. */
export function remembered<Value extends object | string | number>(
  compute: (text: string) => Value,
  { maxTexts, maxLength }: Bounds = defaultBounds,
): (text: string) => Value {
  const known = new LRUCache<string, Value>({ max: maxTexts });
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = compute(text);
    if (text.length <= maxLength) known.set(text, value);
    return value;
  };
}
