import type { HeaderReader } from './image.ts';

/** The signature, the size of the screen, the number of colours (CompuServe's GIF89a specification). */
export const readGif: HeaderReader = (bytes) => {
  const isGif = /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6));
  if (!isGif || bytes.length < 13) return undefined;
  return {
    format: 'GIF',
    width: bytes.readUInt16LE(6),
    height: bytes.readUInt16LE(8),
    colors: `a palette of ${2 ** ((bytes.readUInt8(10) & 7) + 1)} colours`,
    // The extension that programs use to repeat an animation.
    isAnimated: bytes.includes('NETSCAPE2.0'),
  };
};
