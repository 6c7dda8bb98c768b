import { retentions } from '../prompt-cache.ts';
import { summaryKinds } from '../standin/think.ts';
import { ApiError } from './errors.ts';
import {
  absent,
  decimal,
  type Field,
  flag,
  integer,
  invalidType,
  isObject,
  listOf,
  missingParameter,
  oneOf,
  optional,
  text,
} from './fields.ts';
import { object, type Read } from './object-field.ts';
import { input } from './read-items.ts';
import { textFormat } from './text-format.ts';
import { checkToolChoice, toolChoice, tools } from './tools.ts';

export const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;
export type Effort = (typeof efforts)[number];

const includable = [
  'file_search_call.results',
  'web_search_call.results',
  'web_search_call.action.sources',
  'message.input_image.image_url',
  'computer_call_output.output.image_url',
  'code_interpreter_call.outputs',
  'reasoning.encrypted_content',
  'message.output_text.logprobs',
] as const;

/** At most 16 pairs; keys of 64 and values of 512 characters (OpenAI's API reference). */
export const metadata: Field<Record<string, string>> = (value, path) => {
  if (!isObject(value)) throw invalidType(path, 'an object', value);
  const entries = Object.entries(value);
  if (entries.length > 16) {
    throw new ApiError(
      400,
      `Invalid '${path}': too many properties. Expected an object with at most 16 properties, but got an object with ${entries.length} properties instead.`,
      { param: path, code: 'object_above_max_properties' },
    );
  }
  return Object.fromEntries(
    entries.map(([key, held]) => {
      text(64)(key, path);
      return [key, text(512)(held, `${path}.${key}`)];
    }),
  );
};

/** The parameters of `POST /v1/responses`, in the order in which the API checks them (measured August 2026). */
const fields = {
  model: text(),
  input: optional(input),
  previous_response_id: optional(text()),
  prompt: absent,
  conversation: absent,
  moderation: absent,
  include: optional(listOf(oneOf(includable))),
  tools: optional(tools),
  tool_choice: optional(toolChoice),
  metadata: optional(metadata),
  text: optional(
    object({ format: optional(textFormat), verbosity: optional(oneOf(['low', 'medium', 'high'])) }),
  ),
  temperature: optional(decimal({ min: 0, max: 2 })),
  top_p: optional(decimal({ min: 0, max: 1 })),
  presence_penalty: optional(decimal({ min: -2, max: 2 })),
  frequency_penalty: optional(decimal({ min: -2, max: 2 })),
  parallel_tool_calls: optional(flag),
  stream: optional(flag),
  stream_options: optional(object({ include_obfuscation: optional(flag) })),
  background: optional(flag),
  max_output_tokens: optional(integer({ min: 16 })),
  max_tool_calls: optional(integer({ min: 1 })),
  reasoning: optional(
    object({
      effort: optional(oneOf(efforts)),
      summary: optional(oneOf(summaryKinds)),
      generate_summary: optional(oneOf(summaryKinds)),
      context: optional(oneOf(['auto', 'current_turn', 'all_turns'])),
      mode: optional(text()),
    }),
  ),
  user: optional(text()),
  safety_identifier: optional(text(64)),
  prompt_cache_options: absent,
  prompt_cache_key: optional(text()),
  prompt_cache_retention: optional(oneOf(retentions)),
  truncation: optional(oneOf(['auto', 'disabled'])),
  instructions: optional(text()),
  store: optional(flag),
  service_tier: optional(oneOf(['auto', 'default', 'flex', 'scale', 'priority', 'fast'])),
  top_logprobs: optional(integer({ min: 0, max: 20 })),
  context_management: absent,
};

/** A request that is right in itself; whether the model takes it is another question. */
export type CreateResponse = Read<typeof fields>;

const known = object(fields, ['model']);

/**
 * @param body the parsed JSON
 * @throws ApiError for the first mistake, in the API's words
 */
export function readCreateResponse(body: unknown): CreateResponse {
  if (!isObject(body)) throw invalidType('', 'an object', body);
  if (body.model === undefined) throw missingParameter('model');
  if (body.messages !== undefined) throw movedToInput();
  if (body.input === undefined && body.previous_response_id === undefined) {
    throw missingParameter('input');
  }
  const request = known(body, '');
  checkToolChoice(request.tool_choice, request.tools ?? []);
  if (request.background && request.store === false) throw backgroundUnstored();
  return request;
}

/** That it is refused is in OpenAI's background guide; the words are ours. */
function backgroundUnstored(): ApiError {
  return new ApiError(400, "Invalid value: 'background' requires 'store' to be true.", {
    param: 'background',
    code: 'invalid_value',
  });
}

function movedToInput(): ApiError {
  return new ApiError(
    400,
    "Unsupported parameter: 'messages'. In the Responses API, this parameter has moved to 'input'. Try again with the new parameter. See the API documentation for more information: https://platform.openai.com/docs/api-reference/responses/create.",
    { code: 'unsupported_parameter' },
  );
}

const compactable = object(
  {
    model: fields.model,
    input: fields.input,
    previous_response_id: fields.previous_response_id,
    instructions: fields.instructions,
    prompt_cache_options: fields.prompt_cache_options,
    prompt_cache_key: optional(text(64)),
    prompt_cache_retention: fields.prompt_cache_retention,
    service_tier: fields.service_tier,
  },
  ['model'],
);

export type CompactResponse = ReturnType<typeof compactable>;

/** The same for `POST /v1/responses/compact`. */
export function readCompactResponse(body: unknown): CompactResponse {
  if (isObject(body) && body.model === undefined) throw missingParameter('model');
  return compactable(body, '');
}

const countable = object(
  {
    model: fields.model,
    input: fields.input,
    previous_response_id: fields.previous_response_id,
    conversation: fields.conversation,
    tools: fields.tools,
    tool_choice: fields.tool_choice,
    text: fields.text,
    parallel_tool_calls: fields.parallel_tool_calls,
    reasoning: fields.reasoning,
    truncation: fields.truncation,
    instructions: fields.instructions,
  },
  ['model'],
);

/** The same for `POST /v1/responses/input_tokens`, which knows a part of the parameters. */
export function readInputTokens(body: unknown): ReturnType<typeof countable> {
  if (isObject(body) && body.model === undefined) throw missingParameter('model');
  return countable(body, '');
}
