import type { HeaderReader, Image } from './image.ts';

/** A RIFF container whose first chunk says of which of three kinds it is (RFC 9649). */
export const readWebp: HeaderReader = (bytes) => {
  const isWebp =
    bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  if (!isWebp || bytes.length < 30) return undefined;
  const read = kinds[bytes.toString('latin1', 12, 16)];
  return read && { format: 'WebP', isAnimated: false, ...read(bytes) };
};

type Read = (bytes: Buffer) => Pick<Image, 'width' | 'height' | 'colors'> & Partial<Image>;

const kinds: Readonly<Record<string, Read>> = {
  /** Lossy: 14 bits each. */
  'VP8 ': (bytes) => ({
    width: bytes.readUInt16LE(26) & 0x3fff,
    height: bytes.readUInt16LE(28) & 0x3fff,
    colors: 'true colour',
  }),
  /** Lossless: 14 bits each, packed, less one; then one bit for transparency. */
  VP8L: (bytes) => {
    const packed = bytes.readUInt32LE(21);
    return {
      width: (packed & 0x3fff) + 1,
      height: ((packed >> 14) & 0x3fff) + 1,
      colors: colors((packed & (1 << 28)) !== 0),
    };
  },
  /** Extended: flags, then 24 bits each, less one. */
  VP8X: (bytes) => {
    const flags = bytes.readUInt8(20);
    return {
      width: bytes.readUIntLE(24, 3) + 1,
      height: bytes.readUIntLE(27, 3) + 1,
      colors: colors((flags & 0x10) !== 0),
      isAnimated: (flags & 0x02) !== 0,
    };
  },
};

const colors = (isTransparent: boolean): string =>
  isTransparent ? 'true colour with transparency' : 'true colour';
