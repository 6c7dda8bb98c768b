import stripAnsi from 'strip-ansi';
import { describe, expect, it } from 'vitest';
import { createProgress, type ProgressStyle } from '../../src/terminal/spinner.ts';
import { captureOutput } from './capture.ts';

const hideCursor = '\x1b[?25l';
const showCursor = '\x1b[?25h';

function open(style: ProgressStyle, color = true) {
  const output = captureOutput();
  return { output, progress: createProgress({ output, style, color }) };
}

describe('live progress', () => {
  it('shows what is awaited, then clears the line and shows the cursor', async () => {
    const { output, progress } = open('live');
    progress.start('waiting for the answer');
    await output.shows('waiting for the answer');
    expect(output.text()).toContain(hideCursor);
    progress.stop();
    expect(output.text().endsWith(`\x1b[1G\x1b[0K${showCursor}`)).toBe(true);
  });

  it('shows the last text given before it was loaded', async () => {
    const { output, progress } = open('live');
    progress.start('first');
    progress.update('second');
    await output.shows('second');
    progress.stop();
    expect(output.text()).not.toContain('first');
  });

  it('shows another text on the same line', async () => {
    const { output, progress } = open('live', false);
    progress.start('first');
    await output.shows('first');
    progress.update('second');
    await output.shows('second');
    progress.stop();
    expect(stripAnsi(output.text())).not.toContain('\n');
  });

  it('starts again after a stop', async () => {
    const { output, progress } = open('live');
    progress.start('one');
    await output.shows('one');
    progress.stop();
    progress.start('two');
    expect(output.text()).toContain('two');
    progress.stop();
    expect(output.text().split(hideCursor)).toHaveLength(3);
    expect(output.text().split(showCursor)).toHaveLength(3);
  });

  it('writes nothing when stopped before it was loaded', async () => {
    const { output, progress } = open('live');
    progress.start('quick');
    progress.stop();
    const second = open('live');
    second.progress.start('later');
    await second.output.shows('later');
    second.progress.stop();
    expect(output.text()).toBe('');
  });

  it('has no colour when there shall be none', async () => {
    const { output, progress } = open('live', false);
    progress.start('plainly');
    await output.shows('plainly');
    progress.stop();
    expect(output.text()).not.toMatch(/\x1b\[\d+m/);
  });
});

describe('plain progress', () => {
  it('appends a line for each new text', () => {
    const { output, progress } = open('plain');
    progress.start('waiting');
    progress.update('waiting');
    progress.update('retrying in 2 s');
    progress.stop();
    progress.start('waiting');
    expect(output.text()).toBe('waiting\nretrying in 2 s\nwaiting\n');
  });
});

describe.each(['plain', 'live', 'silent'] as const)('%s progress', (style) => {
  it('writes nothing on update or stop unless started', () => {
    const { output, progress } = open(style);
    progress.update('never');
    progress.stop();
    expect(output.text()).toBe('');
  });
});

describe('silent progress', () => {
  it('writes nothing', () => {
    const { output, progress } = open('silent');
    progress.start('waiting');
    progress.update('still');
    progress.stop();
    expect(output.text()).toBe('');
  });
});
