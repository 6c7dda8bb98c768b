import { acceptsTemperature, findModel, isShutDown, type Model } from '../usage/models.ts';
import type { CreateResponse } from './wire/create-response.ts';
import { ApiError, impossibleModel, retiredModel, unknownModel } from './wire/errors.ts';

/** gpt-5 and its successors. */
export const recentModel = /^gpt-[5-9]/;

/**
 * The model of this name, if it can answer text requests today.
 * @throws ApiError 404 for an unknown or retired one, 400 for one of another kind
 */
export function textModel(id: string, today: Date): Model {
  const model = findModel(id);
  if (id === '' || model?.kind === 'embedding') throw impossibleModel(id);
  if (model === undefined) throw unknownModel(id);
  if (isShutDown(model, today)) throw retiredModel(id);
  return model;
}

/**
 * Refuses parameters that are right in themselves, but not for this model.
 * @throws ApiError 400
 */
export function checkCapabilities(request: CreateResponse, model: Model): void {
  const effort = request.reasoning?.effort ?? null;
  if (!acceptsTemperature(model, effort)) {
    for (const name of sampling) {
      if (request[name] !== null) throw unsupportedParameter(name, null);
    }
    if (asksForLogprobs(request)) throw noLogprobs(request);
  }
  if (!model.reasoning) {
    if (effort !== null) throw unsupportedParameter('reasoning.effort', 'unsupported_parameter');
    if (asksForSummary(request))
      throw unsupportedParameter('reasoning.summary', 'unsupported_parameter');
  }
  // Models that never accept a temperature are those that cannot stop reasoning.
  if (effort === 'none' && model.temperature === 'never') throw effortRequired(model);
}

/** Parameters of the choice of tokens, in the order in which they are refused. */
const sampling = ['temperature', 'top_p', 'presence_penalty', 'frequency_penalty'] as const;

/** Either parameter is enough. */
export function asksForLogprobs({ include, top_logprobs }: CreateResponse): boolean {
  return (top_logprobs ?? 0) > 0 || (include ?? []).includes('message.output_text.logprobs');
}

/** Measured August 2026. */
function noLogprobs({ top_logprobs }: CreateResponse): ApiError {
  return new ApiError(400, 'logprobs are not supported with reasoning models.', {
    param: (top_logprobs ?? 0) > 0 ? 'top_logprobs' : 'include',
    code: 'unsupported_parameter',
  });
}

function asksForSummary({ reasoning }: CreateResponse): boolean {
  return reasoning !== null && (reasoning.summary ?? reasoning.generate_summary) !== null;
}

/** @param code null for the sampling parameters (measured August 2026); others have one. */
function unsupportedParameter(param: string, code: string | null): ApiError {
  const message = `Unsupported parameter: '${param}' is not supported with this model.`;
  return new ApiError(400, message, { param, code });
}

/** The efforts named are those that all models of this kind know. */
function effortRequired(model: Model): ApiError {
  return new ApiError(
    400,
    `Unsupported value: 'none' is not supported with the '${model.id}' model. Supported values are: 'low', 'medium', and 'high'.`,
    { param: 'reasoning.effort', code: 'unsupported_value' },
  );
}
