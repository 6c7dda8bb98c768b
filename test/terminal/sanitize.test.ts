import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSanitizer, sanitize } from '../../src/terminal/sanitize.ts';
import { holds } from './holds.ts';

describe('sanitize', () => {
  it.each([
    ['keeps line feeds, tabs and other scripts', 'a\tb\nñ 日本 👩‍💻', 'a\tb\nñ 日本 👩‍💻'],
    ['removes colours', '\x1b[1;31mred\x1b[0m', 'red'],
    ['removes cursor movement and private modes', 'a\x1b[2J\x1b[?25l\x1b[1 qb', 'ab'],
    ['removes an OSC that ends with BEL', 'a\x1b]0;title\x07b', 'ab'],
    ['removes an OSC that ends with ST', 'a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\b', 'alinkb'],
    [
      'removes DCS, SOS, PM and APC strings',
      '1\x1bPx\x1b\\2\x1bXx\x1b\\3\x1b^x\x1b\\4\x1b_x\x1b\\5',
      '12345',
    ],
    ['ends an unclosed string at the line', 'a\x1b]0;evil\nnext line', 'a\nnext line'],
    ['ends an unclosed string at a carriage return', 'a\x1b]0;evil\r\nnext', 'a\nnext'],
    ['removes an unclosed string at the end', 'a\x1b]52;c;aGk=', 'a'],
    ['reads a sequence that begins within a string', 'a\x1b]0;x\x1b[31mb', 'ab'],
    ['takes CAN as the end of a string', 'a\x1b]0;x\x18b', 'ab'],
    ['removes sequences with one-character introducers', 'a\x9b31mb\x9d0;t\x9cc\x90x\x07d', 'abcd'],
    ['removes two- and three-character escapes', 'a\x1bc\x1b7\x1b(0b', 'ab'],
    ['keeps the line break that cuts a sequence', 'a\x1b[31\nb\x1b\nc', 'a\nb\nc'],
    ['keeps a letter that cannot belong to an escape', 'a\x1bé', 'aé'],
    ['removes a lone ESC at the end', 'a\x1b', 'a'],
    ['removes backspaces, bells, NUL and DEL', 'pass\b\b\x07\0\x7fed', 'passed'],
    ['removes other C1 characters', 'a\x85\x8d\x9cb', 'ab'],
    ['tells CRLF as one line break', 'a\r\nb', 'a\nb'],
    ['tells a lone CR as a line break, so that nothing is overwritten', 'a\rb\r\rc', 'a\nb\n\nc'],
    ['removes bidirectional overrides and isolates', 'a\u202eb\u2066c\u2069d\u202ae', 'abcde'],
  ])('%s', (_, text, expected) => {
    expect(sanitize(text)).toBe(expected);
  });

  const units = fc.oneof(
    fc.constantFrom(...'\x1b[]PX^_\\;0123?31mc(\x07\x18\x9b\x9d\x9c\x90\r\n\t\b aé\u202e\u2066'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const hostile = fc.array(units, { maxLength: 60 }).map((parts) => parts.join(''));

  it('leaves no control character and no override, whatever comes', () => {
    holds(
      fc.property(hostile, (text) => {
        expect(sanitize(text)).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('changes nothing in what it gave', () => {
    holds(fc.property(hostile, (text) => sanitize(sanitize(text)) === sanitize(text)));
  });

  it('gives the same text however it is cut into chunks', () => {
    holds(
      fc.property(hostile, fc.array(fc.nat(8), { minLength: 1 }), (text, lengths) => {
        const read = createSanitizer();
        let given = '';
        for (let start = 0, turn = 0; start < text.length; turn++) {
          const end = start + (lengths[turn % lengths.length] ?? 0) + 1;
          given += read(text.slice(start, end));
          start = end;
        }
        expect(given).toBe(sanitize(text));
      }),
    );
  });

  it('gives the visible part of a chunk at once', () => {
    const read = createSanitizer();
    expect(['Hel', 'lo\x1b', '[3', '1m!', '\r', '\n.'].map(read)).toEqual([
      'Hel',
      'lo',
      '',
      '!',
      '\n',
      '.',
    ]);
  });
});
