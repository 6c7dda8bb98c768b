import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concepts } from '../../../../src/sandbox/standin/embeddings/concepts.ts';
import { embed } from '../../../../src/sandbox/standin/embeddings/embed.ts';
import { featuresOf } from '../../../../src/sandbox/standin/embeddings/features.ts';

const model = 'text-embedding-3-small';
const point = (text: string) => embed(text, model, 1536);

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, coordinate, index) => sum + coordinate * (b[index] ?? 0), 0);
}
const similarity = (a: string, b: string) => cosine(point(a), point(b));

describe('Of two texts, the nearer one is that of the same matter:', () => {
  it.each([
    ['How do I reset my password?', 'I forgot my login credentials', 'The recipe needs two eggs'],
    ['How do I reset my password?', 'How do I reset my router?', 'How do I bake my cake?'],
    ['Where is my parcel?', 'My delivery has not arrived', 'I forgot my login credentials'],
    ['I want my money back', 'How much money do I get?', 'The weather is sunny'],
    ['a puppy', 'Dogs are loyal', 'Stocks fell today'],
    ['The program crashed', 'There is a bug in the software', 'We hiked up a mountain'],
    ['baking cakes', 'She baked a cake', 'She parked a car'],
    ['Ich habe mein Passwort vergessen', 'I forgot my password', 'Es regnet heute'],
    ['忘记密码怎么办', '我忘记了密码', '今天天气很好'],
    ['un café, por favor', 'two espressos', 'una casa'],
  ])('%s — %s, not %s', (text, near, far) => {
    expect(similarity(text, near)).toBeGreaterThan(similarity(text, far) + 0.2);
  });
});

describe('A point', () => {
  it('is much the same for words with different endings, and the same whatever their case', () => {
    expect(similarity('shipping orders', 'shipped order')).toBeCloseTo(1);
    expect(similarity('PASSWORDS!', 'password')).toBeCloseTo(1);
  });

  it('is nearer to the same word than to a synonym', () => {
    expect(similarity('dog', 'the dog')).toBeCloseTo(1);
    expect(similarity('dog', 'puppy')).toBeGreaterThan(0.7);
    expect(similarity('dog', 'puppy')).toBeLessThan(0.9);
  });

  it('is about at right angles to that of a text with nothing in common', () => {
    expect(Math.abs(similarity('quantum chromodynamics', 'my grandmother'))).toBeLessThan(0.1);
  });

  it('is another for another model', () => {
    const other = embed('dog', 'text-embedding-3-large', 1536);
    expect(Math.abs(cosine(point('dog'), other))).toBeLessThan(0.1);
  });

  it.each([' ', '!!!', 'the of and', '🦔', '\u0000', '\ud800'])('there is for %j too', (text) => {
    expect(cosine(point(text), point(text))).toBeCloseTo(1);
    expect(Math.abs(similarity(text, 'dog'))).toBeLessThan(0.15);
  });

  const anyText = fc.string({ unit: 'binary', maxLength: 200 });
  const anyLength = fc.integer({ min: 1, max: 3072 });

  it('has unit length and always the same numbers, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyLength, (text, dimensions) => {
        const drawn = embed(text, model, dimensions);
        expect(drawn).toHaveLength(dimensions);
        expect(cosine(drawn, drawn)).toBeCloseTo(1, 5);
        expect(embed(text, model, dimensions)).toEqual(drawn);
      }),
    );
  });

  it('of fewer dimensions is the beginning of the full one, stretched to unit length', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 1536 }), (text, dimensions) => {
        const beginning = point(text).slice(0, dimensions);
        const length = Math.sqrt(cosine(beginning, beginning));
        const short = embed(text, model, dimensions);
        for (const [index, coordinate] of short.entries()) {
          expect(coordinate).toBeCloseTo((beginning[index] ?? 0) / length, 4);
        }
      }),
      { numRuns: 30 },
    );
  });
});

it.each(concepts)('These words are of one concept, and of no other: %s', (words) => {
  const named = [...featuresOf(words).keys()].filter((feature) => feature.startsWith('concept '));
  expect(named).toHaveLength(1);
});
