import { metadata } from './create-response.ts';
import { ApiError, notOffered } from './errors.ts';
import { type Field, integer, oneOf, optional, text } from './fields.ts';
import { object, type Read } from './object-field.ts';

/** What the requests of a batch can ask for. */
const batchEndpoints = ['/v1/responses', '/v1/chat/completions', '/v1/embeddings'] as const;
export type BatchEndpoint = (typeof batchEndpoints)[number];

/** Those of OpenAI's OpenAPI document that the sandbox does not have. */
const otherEndpoints = [
  '/v1/completions',
  '/v1/moderations',
  '/v1/images/generations',
  '/v1/images/edits',
  '/v1/videos',
] as const;

const endpoint: Field<BatchEndpoint> = (value, path) => {
  const named = oneOf([...batchEndpoints, ...otherEndpoints])(value, path);
  const offered = batchEndpoints.find((each) => each === named);
  if (offered === undefined) throw notOffered(path);
  return offered;
};

const inputFileId: Field<string> = (value, path) => {
  const id = text()(value, path);
  if (id.startsWith('file')) return id;
  throw new ApiError(400, `Invalid '${path}': '${id}'. Expected an ID that begins with 'file'.`, {
    param: path,
    code: 'invalid_value',
  });
};

const fields = {
  input_file_id: inputFileId,
  endpoint,
  completion_window: oneOf(['24h']),
  metadata: optional(metadata),
  output_expires_after: optional(
    object({ anchor: oneOf(['created_at']), seconds: integer({ min: 3600, max: 2_592_000 }) }, [
      'anchor',
      'seconds',
    ]),
  ),
};

export type CreateBatch = Read<typeof fields>;

/**
 * The parameters of `POST /v1/batches`.
 * @throws ApiError for the first mistake, in the API's words
 */
export const readCreateBatch: (body: unknown) => CreateBatch = (body) =>
  object(fields, ['input_file_id', 'endpoint', 'completion_window'])(body, '');
