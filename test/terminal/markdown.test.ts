import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { colored, plain } from './capture.ts';

const lines = (markdown: string, width = 60) => renderMarkdown(markdown, plain(width));

describe('renderMarkdown', () => {
  it('joins the lines of a paragraph, wraps it and keeps the breaks it asks for', () => {
    expect(lines('One request\ngoes out,  \none answer comes back.\n\n\nThe end.', 20)).toEqual([
      'One request goes',
      'out,',
      'one answer comes',
      'back.',
      '',
      'The end.',
    ]);
  });

  it('keeps the backticks of code and says emphasis plainly', () => {
    expect(lines('Set *only* **one** `OPENAI_API_KEY`, ~~never two~~.')).toEqual([
      'Set only one `OPENAI_API_KEY`, ~~never two~~.',
    ]);
  });

  it('styles what it says plainly without colour', () => {
    expect(renderMarkdown('*a* **b** `c` [d](e:f)', colored(60))).toEqual([
      '\x1b[3ma\x1b[23m \x1b[1mb\x1b[22m \x1b[36m`c`\x1b[39m d (\x1b[4me:f\x1b[24m)',
    ]);
  });

  it('shows where links and images lead, once', () => {
    expect(
      lines('[docs](https://a.b/c), <https://d.e>, https://f.g, <me@h.i>, ![logo](j.png)', 80),
    ).toEqual(['docs (https://a.b/c), https://d.e, https://f.g, me@h.i, logo (j.png)']);
  });

  it('sets headings apart', () => {
    expect(renderMarkdown('# A b\ntext\n## C', colored(60))).toEqual([
      '\x1b[1m\x1b[36mA b\x1b[39m\x1b[22m',
      '',
      'text',
      '',
      '\x1b[1mC\x1b[22m',
    ]);
  });

  it('draws lists tight, nested and numbered from where they start', () => {
    expect(
      lines('9. send the request and wait\n10. read\n    - the status\n    - the text', 20),
    ).toEqual([
      ' 9. send the request',
      '    and wait',
      '10. read',
      '    - the status',
      '    - the text',
    ]);
  });

  it('sets the items of a loose list apart', () => {
    expect(lines('- one\n\n  more of it\n\n- two')).toEqual([
      '- one',
      '',
      '  more of it',
      '',
      '- two',
    ]);
  });

  it('shows what is ticked in a list of tasks', () => {
    expect(lines('- [x] done\n- [ ] to do')).toEqual(['- [x] done', '- [ ] to do']);
  });

  it('draws quotes with what is in them', () => {
    expect(lines('> Keep the key secret:\n>\n> - never in code', 16)).toEqual([
      '> Keep the key',
      '> secret:',
      '>',
      '> - never in',
      '>   code',
    ]);
  });

  it('leaves lines of code whole and highlights by the language of the fence', () => {
    const source = '```ts\nconst answer = await client.responses.create();\n```';
    expect(lines(source, 20)).toEqual(['  const answer = await client.responses.create();']);
    expect(renderMarkdown(source, colored(20))[0]).toContain('\x1b[35mconst\x1b[39m');
    expect(renderMarkdown('```constructor\nconst\n```', colored(20))).toEqual(['  const']);
  });

  it('draws tables with styled cells', () => {
    expect(lines('| field | n |\n|---|--:|\n| `id` | 7 |\n| **a \\| b** | 10 |')).toEqual([
      'field   n',
      '`id`    7',
      'a | b  10',
    ]);
  });

  it('tells a rule as stars, and HTML and unknown references as written', () => {
    expect(lines('a <b>c</b> &copy; &amp;lt; &lt;\n\n---\n\n<div>\nd\n</div>')).toEqual([
      'a <b>c</b> &copy; &lt; <',
      '',
      '* * *',
      '',
      '<div>',
      'd',
      '</div>',
    ]);
  });

  it('removes control sequences, also those spelled as character references', () => {
    expect(lines('a\x1b[31mb &#27;[2Jc &#x9b;1md [&#7;e](x) `&#27;`')).toEqual([
      'ab c d e (x) `&#27;`',
    ]);
  });

  it('stops indenting where there is no room left', () => {
    const deep = Array.from({ length: 12 }, (_, level) => `${'  '.repeat(level)}- item`).join('\n');
    const drawn = lines(deep, 20);
    expect(drawn).toHaveLength(12);
    expect(drawn.at(-1)?.trim()).toBe('item');
  });

  it('shows text as it is when it nests deeper than the stack', () => {
    expect(lines('>'.repeat(100_000), 100_000)).toEqual(['>'.repeat(100_000)]);
  });

  it('gives nothing for an empty text', () => {
    expect(lines(' \n')).toEqual([]);
  });
});
