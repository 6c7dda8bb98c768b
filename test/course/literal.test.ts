import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literal } from '../../src/course/literal.ts';

const evaluated = (source: string): unknown => new Function(`return ${source}`)();

describe('A value written as JavaScript', () => {
  it('is that value, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('', '  '), (value, indent) => {
        expect(JSON.stringify(evaluated(literal(value, indent)))).toBe(JSON.stringify(value));
      }),
    );
  });

  it.each([
    `both ' and "`,
    'three: \' " `',
    'back\\slash',
    `a line's "end"\n`,
    `a long one, with a line's "end"\nin the middle, and with more behind it than a line of code holds`,
    `\${nothing}`,
    '\u2028',
    '\ud800',
    '__proto__',
    '',
  ])('keeps a key and a text that are awkward: %j', (awkward) => {
    const value = JSON.parse(`{${JSON.stringify(awkward)}: [${JSON.stringify(awkward)}]}`);
    expect(JSON.stringify(evaluated(literal(value)))).toBe(JSON.stringify(value));
  });

  it('is one line where that fits, else one for each part', () => {
    expect(literal({ model: 'm', input: [], metadata: {} })).toBe(
      "{ model: 'm', input: [], metadata: {} }",
    );
    const long = 'x'.repeat(60);
    expect(literal({ model: 'm', list: [{ 'a key': long }, { b: null }] })).toBe(
      [
        '{',
        "  model: 'm',",
        '  list: [',
        `    { 'a key': '${long}' },`,
        '    { b: null },',
        '  ],',
        '}',
      ].join('\n'),
    );
  });

  it('breaks a long text after its own line breaks', () => {
    const text = `${'x'.repeat(60)}\n${'y'.repeat(60)}`;
    expect(literal({ text })).toBe(
      ['{', `  text: '${'x'.repeat(60)}\\n' +`, `    '${'y'.repeat(60)}',`, '}'].join('\n'),
    );
  });
});
