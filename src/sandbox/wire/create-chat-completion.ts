import { retentions } from '../prompt-cache.ts';
import { checkChatAsksForJson, responseFormat } from './chat-format.ts';
import { messages } from './chat-messages.ts';
import { chatToolChoice, chatTools, checkChatToolChoice } from './chat-tools.ts';
import { efforts, metadata } from './create-response.ts';
import { ApiError, notOffered } from './errors.ts';
import {
  absent,
  anyObject,
  decimal,
  type Field,
  flag,
  integer,
  invalidType,
  isObject,
  listOf,
  oneOf,
  optional,
  text,
} from './fields.ts';
import { messageText } from './items.ts';
import { object, type Read } from './object-field.ts';

/** Text is all that comes out. */
const modalities: Field<null> = (value, path) =>
  Array.isArray(value) && value.every((each) => each === 'text') ? null : absent(value, path);

/** One sequence or up to four. */
const stop: Field<readonly string[]> = (value, path) =>
  typeof value === 'string' ? [value] : listOf(text(), { min: 1, max: 4 })(value, path);

/** Completions are not stored, and so cannot be fetched again; saying so with `false` is fine. */
const store: Field<null> = (value, path) => {
  if (flag(value, path)) throw notOffered(path);
  return null;
};

/** The parameters of `POST /v1/chat/completions`, in the order in which the API checks them (measured August 2026). */
const fields = {
  model: text(),
  messages,
  functions: absent,
  function_call: absent,
  tools: optional(chatTools),
  tool_choice: optional(chatToolChoice),
  parallel_tool_calls: optional(flag),
  max_completion_tokens: optional(integer({ min: 1 })),
  n: optional(integer({ min: 1, max: 128 })),
  temperature: optional(decimal({ min: 0, max: 2 })),
  top_p: optional(decimal({ min: 0, max: 1 })),
  presence_penalty: optional(decimal({ min: -2, max: 2 })),
  frequency_penalty: optional(decimal({ min: -2, max: 2 })),
  logprobs: optional(flag),
  top_logprobs: optional(integer({ min: 0 })),
  user: optional(text()),
  seed: optional(integer({})),
  moderation: absent,
  safety_identifier: optional(text(64)),
  prompt_cache_options: absent,
  prompt_cache_key: optional(text()),
  prompt_cache_retention: optional(oneOf(retentions)),
  response_format: optional(responseFormat),
  service_tier: optional(oneOf(['auto', 'default', 'fast', 'flex', 'priority'])),
  max_tokens: optional(integer({ min: 1 })),
  reasoning_effort: optional(oneOf(efforts)),
  logit_bias: optional(anyObject),
  stop: optional(stop),
  stream: optional(flag),
  stream_options: optional(
    object({ include_usage: optional(flag), include_obfuscation: optional(flag) }),
  ),
  store: optional(store),
  metadata: optional(metadata),
  prediction: optional(anyObject),
  verbosity: optional(oneOf(['low', 'medium', 'high'])),
  // Of models for sound and search.
  audio: absent,
  modalities,
  web_search_options: absent,
};

/** A request that is right in itself; whether the model takes it is another question. */
export type CreateChatCompletion = Read<typeof fields>;

const known = object(fields, ['model', 'messages']);

/**
 * @param body the parsed JSON
 * @throws ApiError for the first mistake, in the API's words
 */
export function readCreateChatCompletion(body: unknown): CreateChatCompletion {
  if (!isObject(body)) throw invalidType('', 'an object', body);
  if (body.model === undefined || body.model === null || body.model === '') throw modelMissing();
  const request = known(body, '');
  checkChatToolChoice(request.tool_choice, request.tools);
  checkTogether(request);
  const texts = request.messages.flatMap((item) =>
    item.type === 'message' ? [messageText(item)] : [],
  );
  checkChatAsksForJson(request.response_format, texts);
  return request;
}

/** Parameters that need another one, or cannot stand beside it. */
function checkTogether(request: CreateChatCompletion): void {
  if (request.top_logprobs !== null && !request.logprobs) throw needs('top_logprobs', 'logprobs');
  if (request.stream_options !== null && !request.stream) throw needs('stream_options', 'stream');
  if (request.max_tokens !== null && request.max_completion_tokens !== null) {
    throw new ApiError(
      400,
      "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
      { param: 'max_tokens', code: 'invalid_parameter_combination' },
    );
  }
}

function needs(param: string, other: string): ApiError {
  const message = `The '${param}' parameter is only allowed when '${other}' is enabled.`;
  return new ApiError(400, message, { param });
}

/** Missing, null and empty are the same here. */
function modelMissing(): ApiError {
  return new ApiError(400, 'you must provide a model parameter');
}
