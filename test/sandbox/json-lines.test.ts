import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/sandbox/json-lines.ts';

const lines = (content: string) => [...linesOf(Buffer.from(content))];

describe('The lines of a file', () => {
  it.each([
    ['', []],
    ['\n\n', []],
    ['a', [[1, 'a']]],
    ['a\n', [[1, 'a']]],
    [
      'a\r\nb\r\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'a\n\n  \nb',
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    ['\ufeffa', [[1, '\ufeffa']]],
  ])('of %j are %j', (content, expected) => {
    expect(lines(content).map(({ number, text }) => [number, text])).toEqual(expected);
  });

  it('are what was joined, in any language', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => !/\s/.test(each));
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(lines(texts.join('\n')).map((line) => line.text)).toEqual(texts);
      }),
    );
  });
});
