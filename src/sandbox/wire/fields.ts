import { ApiError, notOffered } from './errors.ts';

/**
 * Checks one value of a request and gives it back typed, or throws the `ApiError` that OpenAI's API gives
 * for it. (zod reports everything at once, in its own words; the API reports the first mistake, in a fixed order.)
 * @param path where the value stands in the request: `input[0].content`
 */
export type Field<Value> = (value: unknown, path: string) => Value;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param expected with its article: `an integer` */
export function invalidType(path: string, expected: string, value: unknown): ApiError {
  return new ApiError(
    400,
    `Invalid type for '${path}': expected ${expected}, but got ${typeName(value)} instead.`,
    { param: path, code: 'invalid_type' },
  );
}

/** The API's name for the type of a JSON value; null counts as an object. */
function typeName(value: unknown): string {
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'boolean') return 'a boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a decimal';
  return Array.isArray(value) ? 'an array' : 'an object';
}

export function missingParameter(path: string): ApiError {
  return new ApiError(400, `Missing required parameter: '${path}'.`, {
    param: path,
    code: 'missing_required_parameter',
  });
}

export const flag: Field<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw invalidType(path, 'a boolean', value);
  return value;
};

/** @param maxLength in UTF-16 units */
export function text(maxLength = Number.POSITIVE_INFINITY): Field<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw invalidType(path, 'a string', value);
    if (value.length <= maxLength) return value;
    throw new ApiError(
      400,
      `Invalid '${path}': string too long. Expected a string with maximum length ${maxLength}, but got a string with length ${value.length} instead.`,
      { param: path, code: 'string_above_max_length' },
    );
  };
}

/** A string of this form, told as the API tells it. */
export function matching(form: string, field: Field<string>): Field<string> {
  const expression = new RegExp(form);
  return (value, path) => {
    const read = field(value, path);
    if (expression.test(read)) return read;
    throw new ApiError(
      400,
      `Invalid '${path}': string does not match pattern. Expected a string that matches the pattern '${form}'.`,
      { param: path, code: 'invalid_value' },
    );
  };
}

/** An object whose content is the client's business. */
export const anyObject: Field<JsonObject> = (value, path) => {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  return value;
};

interface Range {
  readonly min?: number;
  readonly max?: number;
}

export function decimal(range: Range): Field<number> {
  return (value, path) => {
    if (typeof value !== 'number') throw invalidType(path, 'a decimal', value);
    return withinRange(value, path, 'decimal', range);
  };
}

export function integer(range: Range): Field<number> {
  return (value, path) => {
    if (!isInteger(value)) throw invalidType(path, 'an integer', value);
    return withinRange(value, path, 'integer', range);
  };
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

function withinRange(
  value: number,
  path: string,
  kind: 'decimal' | 'integer',
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Range,
): number {
  if (value >= min && value <= max) return value;
  const [side, bound, limit] =
    value < min ? ['below minimum', 'min', `>= ${min}`] : ['above maximum', 'max', `<= ${max}`];
  throw new ApiError(
    400,
    `Invalid '${path}': ${kind} ${side} value. Expected a value ${limit}, but got ${value} instead.`,
    { param: path, code: `${kind}_${side.split(' ')[0]}_${bound}_value` },
  );
}

export function oneOf<const Value extends string>(values: readonly Value[]): Field<Value> {
  return (value, path) => {
    if (typeof value !== 'string') throw invalidType(path, 'a string', value);
    const found = values.find((known) => known === value);
    if (found === undefined) throw invalidValue(path, value, values);
    return found;
  };
}

export function invalidValue(path: string, value: string, supported: readonly string[]): ApiError {
  return new ApiError(
    400,
    `Invalid value: '${value}'. Supported values are: ${enumeration(supported)}.`,
    { param: path, code: 'invalid_value' },
  );
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
function enumeration(values: readonly string[]): string {
  return new Intl.ListFormat('en-US').format(values.map((value) => `'${value}'`));
}

interface ListRules {
  /** Fewest and most items. */
  readonly min?: 0 | 1;
  readonly max?: number;
  /** What the API says that it expects. */
  readonly expected?: string;
}

export function listOf<Value>(
  field: Field<Value>,
  { min = 0, max = Number.POSITIVE_INFINITY, expected = 'an array' }: ListRules = {},
): Field<Value[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw invalidType(path, expected, value);
    if (value.length < min) throw emptyArray(path);
    if (value.length > max) throw arrayTooLong(path, max, value.length);
    return value.map((item, index) => field(item, `${path}[${index}]`));
  };
}

function emptyArray(path: string): ApiError {
  return new ApiError(
    400,
    `Invalid '${path}': empty array. Expected an array with minimum length 1, but got an empty array instead.`,
    { param: path, code: 'empty_array' },
  );
}

function arrayTooLong(path: string, max: number, length: number): ApiError {
  return new ApiError(
    400,
    `Invalid '${path}': array too long. Expected an array with maximum length ${max}, but got an array with length ${length} instead.`,
    { param: path, code: 'array_above_max_length' },
  );
}

/** A parameter that may be left out or null, which is the same. */
export function optional<Value>(field: Field<Value>): Field<Value | null> {
  return (value, path) => (value === undefined || value === null ? null : field(value, path));
}

/** A parameter that says nothing to the sandbox, or is read in a second step. */
export const anything: Field<unknown> = (value) => value;

/** A parameter of the API that the sandbox has no part for. Leaving it out, null and an empty list are fine. */
export const absent: Field<null> = (value, path) => {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value) && value.length === 0) return null;
  throw notOffered(path);
};
