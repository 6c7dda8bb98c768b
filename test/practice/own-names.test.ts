import { describe, expect, it } from 'vitest';
import { withOwnNames } from '../../src/practice/own-names.ts';

const paths = ['/home/me/my course/mine.mts', '/home/me/my course/plain.mjs'];

describe('What a program says of its own file', () => {
  it.each([
    [
      '/home/me/my course/mine.ts:7:62: ERROR: Unexpected ";"',
      'mine.mts:7:62: ERROR: Unexpected ";"',
    ],
    ['/home/me/my course/plain.js:1:2: ERROR', 'plain.mjs:1:2: ERROR'],
    ['at f (/home/me/my course/mine.mts:2:18)', 'at f (mine.mts:2:18)'],
    ['at file:///home/me/my%20course/mine.mts:2:18', 'at mine.mts:2:18'],
    ['at /home/me/my course/other.mts:2:18', 'at /home/me/my course/other.mts:2:18'],
  ])('names it as it is named, short: %s', (text, told) => {
    expect(withOwnNames(text, paths, '/home/me/my course')).toBe(told);
  });
});
