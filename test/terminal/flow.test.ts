import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFlow } from '../../src/terminal/flow.ts';

function written(pieces: readonly string[], width = 20): string {
  const flow = createFlow({ width, indent: '  ' });
  return pieces.map((piece) => flow.push(piece)).join('') + flow.end();
}

describe('createFlow', () => {
  it('indents and wraps text as it arrives', () => {
    expect(written(['The quick ', 'brown fox', ' jumps over'])).toBe(
      '  The quick brown\n  fox jumps over\n',
    );
  });

  it('holds a word back until it is whole', () => {
    const flow = createFlow({ width: 20, indent: '  ' });
    expect(flow.push('An')).toBe('');
    expect(flow.push('other one')).toBe('  Another');
    expect(flow.end()).toBe(' one\n');
  });

  it('keeps line breaks, and removes control sequences cut between pieces', () => {
    expect(written(['one\n\ntwo\x1b', '[31m red\n'])).toBe('  one\n\n  two red\n');
  });

  it('writes the same however the text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z \n]{0,9}$/)), (pieces) => {
        expect(written(pieces)).toBe(written([pieces.join('')]));
      }),
    );
  });

  it('goes over the edge only with a word that is too long for any line', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), (text) => {
        for (const line of written([text]).split('\n')) expect(line.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});
