import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, FrameReader, frameJson, isDone } from '../../src/client/sse.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function framesOf(...pieces: Uint8Array[]): Frame[] {
  const reader = new FrameReader();
  const decoder = new TextDecoder();
  return pieces.flatMap((piece) => [...reader.push(decoder.decode(piece, { stream: true }))]);
}

const dialogue = [
  ': a comment\n',
  'event: greeting\ndata: {"text":"grüß 👋"}\n\n',
  'data: first line\ndata:second line\ndata\nid: 7\nretry: 10\n\n',
  '\n',
  'event: nothing\n\n',
  'data: [DONE]\n\n',
  'data: never finished\n',
].join('');

const frames: Frame[] = [
  { event: 'greeting', data: '{"text":"grüß 👋"}' },
  { event: null, data: 'first line\nsecond line\n' },
  { event: null, data: '[DONE]' },
];

describe.each([
  ['\\n', '\n'],
  ['\\r\\n', '\r\n'],
  ['\\r', '\r'],
])('a stream whose lines end in %s', (_, lineEnd) => {
  const bytes = bytesOf(dialogue.replaceAll('\n', lineEnd));

  it('is read as the same frames', () => {
    expect(framesOf(bytes)).toEqual(frames);
  });

  it('is read as the same frames when cut in two at any byte', () => {
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(framesOf(bytes.slice(0, cut), bytes.slice(cut))).toEqual(frames);
    }
  });

  it('is read as the same frames when each byte comes alone', () => {
    expect(framesOf(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(frames);
  });

  it('gives the frames whose blank line has arrived, and no other, wherever it is truncated', () => {
    const blankLine = lineEnd.repeat(2);
    // After its first carriage return a blank line is already there: a line feed may follow, or not.
    const shortest = lineEnd === '\r\n' ? '\r\n\r' : blankLine;
    const text = dialogue.replaceAll('\n', lineEnd);
    for (let cut = 0; cut <= text.length; cut += 1) {
      const whole = frames.filter(({ data }) => {
        const lastLine = data.split('\n').findLast((line) => line !== '') ?? '';
        return text.slice(0, cut).includes(shortest, text.indexOf(lastLine));
      });
      expect(framesOf(bytesOf(text.slice(0, cut)))).toEqual(whole);
    }
  });
});

it('frames come out as soon as their blank line is in', () => {
  const reader = new FrameReader();
  const push = (text: string) => [...reader.push(text)];
  expect(push('data: 1\n')).toEqual([]);
  expect(push('\ndata: 2')).toEqual([{ event: null, data: '1' }]);
  expect(push('\r\n\r')).toEqual([{ event: null, data: '2' }]);
  expect(push('\ndata: 3\r\n\r\n')).toEqual([{ event: null, data: '3' }]);
});

it('an empty chunk between the halves of a line end changes nothing', () => {
  const pieces = ['data: 1\r', '', '\n', 'data: 2\r\n\r\n'].map(bytesOf);
  expect(framesOf(...pieces)).toEqual([{ event: null, data: '1\n2' }]);
});

it('a byte order mark before the first line is no part of it', () => {
  expect(framesOf(bytesOf('\uFEFFdata: 1\n\n'))).toEqual([{ event: null, data: '1' }]);
});

it('mixed line ends in one stream are all line ends', () => {
  expect(framesOf(bytesOf('event: a\rdata: 1\ndata: 2\r\n\r'))).toEqual([
    { event: 'a', data: '1\n2' },
  ]);
});

it('any chunking of any text gives the frames of the whole', () => {
  const line = fc.oneof(
    fc.constantFrom('data: {"a":1}', 'data:x', 'event: e', ': note', '', 'data: ü👋'),
    fc.string({ unit: 'binary' }),
  );
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')))
    .map((lines) => lines.flat().join(''));
  fc.assert(
    fc.property(text, fc.array(fc.nat({ max: 20 })), (whole, sizes) => {
      const bytes = bytesOf(whole);
      const pieces: Uint8Array[] = [];
      let start = 0;
      for (const size of sizes) {
        pieces.push(bytes.slice(start, start + size));
        start += size;
      }
      expect(framesOf(...pieces, bytes.slice(start))).toEqual(framesOf(bytes));
    }),
  );
});

it('JSON is read from data; [DONE] and what does not parse give undefined', () => {
  const dataOf = (data: string) => ({ event: null, data });
  expect(frameJson(dataOf('{"a":[1]}'))).toEqual({ a: [1] });
  expect(frameJson(dataOf('{"a":'))).toBeUndefined();
  expect(frameJson(dataOf('[DONE]'))).toBeUndefined();
  expect(isDone(dataOf('[DONE] '))).toBe(true);
  expect(isDone(dataOf('{"a":'))).toBe(false);
});
