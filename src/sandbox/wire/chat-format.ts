import { ApiError } from './errors.ts';
import {
  anyObject,
  anything,
  type Field,
  flag,
  invalidType,
  isObject,
  matching,
  missingParameter,
  oneOf,
  optional,
  text,
} from './fields.ts';
import { object } from './object-field.ts';
import { schemaProblem } from './strict-schema.ts';
import { isJsonUnasked, type TextFormat } from './text-format.ts';
import { nameForm } from './tools.ts';

const jsonSchema = object(
  {
    type: anything,
    json_schema: object(
      {
        description: optional(text()),
        name: matching(nameForm, text(64)),
        schema: optional(anyObject),
        strict: optional(flag),
      },
      ['name'],
    ),
  },
  ['json_schema'],
);

/** The other formats have nothing to say. */
const onlyType = object({ type: anything });

/** The `response_format` of a request, as the Responses API has it in `text.format`. */
export const responseFormat: Field<TextFormat> = (value, path) => {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  if (value.type === undefined) throw missingParameter(`${path}.type`);
  const type = oneOf(['json_object', 'json_schema', 'text'])(value.type, `${path}.type`);
  if (type !== 'json_schema') {
    onlyType(value, path);
    return { type };
  }
  const { description, name, schema, strict } = jsonSchema(value, path).json_schema;
  const problem = schemaProblem(schema ?? {}, strict === true);
  if (problem !== null) {
    const message = `Invalid schema for response_format '${name}': ${problem}`;
    throw new ApiError(400, message, { param: path });
  }
  return { type, description, name, schema: schema ?? {}, strict: strict ?? false };
};

/** @throws ApiError 400 when no message asks for the JSON that the format is to be */
export function checkChatAsksForJson(format: TextFormat | null, texts: readonly string[]): void {
  if (!isJsonUnasked(format, texts)) return;
  throw new ApiError(
    400,
    "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
    { param: 'messages' },
  );
}
