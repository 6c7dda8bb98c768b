/** The beginnings of image files, made by hand: only headers, no pixels. */

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** @param colorType 0 greyscale, 2 true colour, 3 palette, 4 and 6 with transparency */
export function png(width: number, height: number, colorType = 6, more: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(colorType, 9);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), ...more, chunk('IEND', Buffer.alloc(0))]);
}

export function animatedPng(width: number, height: number): Buffer {
  return png(width, height, 6, [chunk('acTL', Buffer.alloc(8))]);
}

/** With a segment before the frame, as cameras write it, and fill bytes before the marker. */
export function jpeg(width: number, height: number, components = 3): Buffer {
  const exif = Buffer.concat([Buffer.from('ffe10010', 'hex'), Buffer.alloc(14)]);
  const frame = Buffer.from('ffffc0001108', 'hex');
  const size = Buffer.alloc(5);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  size.writeUInt8(components, 4);
  return Buffer.concat([Buffer.from('ffd8', 'hex'), exif, frame, size, Buffer.alloc(9)]);
}

export function gif(width: number, height: number, more = ''): Buffer {
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  screen.writeUInt8(0xf7, 4);
  return Buffer.concat([Buffer.from('GIF89a', 'latin1'), screen, Buffer.from(more, 'latin1')]);
}

function riff(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(20 + Math.max(data.length, 10));
  whole.write('RIFF', 0, 'latin1');
  whole.write(`WEBP${type}`, 8, 'latin1');
  data.copy(whole, 20);
  return whole;
}

export function lossyWebp(width: number, height: number): Buffer {
  const data = Buffer.alloc(10);
  data.writeUInt16LE(width, 6);
  data.writeUInt16LE(height, 8);
  return riff('VP8 ', data);
}

export function losslessWebp(width: number, height: number): Buffer {
  const data = Buffer.alloc(10);
  data.writeUInt8(0x2f, 0);
  data.writeUInt32LE(width - 1 + (height - 1) * 2 ** 14 + 2 ** 28, 1);
  return riff('VP8L', data);
}

/** With transparency, animated. */
export function extendedWebp(width: number, height: number): Buffer {
  const data = Buffer.alloc(10);
  data.writeUInt8(0x12, 0);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riff('VP8X', data);
}

export function dataUrl(bytes: Buffer, type = 'image/png'): string {
  return `data:${type};base64,${bytes.toString('base64')}`;
}
