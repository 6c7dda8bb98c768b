import type { ImageDetail } from '../../usage/image-tokens.ts';
import { type ImageProblem, imageOfUrl } from '../images/data-url.ts';
import { ApiError, notOffered } from './errors.ts';
import { anything, type Field, missingParameter, oneOf, optional, text } from './fields.ts';
import { object } from './object-field.ts';

const details = ['low', 'high', 'auto', 'original'] as const satisfies readonly ImageDetail[];

/** An image in a message, as a data URL; key order as the API lists it. */
export interface InputImage {
  readonly type: 'input_image';
  readonly detail: ImageDetail;
  readonly file_id: null;
  readonly image_url: string;
}

/** Longest `image_url`, in characters (OpenAI's OpenAPI document). */
export const longestUrl = 20_971_520;

const fields = object({
  type: anything,
  detail: optional(oneOf(details)),
  file_id: optional(text()),
  image_url: optional(text(longestUrl)),
});

/** An image part of a message. Files and addresses on the web are not offered: nothing is fetched offline. */
export const inputImage: Field<InputImage> = (value, path) => {
  const { detail, file_id, image_url } = fields(value, path);
  if (file_id !== null) throw notOffered(`${path}.file_id`);
  if (image_url === null) throw missingParameter(`${path}.image_url`);
  return imageAt(image_url, detail, `${path}.image_url`);
};

/**
 * @param path where the URL stands in the request
 * @throws ApiError 400 when the URL does not hold an image
 */
export function imageAt(url: string, detail: ImageDetail | null, path: string): InputImage {
  const image = imageOfUrl(url);
  if ('kind' in image) throw refusal(image, url, path);
  return { type: 'input_image', detail: detail ?? 'auto', file_id: null, image_url: url };
}

function refusal(problem: ImageProblem, url: string, path: string): ApiError {
  switch (problem.kind) {
    case 'remote':
      return notFetched(url);
    case 'not_a_url':
      return invalid(
        path,
        `Invalid '${path}'. Expected a valid URL, but got a value with an invalid format.`,
      );
    case 'not_image_data':
      return invalid(
        path,
        `Invalid '${path}'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got ${problem.got}.`,
      );
    case 'not_an_image':
      return invalid(
        'input',
        "The image data you provided does not represent a valid image. Please check your input and try again with one of the supported image formats: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'].",
      );
  }
}

function invalid(param: string, message: string): ApiError {
  return new ApiError(400, message, { param, code: 'invalid_value' });
}

/** What the API says of a picture that it cannot download, with the reason why the sandbox cannot. */
function notFetched(url: string): ApiError {
  return new ApiError(
    400,
    `Error while downloading ${url}. (The course sandbox works offline and fetches nothing: send the image as a data URL.)`,
    { param: 'url', code: 'invalid_image_url' },
  );
}
