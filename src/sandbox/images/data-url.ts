import { type Image, readImage } from './image.ts';

/** Types of image that the API takes (its guide to vision). */
const mimeTypes = ['image/png', 'image/jpeg', 'image/jpg', 'image/gif', 'image/webp'];

/** An image as a request brings it, with all that is known of it without looking at it. */
export interface SentImage extends Image {
  readonly bytes: number;
}

/** Why a URL brings no image, as far as the endpoints tell it apart. */
export type ImageProblem =
  /** Neither a data URL nor an address on the web. */
  | { readonly kind: 'not_a_url' }
  /** An address on the web: nothing is fetched offline. */
  | { readonly kind: 'remote' }
  /** A data URL that is not of an image; `got` says what it is instead. */
  | { readonly kind: 'not_image_data'; readonly got: string }
  /** The bytes are no image of a format that the API takes. */
  | { readonly kind: 'not_an_image' };

/** Reads the image of an `image_url`, whichever endpoint it was sent to. */
export function imageOfUrl(url: string): SentImage | ImageProblem {
  if (/^https?:\/\/[^\s/]/i.test(url)) return { kind: 'remote' };
  if (!url.startsWith('data:')) return { kind: 'not_a_url' };
  const [, type = '', encoded = ''] = /^data:([^;,]*)(?:;[^,]*)?,([\s\S]*)$/.exec(url) ?? [];
  if (!mimeTypes.includes(type.toLowerCase())) {
    return { kind: 'not_image_data', got: `unsupported MIME type '${type}'` };
  }
  if (encoded === '') return { kind: 'not_image_data', got: 'empty base64-encoded bytes' };
  if (!/^data:[^,]*;base64,/i.test(url) || !/^[\w+/-]+={0,2}$/.test(encoded)) {
    return { kind: 'not_image_data', got: 'a value with invalid base64-encoded bytes' };
  }
  const bytes = Buffer.from(encoded, 'base64');
  const image = readImage(bytes);
  return image === undefined ? { kind: 'not_an_image' } : { ...image, bytes: bytes.length };
}
