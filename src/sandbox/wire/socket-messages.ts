import { ApiError, notOffered, unparsableBody } from './errors.ts';
import {
  flag,
  invalidValue,
  isObject,
  type JsonObject,
  missingParameter,
  optional,
} from './fields.ts';

/** A `response.create` message. */
export interface CreateMessage {
  /** The body of a streamed `POST /v1/responses` that asks for the same. */
  readonly body: JsonObject;
  /** False: read the input and keep it, so that the next turn can begin sooner, but answer nothing. */
  readonly generate: boolean;
  readonly previousResponseId: unknown;
}

/**
 * Reads a message of the client. Fields of HTTP that have no meaning here are left out, as OpenAI's guide to the
 * WebSocket mode says: every answer is streamed.
 * @throws ApiError 400
 */
export function readCreateMessage(text: string): CreateMessage {
  const message = parsed(text);
  if (message.type === undefined) throw missingParameter('type');
  if (message.type !== 'response.create') {
    throw invalidValue('type', String(message.type), ['response.create']);
  }
  const { type, generate, stream, background, stream_id, ...body } = message;
  if (optional(flag)(background, 'background')) throw inBackground();
  if (stream_id !== undefined) throw notOffered('stream_id');
  return {
    body: { ...body, stream: true },
    generate: optional(flag)(generate, 'generate') ?? true,
    previousResponseId: body.previous_response_id,
  };
}

function parsed(text: string): JsonObject {
  try {
    const message: unknown = JSON.parse(text);
    if (isObject(message)) return message;
  } catch {}
  throw unparsableBody();
}

/** The words are ours. */
function inBackground(): ApiError {
  return new ApiError(
    400,
    "Unsupported parameter: 'background' is not supported over a WebSocket.",
    {
      param: 'background',
      code: 'unsupported_parameter',
    },
  );
}

export interface WireError {
  readonly type: string;
  readonly code: string | null;
  readonly message: string;
  readonly param: string | null;
}

/**
 * The event that tells of a failure. It needs a code even where the same failure over HTTP has none (Open
 * Responses, 2026-04-24): then it is the type of the error.
 */
export function errorEvent({
  status,
  type,
  code,
  message,
  param,
}: WireError & { readonly status: number }): string {
  return JSON.stringify({
    type: 'error',
    status,
    error: { type, code: code ?? type, message, param },
  });
}

/** A connection is closed after an hour (OpenAI's guide to the WebSocket mode; the text was seen in 2026). */
export function connectionLimitReached(): ApiError {
  return new ApiError(
    400,
    'Responses websocket connection limit reached (60 minutes). Create a new websocket connection to continue.',
    { code: 'websocket_connection_limit_reached' },
  );
}

/** How many messages the API lets wait is not known: the bound and the words are ours. */
export function tooManyWaiting(): ApiError {
  return new ApiError(429, 'Too many messages wait for their turn on this connection.', {
    type: 'requests',
    code: 'rate_limit_exceeded',
  });
}
