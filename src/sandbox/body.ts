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

async function readText({ body, headers }: Request): Promise<string> {
  const announced = Number(headers.get('content-length') ?? 0);
  if (announced > maxBytes) throw bodyTooLarge(maxBytes, announced);
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
