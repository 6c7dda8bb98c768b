import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDistinct, differences, meanSimilarity } from '../../src/compare/similarity.ts';

describe('meanSimilarity', () => {
  it.each([
    [['a b c', 'a b c'], 1],
    [['a b', 'c d'], 0],
    // Two of the words are common and in order: 2 × 2 / (3 + 3).
    [['one two three', 'one 2 three'], 2 / 3],
    [['b a', 'a b'], 1 / 2],
    // Pairs: 1, 0 and 0.
    [['a', 'a', 'b'], 1 / 3],
    [['', ''], 1],
  ])('of %j is %d', (texts, expected) => {
    expect(meanSimilarity(texts)).toBeCloseTo(expected, 10);
  });

  it.each([[[]], [['alone']]])('is not known for %j', (texts) => {
    expect(meanSimilarity(texts)).toBeNull();
  });

  it('lies between 0 and 1, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem(), { minLength: 2, maxLength: 5 }), (texts) => {
        const mean = meanSimilarity(texts) ?? -1;
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('countDistinct counts texts that differ in any character', () => {
  expect(countDistinct(['a', 'a', 'a '])).toBe(2);
});

describe('differences', () => {
  it('marks the words that the reference does not have', () => {
    expect(differences('one 2 three', 'one two three')).toEqual([
      { text: 'one ', differs: false },
      { text: '2 ', differs: true },
      { text: 'three', differs: false },
    ]);
  });

  it('gives spans that put together are the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, reference) => {
        const spans = differences(text, reference);
        expect(spans.map((span) => span.text).join('')).toBe(text);
      }),
    );
  });
});
