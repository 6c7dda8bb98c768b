import { ApiError } from './errors.ts';
import {
  anyObject,
  anything,
  type Field,
  flag,
  invalidType,
  isObject,
  type JsonObject,
  matching,
  missingParameter,
  oneOf,
  optional,
  text,
} from './fields.ts';
import { object } from './object-field.ts';
import { schemaProblem } from './strict-schema.ts';
import { nameForm } from './tools.ts';

/** The form of an answer, as responses echo it. */
export type TextFormat =
  | { readonly type: 'text' | 'json_object' }
  | {
      readonly type: 'json_schema';
      readonly description: string | null;
      readonly name: string;
      readonly schema: JsonObject;
      readonly strict: boolean;
    };

const jsonSchema = object(
  {
    type: anything,
    description: optional(text()),
    name: matching(nameForm, text(64)),
    schema: anyObject,
    strict: optional(flag),
  },
  ['name', 'schema'],
);

/** The other formats have nothing to say. */
const onlyType = object({ type: anything });

/** `text.format` of a request. */
export const textFormat: Field<TextFormat> = (value, path) => {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  if (value.type === undefined) throw missingParameter(`${path}.type`);
  const type = oneOf(['text', 'json_schema', 'json_object'])(value.type, `${path}.type`);
  if (type !== 'json_schema') {
    onlyType(value, path);
    return { type };
  }
  const { description, name, schema, strict } = jsonSchema(value, path);
  const problem = schemaProblem(schema, strict === true);
  if (problem !== null) {
    throw new ApiError(400, `Invalid schema for response_format '${name}': ${problem}`, {
      param: `${path}.schema`,
      code: 'invalid_json_schema',
    });
  }
  return { type, description, name, schema, strict: strict ?? false };
};

/** Some JSON is only written when a message asks for it: without the word a model may never end (OpenAI's guide). */
export function isJsonUnasked(format: TextFormat | null, texts: Iterable<string>): boolean {
  return format?.type === 'json_object' && ![...texts].some((each) => /json/i.test(each));
}

/** @throws ApiError 400 when no message asks for the JSON that the format is to be */
export function checkJsonIsAsked(format: TextFormat | null, texts: Iterable<string>): void {
  if (!isJsonUnasked(format, texts)) return;
  throw new ApiError(
    400,
    "Response input messages must contain the word 'json' in some form to use 'text.format' of type 'json_object'.",
    { param: 'input' },
  );
}
