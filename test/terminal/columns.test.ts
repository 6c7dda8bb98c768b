import { describe, expect, it } from 'vitest';
import { type Column, renderColumns } from '../../src/terminal/columns.ts';
import { plain } from './capture.ts';

const columns: Column[] = [
  {
    title: 'temperature 0',
    body: 'The sky scatters blue light more than red.',
    footer: '9 tokens',
  },
  { title: 'temperature 1', body: '空は青い', footer: '4 tokens' },
];

describe('renderColumns', () => {
  it('stands texts side by side with their footers in one row', () => {
    expect(renderColumns(columns, plain(70))).toEqual([
      'temperature 0                       temperature 1',
      'The sky scatters blue light more    空は青い',
      'than red.',
      '9 tokens                            4 tokens',
    ]);
  });

  it('puts them one under the other when a column would get fewer than 32 columns', () => {
    expect(renderColumns(columns, plain(66))).toEqual([
      'temperature 0',
      'The sky scatters blue light more than red.',
      '9 tokens',
      '',
      'temperature 1',
      '空は青い',
      '4 tokens',
    ]);
    expect(renderColumns(columns, plain(67))[0]).toContain('temperature 1');
  });

  it('lets a body draw itself in the columns it gets, and wraps what is still too long', () => {
    const widths: number[] = [];
    const body = (width: number) => {
      widths.push(width);
      return ['  x'.repeat(20)];
    };
    const lines = renderColumns(
      [
        { title: 'a', body },
        { title: 'b', body: 'right' },
      ],
      plain(80),
    );
    expect(widths).toEqual([38]);
    expect(lines[1]?.indexOf('right')).toBe(41);
  });

  it('keeps lines of prose at 100 columns or fewer on a wide terminal', () => {
    const long = { title: 'long', body: 'word '.repeat(60) };
    const [, first = ''] = renderColumns([long], plain(200));
    expect(first).toHaveLength(99);
  });

  it('removes control sequences from text', () => {
    expect(renderColumns([{ title: 'a', body: 'x\x1b[2Jy' }], plain(80))).toEqual(['a', 'xy']);
  });

  it('gives nothing for nothing', () => {
    expect(renderColumns([], plain(80))).toEqual([]);
  });
});
