import { ApiError, notOffered } from './errors.ts';
import {
  anyObject,
  anything,
  type Field,
  flag,
  invalidType,
  invalidValue,
  isObject,
  type JsonObject,
  listOf,
  matching,
  missingParameter,
  oneOf,
  optional,
  text,
} from './fields.ts';
import { object } from './object-field.ts';
import { closed, schemaProblem } from './strict-schema.ts';

/** A function that may be called, as responses echo it; key order as recorded. */
export interface FunctionTool {
  readonly type: 'function';
  readonly description: string | null;
  readonly name: string;
  readonly parameters: JsonObject | null;
  readonly strict: boolean;
}

/** The types of tool that the API knows (OpenAI's OpenAPI document). */
const toolTypes = [
  'function',
  'file_search',
  'computer',
  'computer_use_preview',
  'web_search',
  'web_search_2025_08_26',
  'mcp',
  'code_interpreter',
  'programmatic_tool_calling',
  'image_generation',
  'local_shell',
  'shell',
  'custom',
  'namespace',
  'tool_search',
  'web_search_preview',
  'web_search_preview_2025_03_11',
  'apply_patch',
] as const;

/** The form of a function's name and of a format's (OpenAI's OpenAPI document). */
export const nameForm = '^[a-zA-Z0-9_-]+$';

const functionTool = object(
  {
    type: anything,
    name: matching(nameForm, text(128)),
    description: optional(text()),
    parameters: optional(anyObject),
    strict: optional(flag),
  },
  ['name'],
);

const readTool: Field<FunctionTool> = (value, path) => {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  if (value.type === undefined) throw missingParameter(`${path}.type`);
  const type = oneOf(toolTypes)(value.type, `${path}.type`);
  if (type !== 'function') throw notOffered(`${path}.type`);
  const { name, description, parameters, strict } = functionTool(value, path);
  return { type, description, name, ...checkedParameters(parameters, strict, name, path) };
};

/** The `tools` of a request; hosted and custom ones are not offered. */
export const tools = listOf(readTool);

/**
 * What is not said to be strict is made so where it can be, and left as it is where it cannot (OpenAI's OpenAPI
 * document).
 */
function checkedParameters(
  parameters: JsonObject | null,
  strict: boolean | null,
  name: string,
  path: string,
): Pick<FunctionTool, 'parameters' | 'strict'> {
  if (parameters === null) return { parameters, strict: strict ?? true };
  checkParameters(parameters, strict === true, name, path);
  if (strict !== null) return { parameters, strict };
  const strictly = closed(parameters);
  return schemaProblem(strictly, true) === null
    ? { parameters: strictly, strict: true }
    : { parameters, strict: false };
}

/**
 * @param path where the function stands: `tools[0]`
 * @throws ApiError 400 for what is no schema or, if it is to be strict, outside of the strict subset
 */
export function checkParameters(
  parameters: JsonObject,
  strict: boolean,
  name: string,
  path: string,
): void {
  const problem = schemaProblem(parameters, strict);
  if (problem !== null) throw invalidParameters(name, problem, `${path}.parameters`);
}

/** @param param where the schema stands: `tools[0].parameters` */
function invalidParameters(name: string, problem: string, param: string): ApiError {
  return new ApiError(400, `Invalid schema for function '${name}': ${problem}`, {
    param,
    code: 'invalid_function_parameters',
  });
}

export interface NamedFunction {
  readonly type: 'function';
  readonly name: string;
}

export type ToolChoice =
  | 'none'
  | 'auto'
  | 'required'
  | NamedFunction
  | {
      readonly type: 'allowed_tools';
      readonly mode: 'auto' | 'required';
      readonly tools: readonly NamedFunction[];
    };

const namedFunction = object({ type: oneOf(['function']), name: text() }, ['type', 'name']);

const allowedTools = object(
  {
    type: oneOf(['allowed_tools']),
    mode: oneOf(['auto', 'required']),
    tools: listOf(namedFunction),
  },
  ['type', 'mode', 'tools'],
);

export const toolChoice: Field<ToolChoice> = (value, path) => {
  if (typeof value === 'string') return oneOf(['none', 'auto', 'required'])(value, path);
  if (!isObject(value)) throw invalidType(path, 'one of a string or object', value);
  if (value.type === undefined) throw missingParameter(`${path}.type`);
  if (value.type === 'allowed_tools') return allowedTools(value, path);
  if (value.type === 'function') return namedFunction(value, path);
  const type = text()(value.type, `${path}.type`);
  const known = [...toolTypes, 'allowed_tools'];
  throw known.includes(type) ? choiceNotFound(type) : invalidValue(`${path}.type`, type, known);
};

/**
 * Refuses a choice of tools that are not there.
 * @throws ApiError 400
 */
export function checkToolChoice(choice: ToolChoice | null, offered: readonly FunctionTool[]): void {
  const isOffered = (name: string) => offered.some((tool) => tool.name === name);
  if (choice === 'required' && offered.length === 0) throw choiceWithoutTools();
  if (choice === null || typeof choice === 'string') return;
  if (choice.type === 'function' && !isOffered(choice.name)) throw choiceNotFound('function');
  if (choice.type !== 'allowed_tools') return;
  const unknown = choice.tools.find(({ name }) => !isOffered(name));
  if (unknown !== undefined) throw choiceNotFound(unknown.name);
}

function choiceWithoutTools(): ApiError {
  return new ApiError(400, "Tool choice 'required' must be specified with 'tools' parameter.", {
    param: 'tool_choice',
  });
}

function choiceNotFound(chosen: string): ApiError {
  return new ApiError(400, `Tool choice '${chosen}' not found in 'tools' parameter.`, {
    param: 'tool_choice',
  });
}
