import { describe, expect, it } from 'vitest';
import { type Fact, renderFacts } from '../../src/terminal/facts.ts';
import { colored, plain } from './capture.ts';

const facts: Fact[] = [
  { name: 'status', value: 'completed', note: 'the model finished its answer' },
  { name: 'id', value: 'resp_0123456789abcdef0123456789abcdef', note: 'names this answer' },
  { name: 'output_text', value: 'Hello!' },
];

describe('renderFacts', () => {
  it('puts notes beside the values, and below a value that is very long', () => {
    expect(renderFacts(facts, plain(80))).toEqual([
      '  status       completed  the model finished its answer',
      '  id           resp_0123456789abcdef0123456789abcdef',
      '                 names this answer',
      '  output_text  Hello!',
    ]);
  });

  it('wraps a note under itself', () => {
    expect(renderFacts(facts.slice(0, 1), plain(45))).toEqual([
      '  status  completed  the model finished its',
      '                     answer',
    ]);
  });

  it('puts notes under the values where there is no room beside them', () => {
    expect(renderFacts(facts.slice(0, 1), plain(41))).toEqual([
      '  status  completed',
      '            the model finished its answer',
    ]);
  });

  it('puts values under the names where there is no room beside those', () => {
    expect(renderFacts(facts, plain(24))).toEqual([
      '  status',
      '    completed',
      '      the model finished',
      '      its answer',
      '  id',
      '    resp_0123456789abcde',
      '    f0123456789abcdef',
      '      names this answer',
      '  output_text',
      '    Hello!',
    ]);
  });

  it('styles the value as asked', () => {
    expect(renderFacts([{ name: 'status', value: 'failed', style: 'bad' }], colored(80))).toEqual([
      '  \x1b[2mstatus\x1b[22m  \x1b[31mfailed\x1b[39m',
    ]);
  });

  it('aligns under the first line of a value of several lines', () => {
    expect(
      renderFacts([{ name: 'body', value: '{\n  "a": 1\n}', note: 'as sent' }], plain(80)),
    ).toEqual(['  body  {', '          "a": 1', '        }', '          as sent']);
  });

  it('removes control sequences from values and notes', () => {
    const lines = renderFacts([{ name: 'id', value: 'a\x1b[2Jb', note: '\x07c' }], plain(80));
    expect(lines).toEqual(['  id  ab  c']);
  });
});
