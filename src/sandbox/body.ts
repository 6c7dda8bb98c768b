import type { SandboxRequest } from './request.ts';
import {
  ApiError,
  bodyTooLarge,
  unparsableBody,
  unparsableForm,
  unsupportedContentType,
} from './wire/errors.ts';

/** OpenAI's limit for a whole body, in bytes; that of an upload is another. */
export const maxBodyBytes = 25 * 1024 * 1024;

/**
 * Reads the JSON of a POST and no more than the limit of it.
 * @throws ApiError 400 for what is not JSON, 413 for what is too large
 */
export async function readJsonBody(request: SandboxRequest): Promise<unknown> {
  checkContentType(request, 'application/json');
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw unparsableBody();
  }
}

/**
 * Reads a form and no more than this many bytes of it.
 * @throws ApiError 400 for what is no form, 413 for what is too large
 */
export async function readForm(request: SandboxRequest, maxBytes: number): Promise<FormData> {
  checkContentType(request, 'multipart/form-data');
  const body = ReadableStream.from(chunksOf(request, maxBytes));
  try {
    return await new Response(body, { headers: [...request.headers] }).formData();
  } catch (error) {
    throw error instanceof ApiError ? error : unparsableForm();
  }
}

function checkContentType({ headers }: SandboxRequest, accepted: string): void {
  const contentType = headers.get('content-type') ?? '';
  if (contentType === accepted) return;
  const [mediaType = ''] = contentType.split(';');
  if (mediaType.trim().toLowerCase() !== accepted) {
    throw unsupportedContentType(contentType, accepted);
  }
}

async function readText(request: SandboxRequest): Promise<string> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  // A body of announced length is no longer than that, and read faster in one piece.
  return announced <= maxBodyBytes ? request.text() : readPieces(request);
}

async function readPieces(request: SandboxRequest): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunksOf(request, maxBodyBytes)) {
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The body as it arrives, until it is more than the limit. */
async function* chunksOf(
  { body, headers }: SandboxRequest,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  const announced = Number(headers.get('content-length') ?? 0);
  if (announced > maxBytes) throw bodyTooLarge(maxBytes, announced);
  let read = 0;
  for await (const chunk of body ?? []) {
    read += chunk.byteLength;
    if (read > maxBytes) throw bodyTooLarge(maxBytes, read);
    yield chunk;
  }
}
