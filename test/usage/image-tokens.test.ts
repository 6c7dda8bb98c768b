import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImageDetail, imageTokens } from '../../src/usage/image-tokens.ts';
import { findModel, models } from '../../src/usage/models.ts';

function tokens(id: string, width: number, height: number, detail: ImageDetail = 'high'): number {
  const rule = findModel(id)?.images;
  if (!rule) throw new Error(`${id} takes no images.`);
  return imageTokens({ width, height }, detail, rule);
}

describe('An image costs what the published rule says:', () => {
  it.each([
    // OpenAI's guide to vision: "A 1024 x 1024 square image in high detail costs 765 tokens", and on.
    { id: 'gpt-4o', width: 1024, height: 1024, expected: 765 },
    { id: 'gpt-4o', width: 2048, height: 4096, expected: 1105 },
    { id: 'gpt-4o', width: 4096, height: 8192, detail: 'low', expected: 85 },
    { id: 'gpt-4o', width: 512, height: 512, expected: 255 },
    { id: 'gpt-4o', width: 1, height: 1, expected: 255 },
    { id: 'gpt-4o-mini', width: 1024, height: 1024, expected: 25_501 },
    { id: 'gpt-4o-mini', width: 1024, height: 1024, detail: 'low', expected: 2833 },
    { id: 'gpt-5', width: 1024, height: 1024, expected: 630 },
    { id: 'o3', width: 1024, height: 1024, expected: 675 },
    // The same guide, for patches: 1024 of them, and 1800 by 2400 pixels brought down to 1452.
    { id: 'gpt-4.1-mini', width: 1024, height: 1024, expected: 1659 },
    { id: 'gpt-4.1-mini', width: 1800, height: 2400, expected: Math.ceil(1452 * 1.62) },
    { id: 'o4-mini', width: 32, height: 32, expected: 2 },
    { id: 'gpt-5-nano', width: 33, height: 32, expected: 5 },
    { id: 'gpt-6-luna', width: 1024, height: 1024, expected: 1024 },
    { id: 'gpt-6-luna', width: 4000, height: 4000, detail: 'low', expected: 256 },
  ] as const)('$id, $width × $height, $detail', ({ id, width, height, expected, ...more }) => {
    expect(tokens(id, width, height, 'detail' in more ? more.detail : 'high')).toBe(expected);
  });

  it('auto is high', () => {
    expect(tokens('gpt-4o', 900, 700, 'auto')).toBe(tokens('gpt-4o', 900, 700, 'high'));
  });

  it('never more than the most patches, however large the image, and turning it changes nothing', () => {
    const side = fc.integer({ min: 1, max: 60_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const patches = tokens('gpt-6-luna', width, height, 'original');
        expect(patches).toBeLessThanOrEqual(10_000);
        expect(patches).toBeGreaterThan(0);
        expect(tokens('gpt-6-luna', height, width, 'original')).toBe(patches);
        expect(tokens('gpt-4o', height, width)).toBe(tokens('gpt-4o', width, height));
      }),
    );
  });

  it('every model of text takes images, no other does', () => {
    for (const model of models) expect(model.images !== null).toBe(model.kind === 'text');
  });
});
