import { acceptsTemperature, type Model } from '../usage/models.ts';
import { recentModel } from './model-rules.ts';
import { retentionOf } from './prompt-cache.ts';
import type { CreateChatCompletion } from './wire/create-chat-completion.ts';
import { ApiError, notOffered } from './wire/errors.ts';
import { integer } from './wire/fields.ts';

/** Models that call functions on this endpoint only while they do not reason (public reports, March to September 2026). */
const toolsWithoutReasoning = /^gpt-(5\.[246]|6)/;

/** What a request asks of a model, with the effort that applies. */
interface Asked {
  readonly request: CreateChatCompletion;
  readonly model: Model;
}

/**
 * Refuses parameters that are right in themselves, but not for this model, or that the sandbox has no part for.
 * The order is that of the API where it is known (measured August 2026).
 * @throws ApiError 400
 */
export function checkChatCapabilities(request: CreateChatCompletion, model: Model): void {
  const asked = { request, model };
  checkChoices(asked);
  checkLengths(asked);
  checkReasoning(asked);
  checkRefused(asked);
  checkSampling(asked);
  checkLogprobs(asked);
}

/** Models that reason give fewer answers at once: 8 is measured with one of them, 128 is documented for all. */
function checkChoices({ request, model }: Asked): void {
  if (model.reasoning && request.n !== null) integer({ max: 8 })(request.n, 'n');
}

function checkLengths({ request, model }: Asked): void {
  if (model.reasoning && request.max_tokens !== null) {
    throw unsupportedParameter('max_tokens', " Use 'max_completion_tokens' instead.");
  }
  const asked = request.max_completion_tokens ?? request.max_tokens ?? 0;
  const most = model.maxOutputTokens ?? 0;
  if (asked > most) throw tooLarge(asked, most);
  const { prompt_cache_retention: retention } = request;
  if (retention === 'in_memory' && retentionOf(null, model) === '24h') {
    throw new ApiError(400, 'This model is compatible only with 24h extended prompt caching', {
      param: 'prompt_cache_retention',
    });
  }
}

function checkReasoning({ request, model }: Asked): void {
  const { reasoning_effort: effort, verbosity, tools } = request;
  if (!model.reasoning && effort !== null) throw unrecognized('reasoning_effort');
  // Models that never accept a temperature are those that cannot stop reasoning.
  if (effort === 'none' && model.temperature === 'never') {
    throw unsupportedValue('reasoning_effort', "'none'", "'low', 'medium', and 'high'");
  }
  if (!recentModel.test(model.id) && verbosity !== null && verbosity !== 'medium') {
    throw unsupportedValue('verbosity', `'${verbosity}'`, "'medium'");
  }
  const reasons = model.reasoning && (effort ?? model.defaultEffort) !== 'none';
  if (tools !== null && reasons && toolsWithoutReasoning.test(model.id)) throw noTools(model);
}

/** Of these the models that reason refuse every value; for the others the sandbox has no part for two of them. */
function checkRefused({ request, model }: Asked): void {
  for (const name of ['logit_bias', 'stop', 'prediction'] as const) {
    if (request[name] === null) continue;
    if (model.reasoning) throw unsupportedParameter(name);
    if (name !== 'stop') throw notOffered(name);
  }
}

/** The defaults may be sent to every model. */
function checkSampling({ request, model }: Asked): void {
  if (acceptsTemperature(model, request.reasoning_effort)) return;
  const { temperature } = request;
  if (temperature !== null && temperature !== 1) {
    throw new ApiError(
      400,
      `Unsupported value: 'temperature' does not support ${temperature} with this model. Only the default (1) value is supported.`,
      { param: 'temperature', code: 'unsupported_value' },
    );
  }
  const defaults = { top_p: 1, presence_penalty: 0, frequency_penalty: 0 } as const;
  for (const name of ['top_p', 'presence_penalty', 'frequency_penalty'] as const) {
    const sent = request[name];
    if (sent !== null && sent !== defaults[name]) throw unsupportedParameter(name);
  }
  if (request.logprobs) throw unsupportedParameter('logprobs');
}

/** Of how many tokens the probability can be had: 20 is documented, 5 is measured with a model that reasons. */
function checkLogprobs({ request, model }: Asked): void {
  const most = model.reasoning ? 5 : 20;
  if (request.top_logprobs === null || request.top_logprobs <= most) return;
  throw new ApiError(
    400,
    `Invalid value for 'top_logprobs': must be less than or equal to ${most}.`,
    { param: 'top_logprobs' },
  );
}

function unsupportedParameter(param: string, advice = ''): ApiError {
  return new ApiError(
    400,
    `Unsupported parameter: '${param}' is not supported with this model.${advice}`,
    { param, code: 'unsupported_parameter' },
  );
}

/** @param value and @param supported as they stand in the message, in quotation marks */
function unsupportedValue(param: string, value: string, supported: string): ApiError {
  return new ApiError(
    400,
    `Unsupported value: '${param}' does not support ${value} with this model. Supported values are: ${supported}.`,
    { param, code: 'unsupported_value' },
  );
}

function unrecognized(name: string): ApiError {
  return new ApiError(400, `Unrecognized request argument supplied: ${name}`);
}

/** The API names `max_tokens` whichever parameter it was. */
function tooLarge(asked: number, most: number): ApiError {
  return new ApiError(
    400,
    `max_tokens is too large: ${asked}. This model supports at most ${most} completion tokens, whereas you provided ${asked}.`,
    { param: 'max_tokens', code: 'invalid_value' },
  );
}

function noTools({ id }: Model): ApiError {
  return new ApiError(
    400,
    `Function tools with reasoning_effort are not supported for ${id} in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'.`,
    { param: 'reasoning_effort' },
  );
}
