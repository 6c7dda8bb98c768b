import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BodyLog } from '../../src/client/body-log.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function logOf(limit: number, pieces: readonly Uint8Array[]): BodyLog {
  const log = new BodyLog(limit);
  pieces.forEach((piece, index) => {
    log.add(piece, index);
  });
  return log;
}

const chunks = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 30 });
const limit = fc.integer({ min: 8, max: 400 });

it('a body up to the limit is kept whole, byte for byte in order, however it was chunked', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(text, fc.array(fc.nat({ max: 30 })), limit, (whole, sizes, most) => {
      const bytes = bytesOf(whole);
      const pieces: Uint8Array[] = [];
      let start = 0;
      for (const size of sizes) {
        pieces.push(bytes.slice(start, start + size));
        start += size;
      }
      pieces.push(bytes.slice(start));
      const log = logOf(most, pieces);
      expect(log.isWhole).toBe(bytes.length <= most);
      expect(log.text()).toBe(bytes.length <= most ? whole : null);
    }),
  );
});

it('never more than the limit is kept', () => {
  const data = fc.array(fc.integer({ min: 1, max: 60 }).map((length) => 'x'.repeat(length)));
  fc.assert(
    fc.property(data, limit, (contents, most) => {
      const frames = contents.map((content) => bytesOf(`data: ${content}\n\n`));
      let kept = 0;
      for (const frame of logOf(most, frames).frames()) kept += `data: ${frame.data}\n\n`.length;
      expect(kept).toBeLessThanOrEqual(most);
    }),
  );
});

it('the end of a body that is too large is kept: its last frame is found', () => {
  const last = 'data: the end\n\n';
  fc.assert(
    fc.property(chunks, limit, (pieces, most) => {
      const room = Math.max(most, 2 * last.length);
      const log = logOf(room, [...pieces, bytesOf(`\n\n${last}`)]);
      expect(log.framesFromEnd().next().value).toEqual({ event: null, data: 'the end' });
    }),
  );
});

it('of a long stream the first and the last frames are kept, with their arrivals', () => {
  const pieces = Array.from({ length: 100 }, (_, n) =>
    bytesOf(`data: ${String(n).padStart(3, '0')}\n\n`),
  );
  const log = logOf(110, pieces);
  expect(log.isWhole).toBe(false);
  expect([...log.frames()]).toEqual([
    { event: null, data: '000', atMs: 0 },
    { event: null, data: '001', atMs: 1 },
    ...Array.from({ length: 8 }, (_, n) => ({ event: null, data: `0${92 + n}`, atMs: 92 + n })),
  ]);
});

it('one chunk larger than the limit leaves its end', () => {
  const log = logOf(40, [bytesOf(`data: ${'x'.repeat(100)}\n\ndata: last\n\n`)]);
  expect(log.isWhole).toBe(false);
  expect([...log.frames()].map(({ data }) => data)).toEqual(['last']);
});

it('a small chunk after a large one stays behind it', () => {
  const log = logOf(100, [bytesOf('a'.repeat(60)), bytesOf('b')]);
  expect(log.text()).toBe(`${'a'.repeat(60)}b`);
});

it('the last frames are found across every kind of line end and cut', () => {
  const text =
    'data: 1\r\n\r\nevent: x\ndata: 2\ndata: ü\n\n: note\n\ndata: 3\r\rdata: unfinished\n';
  const bytes = bytesOf(text);
  const frames = [
    { event: null, data: '1' },
    { event: 'x', data: '2\nü' },
    { event: null, data: '3' },
  ];
  for (let size = 1; size <= bytes.length; size += 1) {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size));
    const log = logOf(1000, pieces);
    expect([...log.framesFromEnd()]).toEqual(frames.toReversed());
  }
});

it('the frames from the end are all frames, in reverse, whatever the line ends and the cuts', () => {
  const piece = fc.constantFrom('\n', '\r', '\r\n', 'data: a', 'event: b', ': c', 'ü', '\n\n', '');
  fc.assert(
    fc.property(fc.array(piece), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
      const bytes = bytesOf(pieces.join(''));
      const cuts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.slice(index * size, (index + 1) * size),
      );
      const log = logOf(1000, cuts);
      const frames = [...log.frames()].map(({ event, data }) => ({ event, data }));
      expect([...log.framesFromEnd()]).toEqual(frames.toReversed());
    }),
  );
});

it('a body of nothing is whole and empty', () => {
  const log = new BodyLog(10);
  expect(log.text()).toBe('');
  expect([...log.frames(), ...log.framesFromEnd()]).toEqual([]);
});
