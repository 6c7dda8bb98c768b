import type { SeenImage } from './conversation.ts';
import { enumerate } from './words.ts';

/** Tells of images what their headers say, and that nobody looked at them. */
export function describe(images: readonly SeenImage[]): string {
  const told = images.map((image, index) => {
    const subject = images.length === 1 ? 'The image is' : `Image ${index + 1} is`;
    return `${subject} ${inWords(image)}.`;
  });
  const them = images.length === 1 ? 'it shows' : 'they show';
  return `${told.join(' ')} What ${them} I cannot tell: I am the course’s offline stand-in, which reads the header of a file and has no eyes. A real model would describe the picture.`;
}

/** The same as lines of names and values, where an answer takes its values from. */
export function imageFacts({ format, width, height, bytes, colors }: SeenImage): string {
  return `format: ${format}\nwidth: ${width}\nheight: ${height}\nbytes: ${bytes}\ncolors: ${colors}`;
}

function inWords({ format, width, height, colors, isAnimated, bytes }: SeenImage): string {
  const kind = isAnimated ? `an animated ${format}` : `a ${format}`;
  return enumerate([
    `${kind} of ${width} × ${height} pixels`,
    colors,
    `${bytes.toLocaleString('en-US')} bytes long`,
  ]);
}
