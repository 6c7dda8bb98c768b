import { PassThrough } from 'node:stream';
import stripAnsi from 'strip-ansi';
import { describe, expect, it } from 'vitest';
import { InputEnded, Interrupted } from '../../src/errors.ts';
import { createPrompts } from '../../src/terminal/prompts.ts';
import { captureOutput } from './capture.ts';

const enter = '\r';
const down = '\x1b[B';
const controlC = '\x03';
const controlD = '\x04';
const showCursor = '\x1b[?25h';

async function open({ color = true } = {}) {
  const input = new PassThrough();
  const output = captureOutput();
  const stop = new AbortController();
  const prompts = await createPrompts('rich', { input, output, signal: stop.signal, color });
  return { input, output, stop, prompts };
}

const where = {
  message: 'Where to?',
  choices: [
    { name: 'Go on', value: 'next', description: 'the next step' },
    { name: 'Leave', value: 'leave' },
  ],
};

describe('rich prompts', () => {
  it('pick a choice with the arrow keys', async () => {
    const { input, output, prompts } = await open();
    const answer = prompts.select(where);
    await output.shows('the next step');
    input.write(down);
    input.write(enter);
    expect(await answer).toBe('leave');
    expect(stripAnsi(output.text())).toContain('Where to? Leave');
  });

  it('begin at the default choice', async () => {
    const { input, output, prompts } = await open();
    const answer = prompts.select({ ...where, default: 'leave' });
    await output.shows('Leave');
    input.write(enter);
    expect(await answer).toBe('leave');
  });

  it('take a line, trimmed, and say why one will not do', async () => {
    const { input, output, prompts } = await open();
    const validate = (line: string) => (line === '1' ? undefined : 'Not a number.');
    const answer = prompts.input({ message: 'Temperature', validate });
    await output.shows('Temperature');
    input.write(`x${enter}`);
    await output.shows('Not a number.');
    input.write(`\x7f 1 ${enter}`);
    expect(await answer).toBe('1');
  });

  it('give the default for an empty line', async () => {
    const { input, output, prompts } = await open();
    const answer = prompts.input({ message: 'Model', default: 'small' });
    await output.shows('small');
    input.write(enter);
    expect(await answer).toBe('small');
  });

  it('ask one question after another on the same streams', async () => {
    const { input, output, prompts } = await open();
    const first = prompts.confirm({ message: 'Spend?', default: true });
    await output.shows('Spend?');
    input.write(`n${enter}`);
    expect(await first).toBe(false);
    const second = prompts.confirm({ message: 'Really?', default: true });
    await output.shows('Really?');
    input.write(enter);
    expect(await second).toBe(true);
  });

  it.each([
    ['Interrupted on Ctrl-C', controlC, Interrupted],
    ['InputEnded on Ctrl-D', controlD, InputEnded],
  ])('throw %s, with the cursor shown', async (_, key, expected) => {
    const { input, output, prompts } = await open();
    const answer = prompts.select(where);
    await output.shows('the next step');
    input.write(key);
    await expect(answer).rejects.toThrow(expected);
    expect(output.text().endsWith(showCursor)).toBe(true);
  });

  it('throw InputEnded when the input ends in an open question, and ever after', async () => {
    const { input, output, prompts } = await open();
    const answer = prompts.input({ message: 'Prompt' });
    await output.shows('Prompt');
    input.end();
    await expect(answer).rejects.toThrow(InputEnded);
    await expect(prompts.input({ message: 'again' })).rejects.toThrow(InputEnded);
  });

  it('throw the reason of the signal', async () => {
    const { output, stop, prompts } = await open();
    const answer = prompts.select(where);
    await output.shows('the next step');
    stop.abort(new Interrupted('SIGTERM'));
    await expect(answer).rejects.toMatchObject({ code: 'terminated' });
    await expect(prompts.select(where)).rejects.toMatchObject({ code: 'terminated' });
  });

  it('listen to nothing once answered', async () => {
    const { input, output, prompts } = await open();
    const before = input.listenerCount('pause');
    const answer = prompts.confirm({ message: 'Spend?', default: true });
    await output.shows('Spend?');
    input.write(enter);
    await answer;
    expect(input.listenerCount('pause')).toBe(before);
  });
});
