import { describe, expect, it } from 'vitest';
import { contentWidth, proseWidth } from '../../src/terminal/width.ts';

describe('contentWidth', () => {
  it.each([
    ['COLUMNS before the terminal', '120', 60, 120],
    ['the terminal without COLUMNS', undefined, 60, 60],
    ['80 without either', undefined, undefined, 80],
    ['80 for a terminal that says 0', undefined, 0, 80],
    ['20 at the least', '5', 60, 20],
    ['the terminal for an empty COLUMNS', '', 60, 60],
    ['the terminal for COLUMNS=0', '0', 60, 60],
    ['the terminal for a negative COLUMNS', '-40', 60, 60],
    ['the terminal for a fraction', '40.5', 60, 60],
    ['the terminal for a word', 'wide', 60, 60],
  ])('takes %s', (_, COLUMNS, columns, expected) => {
    expect(contentWidth({ env: { COLUMNS }, columns })).toBe(expected);
  });
});

describe('proseWidth', () => {
  it('follows the width up to 100 columns', () => {
    expect([60, 100, 200].map(proseWidth)).toEqual([60, 100, 100]);
  });
});
