import { bodyTooLarge, unparsableBody, unsupportedContentType } from './wire/errors.ts';

/** OpenAI's limit for a whole body. */
const maxBytes = 25 * 1024 * 1024;

/**
 * Reads the JSON of a POST and no more than the limit of it.
 * @throws ApiError 400 for what is not JSON, 413 for what is too large
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^application\/json\b/i.test(contentType)) throw unsupportedContentType(contentType);
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw unparsableBody();
  }
}

async function readText(request: Request): Promise<string> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  if (announced > maxBytes) throw bodyTooLarge(maxBytes, announced);
  // A body of announced length is no longer than that, and read faster in one piece.
  return announced >= 0 ? request.text() : readPieces(request);
}

async function readPieces({ body }: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  for await (const chunk of body ?? []) {
    read += chunk.byteLength;
    if (read > maxBytes) throw bodyTooLarge(maxBytes, read);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
