import { describe, expect, it } from 'vitest';
import { TerminalStream } from '../../src/terminal/terminal-stream.ts';
import { captureOutput } from './capture.ts';

describe('TerminalStream', () => {
  it('writes through at once, in order with the output’s own writes', () => {
    const output = captureOutput();
    const stream = new TerminalStream(output, { color: true });
    stream.write('a');
    output.write('b');
    stream.write('\x1b[31mc\x1b[39m');
    expect(output.text()).toBe('ab\x1b[31mc\x1b[39m');
  });

  it('takes colours out when asked to, and leaves the cursor to move', () => {
    const output = captureOutput();
    const stream = new TerminalStream(output, { color: false });
    stream.write('\x1b[1;31mc\x1b[0m\x1b[?25l');
    stream.cursorTo(0);
    stream.clearLine(0);
    stream.moveCursor(0, -1);
    expect(output.text()).toBe('c\x1b[?25l\x1b[1G\x1b[2K\x1b[1A');
  });

  it('has the columns of its output, else 80', () => {
    const output = captureOutput({ columns: 132 });
    expect(new TerminalStream(output, { color: true }).getWindowSize()).toEqual([132]);
    for (const columns of [undefined, 0]) {
      const unknown = new TerminalStream({ ...output, columns }, { color: true });
      expect(unknown.columns).toBe(80);
    }
  });
});
