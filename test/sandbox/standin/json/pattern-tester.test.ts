import { describe, expect, it } from 'vitest';
import { endsSoon, PatternTester } from '../../../../src/sandbox/standin/json/pattern-tester.ts';

describe('A pattern of a schema', () => {
  it.each([
    { pattern: '^ORD-\\d{4}$', text: 'ORD-1234', expected: true },
    { pattern: '^ORD-\\d{4}$', text: 'ORD-12345', expected: false },
    { pattern: 'b', text: 'abc', expected: true },
    {
      pattern: '^[\\w\\-.]+@(?:[a-z]+\\.)+[a-z]{2,}$',
      text: 'ada@mail.example.com',
      expected: true,
    },
    { pattern: '^[\\w\\-.]+@(?:[a-z]+\\.)+[a-z]{2,}$', text: 'ada@mail', expected: false },
    { pattern: '\\-', text: 'a-b', expected: true },
    { pattern: '(', text: '(', expected: false },
  ])('$pattern and $text', ({ pattern, text, expected }) => {
    expect(new PatternTester().fits(pattern, text)).toBe(expected);
  });

  it.each([
    { pattern: '^[a-z]+$', expected: true },
    { pattern: '^(?:yes|no)$', expected: true },
    { pattern: '^(?=.{4,}$)[\\w.-]+$', expected: true },
    { pattern: '^(\\d+)+x$', expected: false },
    { pattern: '^((a|b)c)*$', expected: false },
    { pattern: '^(?:a|a){9,}$', expected: false },
    { pattern: '.*.*.*.*x', expected: false },
    { pattern: '[(+*]\\(', expected: true },
  ])('is known to end soon or not: $pattern', ({ pattern, expected }) => {
    expect(endsSoon(pattern)).toBe(expected);
  });

  it('that never ends is stopped, and the next is not even tried', () => {
    const tester = new PatternTester();
    const endless = '^(\\d+)+x$';
    expect(tester.fits(endless, '1'.repeat(60))).toBe(false);
    expect(tester.fits(endless, '1x')).toBe(false);
    expect(tester.fits('^\\d+x$', '1x')).toBe(true);
  });
});
