import { ApiError } from './errors.ts';
import { organization } from './rate-limit-errors.ts';

/*
 * Mistakes in the file of a batch. Their words are those of failed batches, published in 2025, unless a comment says
 * otherwise. The status is never told: they stand in a list in the batch.
 */

function mistake(code: string, message: string, param: string | null = null): ApiError {
  return new ApiError(400, message, { code, param });
}

export function notJson(): ApiError {
  return mistake('invalid_json_line', 'This line is not parseable as valid JSON.');
}

export function fileGone(id: string): ApiError {
  const message = `Cannot find file ${id}, or organization ${organization} does not have access to it.`;
  return mistake('invalid_request', message, 'file_id');
}

/** A rule of OpenAI's batch guide in our words. */
export function notForBatches(purpose: string): ApiError {
  const message = `The input file has the purpose '${purpose}'; that of a batch needs 'batch'.`;
  return mistake('invalid_request', message, 'file_id');
}

/** The code is in OpenAI's batch guide, the words are ours. */
export function emptyFile(): ApiError {
  return mistake('empty_file', 'The input file has no requests.');
}

/** The code is in OpenAI's batch guide, the words are ours. */
export function tooMany(most: number): ApiError {
  return mistake('too_many_tasks', `A batch has at most ${most} requests or inputs to embed.`);
}

export function otherUrl(): ApiError {
  const message = 'The URL provided for this request does not match the batch endpoint.';
  return mistake('invalid_url', message, 'url');
}

export function required(name: string): ApiError {
  const message = `${name.charAt(0).toUpperCase()}${name.slice(1)} parameter is required.`;
  return mistake('invalid_request', message, `body.${name}`);
}

export function streamed(endpoint: string): ApiError {
  const message = `${endpoint}: Streaming is not supported in the Batch API.`;
  return mistake('streaming_unsupported', message, 'body.stream');
}

export function unsupportedModel(id: string): ApiError {
  const message = `The provided model '${id}' is not supported by the Batch API.`;
  return mistake('model_not_found', message, 'body.model');
}

export function otherModel(id: string): ApiError {
  const message = `The model '${id}' for this request does not match the rest of the batch. Each batch must contain requests for a single model.`;
  return mistake('mismatched_model', message, 'body.model');
}

export function duplicate(customId: string): ApiError {
  const message = `The custom_id '${customId}' for this request is a duplicate of another request. The custom_id parameter must be unique for each request in a batch.`;
  return mistake('duplicate_custom_id', message, 'custom_id');
}

export function batchNotFound(id: string): ApiError {
  return new ApiError(404, `No batch found with id '${id}'.`);
}

export function notCancellable(status: string): ApiError {
  return new ApiError(409, `Cannot cancel a batch with status '${status}'.`);
}
