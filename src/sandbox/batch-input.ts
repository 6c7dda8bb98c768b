import { findModel, isShutDown } from '../usage/models.ts';
import type { StoredFile } from './file-store.ts';
import { jsonOf, type Line, linesOf } from './json-lines.ts';
import {
  duplicate,
  emptyFile,
  fileGone,
  notForBatches,
  notJson,
  otherModel,
  otherUrl,
  required,
  streamed,
  tooMany,
  unsupportedModel,
} from './wire/batch-errors.ts';
import type { BatchError } from './wire/batch-object.ts';
import type { BatchEndpoint, CreateBatch } from './wire/create-batch.ts';
import { ApiError } from './wire/errors.ts';
import {
  invalidType,
  isObject,
  type JsonObject,
  missingParameter,
  oneOf,
  text,
} from './wire/fields.ts';

/** One line of the file: a request that will be sent. */
export interface BatchRequest {
  readonly customId: string;
  readonly model: string;
  readonly body: JsonObject;
}

/** What the API calls an endpoint, and the parameter beside `model` that it looks for before anything runs. */
const endpoints: Readonly<Record<BatchEndpoint, { name: string; needs: string | null }>> = {
  '/v1/responses': { name: 'Responses', needs: null },
  '/v1/chat/completions': { name: 'Chat Completions', needs: 'messages' },
  '/v1/embeddings': { name: 'Embeddings', needs: 'input' },
};

/** Requests of a batch, and inputs of one of embeddings (OpenAI's API reference). */
const most = 50_000;

/** Mistakes that are told: a file may have one in every line. */
const mostErrors = 100;

export interface BatchInput {
  /** How many requests there are. */
  readonly total: number;
  /** The model of all of them. */
  readonly model: string | null;
  readonly errors: readonly BatchError[];
}

/**
 * Looks through the file of a batch, all of it: one mistake fails the batch before anything runs.
 * @param file null when there is none
 */
export function validateInput(
  file: StoredFile | null,
  { input_file_id, endpoint }: CreateBatch,
  today: Date,
): BatchInput {
  if (file === null) return wrongFile(fileGone(input_file_id));
  const { object, content } = file;
  if (object.purpose !== 'batch') return wrongFile(notForBatches(object.purpose));
  return validateLines(content, endpoint, today);
}

function wrongFile(error: ApiError): BatchInput {
  return { total: 0, model: null, errors: [asBatchError(error, null)] };
}

function validateLines(content: Uint8Array, endpoint: BatchEndpoint, today: Date): BatchInput {
  const errors: BatchError[] = [];
  const known = new Set<string>();
  let first: BatchRequest | null = null;
  let total = 0;
  let inputs = 0;
  for (const line of linesOf(content)) {
    total += 1;
    if (total > most) break;
    try {
      const request = readRequest(line, endpoint);
      first ??= request;
      checkModel(request.model, first.model, today);
      if (known.has(request.customId)) throw duplicate(request.customId);
      known.add(request.customId);
      inputs += inputsOf(request.body);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (errors.length < mostErrors) errors.push(asBatchError(error, line.number));
    }
  }
  if (total === 0) errors.push(asBatchError(emptyFile(), null));
  if (total > most || inputs > most) errors.push(asBatchError(tooMany(most), null));
  return { total, model: first?.model ?? null, errors };
}

/** The requests of a file that was found right, one at a time. */
export function* requestsIn(content: Uint8Array, endpoint: BatchEndpoint): Generator<BatchRequest> {
  for (const line of linesOf(content)) yield readRequest(line, endpoint);
}

/** @throws ApiError for the first mistake of the line */
function readRequest({ text: json }: Line, endpoint: BatchEndpoint): BatchRequest {
  const line = jsonOf(json);
  if (!isObject(line)) throw notJson();
  for (const name of ['custom_id', 'method', 'url', 'body']) {
    if (line[name] === undefined) throw missingParameter(name);
  }
  const customId = text()(line.custom_id, 'custom_id');
  oneOf(['POST'])(line.method, 'method');
  if (line.url !== endpoint) throw otherUrl();
  const { body } = line;
  if (!isObject(body)) throw invalidType('body', 'an object', body);
  const { name, needs } = endpoints[endpoint];
  for (const needed of ['model', needs]) {
    if (needed !== null && body[needed] === undefined) throw required(needed);
  }
  if (body.stream === true) throw streamed(name);
  return { customId, model: text()(body.model, 'body.model'), body };
}

function checkModel(id: string, first: string, today: Date): void {
  const model = findModel(id);
  if (model === undefined || isShutDown(model, today)) throw unsupportedModel(id);
  if (id !== first) throw otherModel(id);
}

/** Texts to embed, or 1 for anything else. */
function inputsOf({ input }: JsonObject): number {
  const isList = Array.isArray(input) && typeof input[0] !== 'number';
  return isList ? input.length : 1;
}

/** A mistake as a batch tells it. */
export function asBatchError({ code, message, param }: ApiError, line: number | null): BatchError {
  return { code, message, param, line };
}
