import { ApiError } from './errors.ts';

export function fileNotFound(id: string): ApiError {
  return new ApiError(404, `No such File object: ${id}`, { param: 'id' });
}

/** The endpoint's own words for a form without one of its parts (published answers). */
export function missingPart(name: string): ApiError {
  return new ApiError(400, `'${name}' is a required property`);
}

export function wrongPurpose(purpose: string, known: readonly string[]): ApiError {
  const list = known.map((each) => `'${each}'`).join(', ');
  return new ApiError(400, `'${purpose}' is not one of [${list}] - 'purpose'`, {
    param: 'purpose',
  });
}

/** Of a file for a batch whose name does not end in `.jsonl`, or whose first line is no JSON. */
export function notJsonLines(): ApiError {
  return new ApiError(400, 'Invalid file format for Batch API. Must be .jsonl');
}

export function notUtf8(): ApiError {
  return new ApiError(400, 'Invalid file for Batch API. Must be utf-8 encoded');
}

export function notDownloadable(purpose: string): ApiError {
  return new ApiError(400, `Not allowed to download files of purpose: ${purpose}`);
}

/** The API has far more room. Our own words, so that nobody takes them for the API's. */
export function storageFull(maxBytes: number): ApiError {
  return new ApiError(
    413,
    `The course sandbox keeps ${maxBytes} bytes of files in memory and has no room for this one. Delete some first.`,
    { param: 'file', code: 'sandbox_storage_full' },
  );
}
