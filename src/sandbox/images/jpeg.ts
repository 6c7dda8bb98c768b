import type { HeaderReader } from './image.ts';

const components: Readonly<Record<number, string>> = {
  1: 'greyscale',
  3: 'true colour',
  4: 'CMYK',
};

/** Whether a marker begins a frame, which has the size: SOF0 to SOF15 without DHT, JPG and DAC (ITU-T T.81, B.1). */
function beginsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Goes from segment to segment until the one with the size. */
export const readJpeg: HeaderReader = (bytes) => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 10 <= bytes.length) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    // Any number of FF bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (beginsFrame(marker)) {
      return {
        format: 'JPEG',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
        colors: components[bytes.readUInt8(at + 9)] ?? 'colours',
        isAnimated: false,
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
};
