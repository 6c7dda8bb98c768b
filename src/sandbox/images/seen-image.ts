import { type ImageDetail, imageTokens } from '../../usage/image-tokens.ts';
import type { Model } from '../../usage/models.ts';
import type { SeenImage } from '../standin/conversation.ts';
import { imageOfUrl } from './data-url.ts';

/** An image as a model gets it: what its header says, and its price in tokens; undefined when the URL brings none. */
export function seenImage(url: string, detail: ImageDetail, model: Model): SeenImage | undefined {
  const image = imageOfUrl(url);
  if ('kind' in image || model.images === null) return undefined;
  return { ...image, tokens: imageTokens(image, detail, model.images) };
}
