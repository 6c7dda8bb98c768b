import { describe, expect, it } from 'vitest';
import { createTheme, decideColor } from '../../src/terminal/theme.ts';

describe('createTheme', () => {
  it('surrounds text with the codes of the style', () => {
    expect(createTheme({ color: true }).good('passed')).toBe('\x1b[32mpassed\x1b[39m');
  });

  it('leaves text as it is without colour, in every style', () => {
    const styled = Object.values(createTheme({ color: false })).map((style) => style('text'));
    expect(new Set(styled)).toEqual(new Set(['text']));
  });
});

describe('decideColor', () => {
  it.each([
    ['the flag before everything', { flag: true, env: { NO_COLOR: '1' }, isTerminal: false }, true],
    ['the flag against it', { flag: false, env: { FORCE_COLOR: '1' }, isTerminal: true }, false],
    ['NO_COLOR before FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
    ['NO_COLOR with any value', { env: { NO_COLOR: 'false' } }, false],
    ['an empty NO_COLOR as unset', { env: { NO_COLOR: '' } }, true],
    ['FORCE_COLOR without a terminal', { env: { FORCE_COLOR: '1' }, isTerminal: false }, true],
    ['an empty FORCE_COLOR as asking', { env: { FORCE_COLOR: '' }, isTerminal: false }, true],
    ['FORCE_COLOR=0 as refusing', { env: { FORCE_COLOR: '0' } }, false],
    ['FORCE_COLOR=false as refusing', { env: { FORCE_COLOR: 'false' } }, false],
    ['FORCE_COLOR before TERM', { env: { FORCE_COLOR: '1', TERM: 'dumb' } }, true],
    ['a terminal', {}, true],
    ['a dumb terminal', { env: { TERM: 'dumb' } }, false],
    ['no terminal', { isTerminal: false }, false],
  ])('takes %s', (_, options, expected) => {
    expect(decideColor({ flag: undefined, env: {}, isTerminal: true, ...options })).toBe(expected);
  });
});
