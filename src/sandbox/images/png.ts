import type { HeaderReader } from './image.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Colour types of a PNG (W3C's PNG specification, section 11.2.1). */
const colorTypes: Readonly<Record<number, string>> = {
  0: 'greyscale',
  2: 'true colour',
  3: 'a palette of colours',
  4: 'greyscale with transparency',
  6: 'true colour with transparency',
};

/** The signature, then the IHDR chunk: size, bits and colour type. */
export const readPng: HeaderReader = (bytes) => {
  const isPng =
    bytes.subarray(0, 8).equals(signature) && bytes.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng || bytes.length < 29) return undefined;
  const colors = colorTypes[bytes.readUInt8(25)];
  if (colors === undefined) return undefined;
  return {
    format: 'PNG',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    colors: `${colors}, ${bytes.readUInt8(24)} bits a sample`,
    isAnimated: bytes.subarray(0, 4096).includes('acTL'),
  };
};
