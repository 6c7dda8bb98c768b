import { describe, expect, it } from 'vitest';
import { renderTable, type Table } from '../../src/terminal/table.ts';
import { colored, plain } from './capture.ts';

const models: Table = {
  head: ['model', 'input', 'use'],
  rows: [
    ['small-1', '$0.10', 'short answers, many of them, where a second matters'],
    ['large-1', '$12.00', 'hard questions'],
  ],
  align: ['left', 'right', 'left'],
};

describe('renderTable', () => {
  it('makes columns as wide as their cells', () => {
    expect(renderTable(models, plain(80))).toEqual([
      'model     input  use',
      'small-1   $0.10  short answers, many of them, where a second matters',
      'large-1  $12.00  hard questions',
    ]);
  });

  it('wraps the widest column when the table is too wide', () => {
    expect(renderTable(models, plain(40))).toEqual([
      'model     input  use',
      'small-1   $0.10  short answers, many of',
      '                 them, where a second',
      '                 matters',
      'large-1  $12.00  hard questions',
    ]);
  });

  it('gives each row a block where columns would be too narrow to read', () => {
    expect(renderTable(models, plain(30))).toEqual([
      'model: small-1',
      'input: $0.10',
      'use: short answers, many of',
      '  them, where a second matters',
      '',
      'model: large-1',
      'input: $12.00',
      'use: hard questions',
    ]);
  });

  it('dims the head and nothing else', () => {
    expect(renderTable({ head: ['a', 'b'], rows: [['1', '2']] }, colored(80))).toEqual([
      '\x1b[2ma\x1b[22m  \x1b[2mb\x1b[22m',
      '1  2',
    ]);
  });

  it('aligns wide characters and takes a missing cell as empty', () => {
    const table: Table = { head: ['name', 'n'], rows: [['日本語', '1'], ['a']] };
    expect(renderTable(table, plain(80))).toEqual(['name    n', '日本語  1', 'a']);
  });

  it('never breaks a word of a column to fit', () => {
    const table: Table = {
      head: ['address', 'note'],
      rows: [['https://api.openai.com/v1', 'official']],
    };
    expect(renderTable(table, plain(34))).toEqual([
      'address:',
      '  https://api.openai.com/v1',
      'note: official',
    ]);
  });

  it('shows the head of a table without rows', () => {
    expect(renderTable({ head: ['a', 'b'], rows: [] }, plain(80))).toEqual(['a  b']);
  });
});
