import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { fillLines, pad, prefix, truncate, widest, wrap } from '../../src/terminal/text.ts';
import { colored } from './capture.ts';
import { holds } from './holds.ts';

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('keeps line breaks, empty lines and the spaces a line begins with', () => {
    expect(wrap('if x:\n    do this and that\n\nend', 14)).toEqual([
      'if x:',
      '    do this',
      '    and that',
      '',
      'end',
    ]);
  });

  it('counts a tab as four columns', () => {
    expect(wrap('\tone two', 8)).toEqual(['    one', '    two']);
  });

  it('puts the indent first and the hanging indent before what follows', () => {
    expect(wrap('one two three', 9, { indent: '- ', hanging: '  ' })).toEqual([
      '- one two',
      '  three',
    ]);
  });

  it('repeats the indent when no hanging indent is given', () => {
    expect(wrap('one two', 6, { indent: '> ' })).toEqual(['> one', '> two']);
  });

  it('counts wide characters as two columns', () => {
    expect(wrap('日本語のテキスト', 6)).toEqual(['日本語', 'のテキ', 'スト']);
  });

  it('breaks a word only when it is longer than a line', () => {
    expect(wrap('go to https://a.example/b now', 12)).toEqual([
      'go to',
      'https://a.ex',
      'ample/b now',
    ]);
    expect(wrap('see https://a.example', 17)).toEqual(['see', 'https://a.example']);
  });

  it.each(['412 ms', '2.9 s', '1 min 27 s', '3 min', '75 %'])(
    'keeps %s together, with plain spaces',
    (time) => {
      for (let width = 16; width <= 40; width++) {
        const lines = wrap(`5 requests · 36 in · ${time} · done`, width);
        expect(lines.filter((line) => line.includes(time))).toHaveLength(1);
      }
    },
  );

  it('keeps a number and a word of several letters apart where it has to', () => {
    expect(wrap('twelve lines, 12 samples', 16)).toEqual(['twelve lines, 12', 'samples']);
  });

  it('closes a style at the end of a line and opens it on the next', () => {
    expect(wrap(colored(0).theme.bad('one two'), 3)).toEqual([
      '\x1b[31mone\x1b[39m',
      '\x1b[31mtwo\x1b[39m',
    ]);
  });

  it('gives one empty line for an empty text', () => {
    expect(wrap('', 20)).toEqual(['']);
  });

  it('never passes the width', () => {
    holds(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 12, max: 60 }),
        (text, width) => {
          const lines = wrap(text.replace(/\p{C}/gu, ' '), width, {
            indent: '1. ',
            hanging: '   ',
          });
          expect(widest(lines)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('keeps every character but spaces', () => {
    holds(
      fc.property(
        fc.string({ unit: 'grapheme-ascii' }),
        fc.integer({ min: 4, max: 40 }),
        (text, width) => {
          expect(wrap(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });
});

describe('prefix', () => {
  it('leaves no trailing space on an empty line', () => {
    expect(prefix(['', 'a', ''], '- ', '  ')).toEqual(['-', '  a', '']);
  });
});

describe('pad', () => {
  it.each([
    ['left', 'ab   '],
    ['right', '   ab'],
    ['center', ' ab  '],
  ] as const)('fills up to the width, aligned %s', (align, expected) => {
    expect(pad('ab', 5, align)).toBe(expected);
  });

  it('counts columns, not characters', () => {
    expect(pad('日本', 6)).toBe('日本  ');
    expect(pad('\x1b[31mab\x1b[39m', 3)).toBe('\x1b[31mab\x1b[39m ');
  });

  it('leaves longer text as it is', () => {
    expect(pad('abc', 2)).toBe('abc');
  });
});

describe('truncate', () => {
  it.each([
    ['short enough', 12, 'short enough'],
    ['one too many', 11, 'one too ma…'],
    ['two\n  lines\tand a tab', 40, 'two lines and a tab'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['ab', 1, '…'],
    ['ab', 0, ''],
  ])('cuts %j at %i columns', (text, width, expected) => {
    expect(truncate(text, width)).toBe(expected);
  });

  it('never passes the width', () => {
    holds(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, width) => {
        expect(stringWidth(truncate(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('Items beside each other', () => {
  it('fill each line with as many as fit, and break between them', () => {
    const items = ['one', 'two of them', 'three'];
    expect(fillLines(items, 19, { indent: ' ', gap: '  ' })).toEqual([
      ' one  two of them',
      ' three',
    ]);
    expect(fillLines(items, 80, { gap: '  ' })).toEqual(['one  two of them  three']);
  });

  it('break inside where one alone is too long', () => {
    expect(fillLines(['a', 'long words'], 6, { gap: ' ' })).toEqual(['a', 'long', 'words']);
  });

  it('are no line when there are none', () => {
    expect(fillLines([], 80, { gap: ' ' })).toEqual([]);
  });
});
