import stripAnsi from 'strip-ansi';
import { describe, expect, it } from 'vitest';
import { type Language, renderCode } from '../../src/terminal/code.ts';
import { colored, plain } from './capture.ts';

/** The styled pieces of the code, as `style:text`. */
function pieces(source: string, language: Language): string[] {
  const mark = (name: string) => (text: string) => `«${name}:${text}»`;
  const theme = {
    ...plain(80).theme,
    comment: mark('comment'),
    string: mark('string'),
    keyword: mark('keyword'),
    number: mark('number'),
  };
  const text = renderCode(source, { theme, width: 80, language }).join('\n');
  return [...text.matchAll(/«([^»]*)»/g)].map(([, piece = '']) => piece);
}

describe('renderCode', () => {
  it('indents each line by two and leaves long ones whole', () => {
    const long = `x${'y'.repeat(100)}`;
    expect(renderCode(`a\n\n\tb\n${long}\n`, { ...plain(20), language: 'text' })).toEqual([
      '  a',
      '',
      '  \tb',
      `  ${long}`,
    ]);
  });

  it('finds comments, strings, keywords and numbers of TypeScript', () => {
    const source = `import x from 'y'; // why\nconst url = \`http://\${a}\` + "\\"/*"; /* all\ndone */ n = 1_000.5 ?? null;`;
    expect(pieces(source, 'ts')).toEqual([
      'keyword:import',
      'keyword:from',
      "string:'y'",
      'comment:// why',
      'keyword:const',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the code under test
      'string:`http://${a}`',
      'string:"\\"/*"',
      'comment:/* all\n  done */',
      'number:1_000.5',
      'number:null',
    ]);
  });

  it('leaves names alone that contain or follow what looks like a keyword', () => {
    expect(pieces('client.delete.new(newest, $if, { type: x2, from: y })', 'ts')).toEqual([]);
  });

  it('finds comments, strings, options and variables of a shell', () => {
    const source = `# ask\ncurl https://x/#a -sS --json '{"a":\n1}' -H "Bearer $KEY" $HOME`;
    expect(pieces(source, 'sh')).toEqual([
      'comment:# ask',
      'keyword:-sS',
      'keyword:--json',
      `string:'{"a":\n  1}'`,
      'keyword:-H',
      'string:"Bearer $KEY"',
      'keyword:$HOME',
    ]);
  });

  it('tells names from values in JSON', () => {
    expect(pieces('{ "a": "b:", "n" : -1.5e3, "t": [true, null] }', 'json')).toEqual([
      'keyword:"a"',
      'string:"b:"',
      'keyword:"n"',
      'number:-1.5e3',
      'keyword:"t"',
      'number:true',
      'number:null',
    ]);
  });

  it.each(['ts', 'sh', 'json', 'text'] as const)('changes no character of %s', (language) => {
    const source = `const a = 'open\n/* never closed\n\n\`${'{'}"x": 1.5\n# $HOME --flag \\" \n`;
    const lines = renderCode(source, { ...colored(40), language }).map(stripAnsi);
    expect(lines).toEqual(renderCode(source, { ...plain(40), language }));
  });

  it.each(["'\\", '/*', '"\\"', '`\\'])(
    'takes time in proportion to the length of code that opens %j over and over (else this times out)',
    (opener) => {
      const source = opener.repeat(200_000);
      for (const language of ['ts', 'sh', 'json'] as const) {
        expect(renderCode(source, { ...plain(80), language })).toEqual([`  ${source}`]);
      }
    },
  );

  it('removes control sequences', () => {
    expect(renderCode("'\x1b[31mred'", { ...plain(80), language: 'ts' })).toEqual(["  'red'"]);
  });
});
