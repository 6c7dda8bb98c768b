import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/sandbox/standin/standin.ts';
import { ask, seeded } from './ask.ts';

const MEGABYTE = 1_000_000;

describe('the stand-in', () => {
  it('answers any conversation without throwing, and never with nothing', () => {
    const words = fc.constantFrom(
      'what is',
      'count',
      'from 1 to',
      '"',
      "'",
      ':',
      '(',
      '9^9',
      '/ 0',
      'my name is',
      'pirate',
      'in json',
      'haiku',
      'translate',
      'to french',
      'say',
      'repeat after me:',
      'list',
      'API',
      '{a|b}',
      '$text',
      '\n',
      '\u0000',
      '😀',
      'extract the name',
      'summarise',
      'how many',
      'letters',
      'in 0 words',
      'sentences',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((each) => each.join(' ')),
    );
    const turn = fc.record({
      role: fc.constantFrom(
        'system' as const,
        'developer' as const,
        'user' as const,
        'assistant' as const,
      ),
      text,
    });
    fc.assert(
      fc.property(
        fc.array(turn, { maxLength: 6 }),
        fc.double({ min: 0, max: 2 }),
        fc.double({ min: 0, max: 1 }),
        fc.double({ min: 0, max: 1, maxExcluded: true }),
        (turns, temperature, topP, chance) => {
          expect(answer({ turns, temperature, topP, random: () => chance })).not.toBe('');
        },
      ),
      { numRuns: 500, seed: 42 },
    );
  });

  it.each([
    ['spaces', ' '],
    ['one letter', 'a'],
    ['words', 'what is an API '],
    ['digits', '1'],
    ['sums', '1+'],
    ['parentheses', '('],
    ['quotes', '"'],
    ['colons', ': '],
    ['lines', '\n'],
    ['full stops', '. '],
    ['zero bytes', '\u0000'],
    ['emoji', '😀'],
    ['statements', 'my name is '],
    ['counts', 'count from 1 to '],
    ['at signs', 'a@'],
    ['negations', 'not formal '],
    ['instructions', 'start all every '],
  ])(
    'takes a megabyte of %s in its stride, as question and as instructions',
    (_, piece) => {
      const long = piece.repeat(MEGABYTE / piece.length);
      for (const start of [
        '',
        'Summarise: ',
        'How many words are in: ',
        'Extract the email: ',
        'Classify the sentiment: ',
        'start ',
      ]) {
        expect(ask(start + long, { instructions: start + long })).not.toBe('');
      }
    },
    10_000,
  );

  it('repeats a megabyte when told to', () => {
    const long = 'abc '.repeat(MEGABYTE / 4).trim();
    expect(ask(`Repeat after me: ${long}`)).toBe(long);
  });

  it('finds the question before or after a long text', () => {
    const long = 'Lorem ipsum dolor sit amet. '.repeat(10_000);
    expect(ask(`Extract the email: ${'x '.repeat(100)} ada@example.com ${long}`)).toBe(
      'Email: ada@example.com',
    );
    expect(ask('What is my name?', { instructions: `${long} The user's name is Ada.` })).toBe(
      'Your name is Ada.',
    );
  });

  it('answers the last message of the user, wherever it stands', () => {
    const text = answer({
      turns: [
        { role: 'user', text: 'Reply one' },
        { role: 'user', text: 'Reply two' },
        { role: 'assistant', text: 'three' },
      ],
      temperature: 0,
      topP: 1,
      random: seeded(1),
    });
    expect(text).toBe('two');
  });

  it('says that there is no question when there is none', () => {
    expect(answer({ turns: [], temperature: 0, topP: 1, random: seeded(1) })).toMatch(
      /no question/,
    );
  });

  it('shows no control characters of a question', () => {
    expect(ask('Reply with exactly: a\u001b[31mb\u0007')).toBe('a [31mb');
  });
});
