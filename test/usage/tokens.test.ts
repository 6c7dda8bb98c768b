import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer, type Tokenizer } from '../../src/usage/tokens.ts';

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await loadTokenizer();
});

describe('count', () => {
  it.each([
    ['', 0],
    ['hi', 1],
    ['Say hi in three words.', 6],
    ['My favourite colour is teal. Reply OK.', 9],
    ['Reply with exactly: pong', 5],
    ['hello world', 2],
  ])('of "%s" is %d', (text, tokens) => {
    expect(tokenizer.count(text)).toBe(tokens);
  });

  it('reads control tokens in a text as plain text', () => {
    expect(tokenizer.count('<|endoftext|>')).toBe(7);
    expect(tokenizer.count('<|im_start|>system<|im_end|>')).toBeGreaterThan(3);
    expect(tokenizer.split('a<|endoftext|>b').join('')).toBe('a<|endoftext|>b');
  });

  // "aaaaaaaa" is one token, and so are 128 blanks, 64 equals signs and 16 line ends.
  it.each([
    ['letters', 'a', 125_000],
    ['capitals', 'A', 125_000],
    ['blanks', ' ', 7_813],
    ['signs', '=', 15_625],
    ['line ends', '\n', 62_500],
  ])('of a million equal %s comes at once', { timeout: 5_000 }, (_, sign, tokens) => {
    expect(tokenizer.count(sign.repeat(1_000_000))).toBe(tokens);
  });

  it('is exact for long text with ordinary words', () => {
    const sentence = 'The quick brown fox jumps over the lazy dog.';
    expect(tokenizer.count(sentence)).toBe(10);
    expect(tokenizer.count(`${sentence} `.repeat(1_000))).toBe(10_001);
  });
});

describe('decode', () => {
  it('gives back any text that was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }),
    );
  });

  it.each([[[-1]], [[0.5]], [[15, 1_000_000]], [[Number.NaN]]])('knows no token %j', (tokens) => {
    expect(tokenizer.decode(tokens)).toBeNull();
  });
});

describe('The encoding of the embedding models', () => {
  // "hello world" and "tiktoken is great!": examples of OpenAI's cookbook for counting tokens.
  it('has tokens of its own', async () => {
    const cl100k = await loadTokenizer('cl100k_base');
    expect(cl100k.encode('hello world')).toEqual([15339, 1917]);
    expect(cl100k.encode('tiktoken is great!')).toEqual([83, 1609, 5963, 374, 2294, 0]);
    expect(cl100k.decode([83, 1609, 5963, 374, 2294, 0])).toBe('tiktoken is great!');
  });
});

describe('split', () => {
  it('breaks text where its tokens end', () => {
    expect(tokenizer.split('Streams break text at token borders.')).toEqual([
      'Streams',
      ' break',
      ' text',
      ' at',
      ' token',
      ' borders',
      '.',
    ]);
    expect(tokenizer.split('')).toEqual([]);
  });

  it('keeps a character of several tokens whole', () => {
    expect(tokenizer.count('🦔')).toBe(3);
    expect(tokenizer.split('🦔')).toEqual(['🦔']);
    expect(tokenizer.split('a🦔b')).toEqual(['a', '🦔', 'b']);
  });

  it('gives as many pieces as tokens where each character lies within one token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (text) => {
        expect(tokenizer.split(text)).toHaveLength(tokenizer.count(text));
      }),
    );
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.lorem({ maxCount: 20 }),
    fc.constantFrom(
      '\uFEFFbyte order mark',
      'a\r\n\r\n\tb',
      '漢字かな交じり文',
      '👩‍👩‍👧 🇩🇪',
      'naïve Ὀδυσσεύς',
    ),
  );

  it('gives pieces that put together are the text, none empty, none with half a character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pieces = tokenizer.split(text);
        expect(pieces.join('')).toBe(text);
        expect(pieces).not.toContain('');
        expect(pieces.length).toBeLessThanOrEqual(tokenizer.count(text));
        for (const piece of pieces) expect(piece).toSatisfy(isWellFormed);
      }),
      { numRuns: 1_000 },
    );
  });

  it('loses nothing of text that is not valid Unicode', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(tokenizer.split(text).join('')).toBe(text);
      }),
    );
  });

  it('splits very long text, with ordinary words or without', () => {
    const prose = 'The quick brown fox jumps over the lazy dog. '.repeat(20_000);
    expect(tokenizer.split(prose)).toHaveLength(200_001);
    expect(tokenizer.split('a'.repeat(1_000_000))).toHaveLength(125_000);
  });
});

describe('countInput', () => {
  it.each([
    ['hi', 8],
    ['Say hi in three words.', 13],
    ['My favourite colour is teal. Reply OK.', 16],
  ])('of one user message "%s" is what the API bills: %d', (content, tokens) => {
    expect(tokenizer.countInput([{ role: 'user', content }])).toBe(tokens);
  });

  it('adds four tokens for each further message, of whatever role', () => {
    const user = { role: 'user', content: 'hi' };
    for (const role of ['system', 'developer', 'assistant', 'user']) {
      expect(tokenizer.countInput([{ role, content: 'hi' }, user])).toBe(8 + 4 + 1);
    }
  });

  it('is the three tokens before the answer when there is no message', () => {
    expect(tokenizer.countInput([])).toBe(3);
  });
});

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
