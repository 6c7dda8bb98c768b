import { ApiError, notOffered } from './errors.ts';
import {
  anyObject,
  anything,
  type Field,
  flag,
  invalidType,
  isObject,
  listOf,
  matching,
  missingParameter,
  oneOf,
  optional,
  text,
} from './fields.ts';
import { object } from './object-field.ts';
import {
  checkParameters,
  type FunctionTool,
  type NamedFunction,
  nameForm,
  type ToolChoice,
} from './tools.ts';

const functionObject = object(
  {
    name: matching(nameForm, text(64)),
    description: optional(text()),
    parameters: optional(anyObject),
    strict: optional(flag),
  },
  ['name'],
);

const tool = object({ type: anything, function: functionObject }, ['function']);

const readTool: Field<FunctionTool> = (value, path) => {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  if (value.type === undefined) throw missingParameter(`${path}.type`);
  const type = oneOf(['function', 'custom'])(value.type, `${path}.type`);
  if (type !== 'function') throw notOffered(`${path}.type`);
  const { name, description, parameters, strict } = tool(value, path).function;
  if (parameters !== null) {
    checkParameters(parameters, strict === true, name, `${path}.function`);
  }
  return { type, description, name, parameters, strict: strict ?? false };
};

/** The `tools` of a request. Unlike in the Responses API, they are strict only when they say so. */
export const chatTools = listOf(readTool, { min: 1, max: 128, expected: 'an array of objects' });

/** The type is not looked at: whatever it is, a function is missed (measured August 2026). */
const choice = object({ type: anything, function: object({ name: text() }, ['name']) }, [
  'function',
]);

const namedFunction: Field<NamedFunction> = (value, path) => {
  const { name } = choice(value, path).function;
  return { type: 'function', name };
};

const allowedTools = object(
  {
    type: anything,
    allowed_tools: object({ mode: oneOf(['auto', 'required']), tools: listOf(namedFunction) }, [
      'mode',
      'tools',
    ]),
  },
  ['allowed_tools'],
);

export const chatToolChoice: Field<ToolChoice> = (value, path) => {
  if (typeof value === 'string') return oneOf(['none', 'auto', 'required'])(value, path);
  if (!isObject(value)) {
    throw invalidType(path, "one of one of 'none', 'auto', or 'required' or object", value);
  }
  if (value.type !== 'allowed_tools') return namedFunction(value, path);
  return { type: 'allowed_tools', ...allowedTools(value, path).allowed_tools };
};

/**
 * Refuses a choice of functions that are not there.
 * @throws ApiError 400
 */
export function checkChatToolChoice(
  choice: ToolChoice | null,
  tools: readonly FunctionTool[] | null,
): void {
  if (choice === null) return;
  if (tools === null) throw choiceWithoutTools();
  const missing = namesIn(choice).find((name) => !tools.some((tool) => tool.name === name));
  if (missing !== undefined) throw choiceNotFound(missing);
}

function namesIn(choice: ToolChoice): readonly string[] {
  if (typeof choice === 'string') return [];
  return choice.type === 'function' ? [choice.name] : choice.tools.map(({ name }) => name);
}

function choiceWithoutTools(): ApiError {
  return invalidChoice("'tool_choice' is only allowed when 'tools' are specified.");
}

function choiceNotFound(name: string): ApiError {
  return invalidChoice(`no function named '${name}' was specified in the 'tools' parameter.`);
}

function invalidChoice(problem: string): ApiError {
  return new ApiError(400, `Invalid value for 'tool_choice': ${problem}`, { param: 'tool_choice' });
}
