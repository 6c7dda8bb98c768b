import { ApiError } from './errors.ts';

/** The older endpoints' words for it (published answers). */
export function modelNeeded(): ApiError {
  return new ApiError(400, 'you must provide a model parameter');
}

/** What the endpoint says of an input that has none of its forms (published answers, 2023 to 2025). */
export function invalidInput(): ApiError {
  return new ApiError(
    400,
    "'$.input' is invalid. Please check the API reference: https://platform.openai.com/docs/api-reference.",
  );
}

/** @param path `input` or, among several, `input[0]` */
export function emptyInput(path: string): ApiError {
  return new ApiError(400, `Invalid '${path}': input cannot be an empty string.`);
}

export function tooManyInputs(path: string, most: number): ApiError {
  return new ApiError(400, `Invalid '${path}': array length must be ${most} or less.`);
}

/** @param most in tokens */
export function inputTooLong(path: string, most: number): ApiError {
  return new ApiError(400, `Invalid '${path}': maximum input length is ${most} tokens.`);
}

export function tooManyTokens(requested: number, most: number): ApiError {
  return new ApiError(400, `Requested ${requested} tokens, max ${most} tokens per request`, {
    type: 'max_tokens_per_request',
    code: 'max_tokens_per_request',
  });
}

export function notForEmbeddings(): ApiError {
  return new ApiError(403, 'You are not allowed to generate embeddings from this model');
}

export function fixedDimensions(): ApiError {
  return new ApiError(400, 'This model does not support specifying dimensions.');
}

export function tooManyDimensions(asked: number, most: number): ApiError {
  return new ApiError(
    400,
    `Invalid value for 'dimensions' = ${asked}. Must be less than or equal to ${most}.`,
  );
}
