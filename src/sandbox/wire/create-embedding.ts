import { emptyInput, invalidInput, modelNeeded, tooManyInputs } from './embedding-errors.ts';
import {
  type Field,
  integer,
  invalidType,
  isObject,
  missingParameter,
  oneOf,
  optional,
  text,
} from './fields.ts';
import { object, type Read } from './object-field.ts';

/** One thing to embed. */
export interface EmbeddingInput {
  /** Where it stands in the request: `input[0]`. */
  readonly path: string;
  /** A text, or one that comes as tokens of cl100k_base. */
  readonly content: string | readonly number[];
}

/** Of the list, be it of inputs or of tokens (OpenAI's API reference; 2,049 were refused in September 2026). */
const maxLength = 2048;

/** A string, strings, tokens, or lists of tokens. */
const input: Field<readonly EmbeddingInput[]> = (value, path) => {
  if (typeof value === 'string') return [inputAt(path, value)];
  if (!Array.isArray(value) || value.length === 0) throw invalidInput();
  if (value.length > maxLength) throw tooManyInputs(path, maxLength);
  if (isTokens(value)) return [inputAt(path, value)];
  const isOneKind = value.every((each) => typeof each === 'string') || value.every(isTokens);
  if (!isOneKind) throw invalidInput();
  return value.map((each, index) => inputAt(`${path}[${index}]`, each));
};

function isTokens(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every(Number.isInteger);
}

function inputAt(path: string, content: EmbeddingInput['content']): EmbeddingInput {
  if (content === '') throw emptyInput(path);
  return { path, content };
}

const fields = {
  model: text(),
  input,
  encoding_format: optional(oneOf(['float', 'base64'])),
  dimensions: optional(integer({ min: 1 })),
  user: optional(text()),
};

const known = object(fields, ['model', 'input']);

/** A request that is right in itself; whether the model takes it is another question. */
export type CreateEmbedding = Read<typeof fields>;

/**
 * @param body the parsed JSON
 * @throws ApiError for the first mistake, in the API's words
 */
export function readCreateEmbedding(body: unknown): CreateEmbedding {
  if (!isObject(body)) throw invalidType('', 'an object', body);
  if (body.model === undefined) throw modelNeeded();
  if (body.input === undefined) throw missingParameter('input');
  return known(body, '');
}
