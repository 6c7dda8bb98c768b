import { json, type TextReply } from './reply.ts';

/**
 * A refusal in OpenAI's words. Thrown anywhere in the sandbox; the app turns it into the envelope
 * `{"error": {message, type, param, code}}` that every endpoint of the API shares.
 * Texts are OpenAI's own, from its public error traffic, unless a comment says otherwise.
 */
export class ApiError extends Error {
  /** HTTP status. */
  readonly status: number;
  readonly type: string;
  /** The request parameter at fault, as a path: `input[0].content`. */
  readonly param: string | null;
  readonly code: string | null;
  /** Sent with the answer, beside those every answer has. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    details: {
      type?: string;
      param?: string | null;
      code?: string | null;
      headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.type = details.type ?? 'invalid_request_error';
    this.param = details.param ?? null;
    this.code = details.code ?? null;
    this.headers = details.headers ?? {};
  }

  /** The body of an answer, or an event of a stream whose events have no names. */
  get envelope() {
    const { message, type, param, code } = this;
    return { error: { message, type, param, code } };
  }

  toReply(): TextReply {
    return json(this.envelope, { status: this.status, headers: this.headers });
  }
}

/** The connection drops before an answer: there is no HTTP response to give. */
export class ConnectionReset extends Error {
  readonly code = 'ECONNRESET';

  constructor() {
    super('read ECONNRESET');
    this.name = 'ConnectionReset';
  }
}

export function missingKey(): ApiError {
  return new ApiError(
    401,
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.",
  );
}

/** @param masked the key as it may be shown: see `maskKey`. */
export function wrongKey(masked: string): ApiError {
  return new ApiError(
    401,
    `Incorrect API key provided: ${masked}. You can find your API key at https://platform.openai.com/account/api-keys.`,
    { code: 'invalid_api_key' },
  );
}

export function unknownModel(id: string): ApiError {
  return new ApiError(404, `The model \`${id}\` does not exist or you do not have access to it.`, {
    code: 'model_not_found',
  });
}

/** What the Responses endpoint says of names it cannot look up at all, such as the empty one. */
export function impossibleModel(id: string): ApiError {
  return new ApiError(400, `The requested model '${id}' does not exist.`, {
    param: 'model',
    code: 'model_not_found',
  });
}

export function retiredModel(id: string): ApiError {
  return new ApiError(
    404,
    `The model \`${id}\` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations`,
    { code: 'model_not_found' },
  );
}

export function responseNotFound(id: string): ApiError {
  return new ApiError(404, `Response with id '${id}' not found.`);
}

export function previousResponseNotFound(id: string): ApiError {
  return new ApiError(400, `Previous response with id '${id}' not found.`, {
    param: 'previous_response_id',
    code: 'previous_response_not_found',
  });
}

/** @param sealed the content, of which the API shows the first and the last four characters (seen in 2026) */
export function invalidEncryptedContent(sealed: string): ApiError {
  const shown = `${sealed.slice(0, 4)}...${sealed.slice(-4)}`;
  return new ApiError(
    400,
    `The encrypted content ${shown} could not be verified. Reason: Encrypted content could not be decrypted or parsed.`,
    { code: 'invalid_encrypted_content' },
  );
}

export function contextLengthExceeded(): ApiError {
  return new ApiError(
    400,
    'Your input exceeds the context window of this model. Please adjust your input and try again.',
    { param: 'input', code: 'context_length_exceeded' },
  );
}

export function invalidUrl(method: string, path: string): ApiError {
  return new ApiError(404, `Invalid URL (${method} ${path})`);
}

export function invalidMethod(method: string, path: string): ApiError {
  return new ApiError(405, `Invalid method for URL (${method} ${path})`);
}

export function unparsableBody(): ApiError {
  return new ApiError(
    400,
    "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you have trouble figuring out how to fix this, please contact us through our help center at help.openai.com.)",
  );
}

/** The words of the audio endpoints, which take forms too. */
export function unparsableForm(): ApiError {
  return new ApiError(400, 'Could not parse multipart form');
}

/** The wording is well known but was not re-read for this version of the API. */
export function unsupportedContentType(contentType: string, accepted: string): ApiError {
  return new ApiError(
    400,
    `Unsupported content type: '${contentType}'. This API method only accepts '${accepted}' requests, but you specified the header 'Content-Type: ${contentType}'. Please try again with a supported content type.`,
    { code: 'unsupported_content_type' },
  );
}

/** Sizes in bytes. */
export function bodyTooLarge(limit: number, read: number): ApiError {
  return new ApiError(413, `Maximum content size limit (${limit}) exceeded (${read} bytes read)`, {
    type: 'server_error',
  });
}

export function serverError(requestId: string): ApiError {
  return new ApiError(
    500,
    `The server had an error processing your request. Sorry about that! You can retry your request, or contact us through our help center at help.openai.com if you keep seeing this error. (Please include the request ID ${requestId} in your email.)`,
    { type: 'server_error' },
  );
}

export function overloaded(): ApiError {
  return new ApiError(503, 'Our servers are currently overloaded. Please try again later.', {
    type: 'service_unavailable_error',
    code: 'server_is_overloaded',
  });
}

/** The account has no credit left (the code is that of 2026; until then it was `insufficient_quota`). */
export function outOfCredit(): ApiError {
  return new ApiError(
    429,
    'You have no credits remaining. Add credits to continue using the API at https://platform.openai.com/settings/organization/billing/.',
    { type: 'insufficient_quota', code: 'credit_balance_exhausted' },
  );
}

/** A part of the API that exists, but not in this sandbox. Our own words, so that nobody takes it for the API's. */
export function notOffered(param: string): ApiError {
  return new ApiError(400, `The course sandbox does not offer '${param}'; the real API does.`, {
    param,
    code: 'not_offered_by_sandbox',
  });
}
