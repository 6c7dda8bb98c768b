/** How closely a model is to look at an image; `auto` is what the API chooses, which is `high`. */
export type ImageDetail = 'low' | 'high' | 'auto' | 'original';

/** How a family of models turns images into tokens (OpenAI's guide to images and vision, "Calculating costs"). */
export type ImageRule =
  /** So many tokens for the image, and so many for each tile of 512 by 512 pixels. */
  | { readonly unit: 'tile'; readonly base: number; readonly perTile: number }
  /** One token for each patch of 32 by 32 pixels, up to a number of patches; then times the multiplier. */
  | {
      readonly unit: 'patch';
      readonly multiplier: number;
      readonly most: Readonly<Record<ImageDetail, number>>;
    };

interface Size {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const tileSide = 512;
const patchSide = 32;
/** A tiled image is made to fit a square of this side, then its short side is brought down to the second. */
const largestSide = 2048;
const shortSide = 768;

export function tiles(base: number, perTile: number): ImageRule {
  return { unit: 'tile', base, perTile };
}

/** With `low` a model sees an image of 512 by 512 pixels: 256 patches. */
const lowPatches = (tileSide / patchSide) ** 2;

/** The models up to gpt-5.2: 1,536 patches, however large the image. */
export function patches(multiplier: number): ImageRule {
  return {
    unit: 'patch',
    multiplier,
    most: { low: lowPatches, high: 1536, auto: 1536, original: 1536 },
  };
}

/** gpt-5.4 and later look closer; that their multiplier is 1 where none is published is assumed. */
export function finePatches(multiplier = 1): ImageRule {
  return {
    unit: 'patch',
    multiplier,
    most: { low: lowPatches, high: 2500, auto: 2500, original: 10_000 },
  };
}

/** The input tokens of an image. */
export function imageTokens(size: Size, detail: ImageDetail, rule: ImageRule): number {
  if (rule.unit === 'patch') {
    return Math.ceil(patchCount(size, rule.most[detail]) * rule.multiplier);
  }
  return detail === 'low' ? rule.base : rule.base + rule.perTile * tileCount(size);
}

function tileCount(size: Size): number {
  const fitting = scaled(size, Math.min(1, largestSide / Math.max(size.width, size.height)));
  const { width, height } = scaled(
    fitting,
    Math.min(1, shortSide / Math.min(fitting.width, fitting.height)),
  );
  return Math.ceil(width / tileSide) * Math.ceil(height / tileSide);
}

/** Whole patches that cover the image, once it is made small enough for `most` of them. */
function patchCount({ width, height }: Size, most: number): number {
  const covering = Math.ceil(width / patchSide) * Math.ceil(height / patchSide);
  if (covering <= most) return covering;
  const shrink = Math.sqrt((patchSide ** 2 * most) / (width * height));
  const [across, down] = [(width * shrink) / patchSide, (height * shrink) / patchSide];
  // Cut to whole patches on the side that loses least, so that no row or column is half empty.
  const fit = Math.min(Math.floor(across) / across, Math.floor(down) / down);
  const count = Math.ceil(rounded(across * fit)) * Math.ceil(rounded(down * fit));
  return Math.min(Math.max(count, 1), most);
}

function scaled({ width, height }: Size, factor: number): Size {
  return { width: rounded(width * factor), height: rounded(height * factor) };
}

/** Without what floating point adds to a whole number. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}
