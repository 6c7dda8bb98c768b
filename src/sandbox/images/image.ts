import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

/** What the first bytes of an image file say, and nothing that only eyes could tell. */
export interface Image {
  readonly format: 'PNG' | 'JPEG' | 'GIF' | 'WebP';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** How its colours are kept: `true colour with transparency`. */
  readonly colors: string;
  /** More than one picture, shown one after another. */
  readonly isAnimated: boolean;
}

/** Reads the header of one format; undefined when the bytes are of another, or cut short. */
export type HeaderReader = (bytes: Buffer) => Image | undefined;

const readers: readonly HeaderReader[] = [readPng, readJpeg, readGif, readWebp];

/** The image that these bytes are; undefined when they are none of a format that the API takes. */
export function readImage(bytes: Buffer): Image | undefined {
  for (const read of readers) {
    const image = read(bytes);
    if (image !== undefined && image.width > 0 && image.height > 0) return image;
  }
  return undefined;
}
