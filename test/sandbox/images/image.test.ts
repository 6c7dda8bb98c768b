import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageOfUrl } from '../../../src/sandbox/images/data-url.ts';
import { readImage } from '../../../src/sandbox/images/image.ts';
import {
  animatedPng,
  dataUrl,
  extendedWebp,
  gif,
  jpeg,
  losslessWebp,
  lossyWebp,
  png,
} from './files.ts';

const samples = [
  {
    name: 'PNG',
    make: png,
    expected: {
      format: 'PNG',
      colors: 'true colour with transparency, 8 bits a sample',
      isAnimated: false,
    },
  },
  { name: 'animated PNG', make: animatedPng, expected: { format: 'PNG', isAnimated: true } },
  {
    name: 'JPEG',
    make: jpeg,
    expected: { format: 'JPEG', colors: 'true colour', isAnimated: false },
  },
  {
    name: 'GIF',
    make: gif,
    expected: { format: 'GIF', colors: 'a palette of 256 colours', isAnimated: false },
  },
  {
    name: 'animated GIF',
    make: (width: number, height: number) => gif(width, height, '!\xff\x0bNETSCAPE2.0'),
    expected: { format: 'GIF', isAnimated: true },
  },
  { name: 'lossy WebP', make: lossyWebp, expected: { format: 'WebP', colors: 'true colour' } },
  {
    name: 'lossless WebP',
    make: losslessWebp,
    expected: { format: 'WebP', colors: 'true colour with transparency' },
  },
  { name: 'extended WebP', make: extendedWebp, expected: { format: 'WebP', isAnimated: true } },
];

describe('The header of an image', () => {
  it.each(samples)('tells size and colours: $name', ({ make, expected }) => {
    expect(readImage(make(640, 481))).toMatchObject({ width: 640, height: 481, ...expected });
  });

  it.each(samples)('may have any size: $name', ({ make }) => {
    const side = fc.integer({ min: 1, max: 16_383 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(readImage(make(width, height))).toMatchObject({ width, height });
      }),
    );
  });

  it.each(samples)('is no image when it is cut short: $name', ({ make }) => {
    const whole = make(10, 10);
    for (let length = 0; length < 13; length += 1) {
      expect(readImage(whole.subarray(0, length))).toBe(undefined);
    }
  });

  it('is none in other bytes, and reading them never fails', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.constantFrom(...samples),
        (noise, { make }) => {
          const bytes = make(3, 4);
          bytes.set(noise.subarray(0, Math.max(0, bytes.length - 14)), Math.min(14, bytes.length));
          readImage(bytes);
          expect(readImage(Buffer.concat([Buffer.from('BM'), bytes]))).toBe(undefined);
        },
      ),
    );
  });

  it('with no width is none', () => {
    expect(readImage(png(0, 5))).toBe(undefined);
    expect(readImage(png(5, 5, 1))).toBe(undefined);
  });
});

describe('An image URL', () => {
  it('brings the image and its size in bytes', () => {
    const bytes = gif(3, 2);
    expect(imageOfUrl(dataUrl(bytes, 'image/gif'))).toMatchObject({
      format: 'GIF',
      width: 3,
      height: 2,
      bytes: bytes.length,
    });
  });

  it.each([
    { url: 'https://example.com/cat.png', problem: { kind: 'remote' } },
    { url: 'cat.png', problem: { kind: 'not_a_url' } },
    { url: 'ftp://example.com/cat.png', problem: { kind: 'not_a_url' } },
    { url: '', problem: { kind: 'not_a_url' } },
    {
      url: 'data:text/markdown;base64,aGk=',
      problem: { kind: 'not_image_data', got: "unsupported MIME type 'text/markdown'" },
    },
    {
      url: 'data:image/png;base64,',
      problem: { kind: 'not_image_data', got: 'empty base64-encoded bytes' },
    },
    {
      url: 'data:image/png;base64,a*b',
      problem: { kind: 'not_image_data', got: 'a value with invalid base64-encoded bytes' },
    },
    {
      url: 'data:image/png,abcd',
      problem: { kind: 'not_image_data', got: 'a value with invalid base64-encoded bytes' },
    },
    { url: 'data:image/png;base64,aGVsbG8=', problem: { kind: 'not_an_image' } },
  ])('says why it brings none: $url', ({ url, problem }) => {
    expect(imageOfUrl(url)).toEqual(problem);
  });
});
