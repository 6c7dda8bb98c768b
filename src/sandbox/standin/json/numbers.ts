import type { Schema } from './schema.ts';

/** The bounds of a number's schema; infinite where it has none. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Beyond these a bound only says how large a number can be in JavaScript (zod writes it for every `int`). */
const largest = Number.MAX_SAFE_INTEGER;

/** What `exclusiveMinimum` adds: the least step that a reader of the value would choose. */
const step = 0.01;

/** The number, moved as little as possible so that the schema allows it. */
export function allowedNumber(wanted: number, schema: Schema, isInteger: boolean): number {
  const { least, most } = boundsOf(schema, isInteger);
  const within = Math.min(Math.max(wanted, least), most);
  const multiple = schema.multipleOf;
  if (typeof multiple === 'number' && multiple > 0) {
    return nearestMultiple(within, isInteger ? wholeMultiple(multiple) : multiple, { least, most });
  }
  if (!isInteger) return within;
  return Math.min(Math.max(Math.round(within), Math.ceil(least)), Math.floor(most));
}

/** Whether the schema takes this number as it is. */
export function allowsNumber(value: number, schema: Schema, isInteger: boolean): boolean {
  return allowedNumber(value, schema, isInteger) === value;
}

export function boundsOf(schema: Schema, isInteger: boolean): Bounds {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const low = bound(minimum, Number.NEGATIVE_INFINITY);
  const high = bound(maximum, Number.POSITIVE_INFINITY);
  const above = bound(exclusiveMinimum, Number.NEGATIVE_INFINITY);
  const below = bound(exclusiveMaximum, Number.POSITIVE_INFINITY);
  if (isInteger) {
    return {
      least: Math.max(Math.ceil(low), Math.floor(above) + 1),
      most: Math.min(Math.floor(high), Math.ceil(below) - 1),
    };
  }
  // Between two exclusive bounds that are close the middle is the only safe place.
  const room = Math.min(step, (Math.min(high, below) - Math.max(low, above)) / 2);
  return {
    least: above >= low ? above + room : low,
    most: below <= high ? below - room : high,
  };
}

function bound(value: unknown, absent: number): number {
  return typeof value === 'number' && Math.abs(value) < largest ? value : absent;
}

/** The least whole number that is a multiple of this one, for steps such as 0.5. */
function wholeMultiple(multiple: number): number {
  const factors = Array.from({ length: 1000 }, (_, index) => index + 1);
  return multiple * (factors.find((factor) => Number.isInteger(multiple * factor)) ?? 1);
}

/** A multiple between the bounds, near `wanted`, that is one also when divided in floating point. */
function nearestMultiple(wanted: number, multiple: number, { least, most }: Bounds): number {
  const start = Math.round(wanted / multiple);
  for (let distance = 0; distance < 100; distance += 1) {
    for (const count of [start + distance, start - distance]) {
      const value = Number((count * multiple).toPrecision(15));
      if (value >= least && value <= most && Number.isInteger(value / multiple)) return value;
    }
  }
  return start * multiple;
}
