import type { Field } from './fields.ts';
import { integer, oneOf } from './fields.ts';
import { numeric } from './numeric.ts';
import { object, type Read } from './object-field.ts';

/** What a file can be uploaded for, in the order in which the API lists it. */
export const purposes = [
  'fine-tune',
  'assistants',
  'batch',
  'user_data',
  'vision',
  'evals',
] as const;
export type Purpose = (typeof purposes)[number] | 'batch_output';

/** A file as the wire has it. Published answers have null where nothing is known. */
export interface FileObject {
  readonly object: 'file';
  readonly id: string;
  readonly purpose: Purpose;
  readonly filename: string;
  readonly bytes: number;
  /** Unix seconds, as all times of the API. */
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly status: 'processed';
  readonly status_details: null;
}

const expiry = {
  anchor: oneOf(['created_at']),
  seconds: numeric(integer({ min: 3600, max: 2_592_000 })),
};

/** When a file goes away by itself: from an hour to 30 days after it was made (OpenAI's API reference). */
export const expiresAfter: Field<Read<typeof expiry>> = object(expiry, ['anchor', 'seconds']);

/** Files for batches stay for 30 days if nothing else is said, others until they are deleted. */
export function usualLifetime(purpose: Purpose): number | null {
  return purpose === 'batch' ? 2_592_000 : null;
}

/**
 * @param createdAt Unix milliseconds
 * @param lifetime in seconds; null for ever
 */
export function fileObject(
  file: Pick<FileObject, 'id' | 'purpose' | 'filename' | 'bytes'>,
  { createdAt, lifetime }: { createdAt: number; lifetime: number | null },
): FileObject {
  const created_at = Math.floor(createdAt / 1000);
  return {
    object: 'file',
    id: file.id,
    purpose: file.purpose,
    filename: file.filename,
    bytes: file.bytes,
    created_at,
    expires_at: lifetime === null ? null : created_at + lifetime,
    status: 'processed',
    status_details: null,
  };
}
