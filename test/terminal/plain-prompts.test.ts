import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { PromptStyle } from '../../src/context.ts';
import { InputEnded, Interrupted } from '../../src/errors.ts';
import { createPrompts } from '../../src/terminal/prompts.ts';
import { captureOutput } from './capture.ts';

async function open(style: PromptStyle = 'plain') {
  const input = new PassThrough();
  const output = captureOutput();
  const stop = new AbortController();
  const prompts = await createPrompts(style, { input, output, signal: stop.signal, color: true });
  return { input, output, stop, prompts };
}

const where = {
  message: 'Where to?',
  choices: [
    { name: 'Go on', value: 'next', description: 'the next step' },
    { name: 'Leave', value: 'leave' },
  ],
};

describe('plain select', () => {
  it('lists the choices and takes a number', async () => {
    const { input, output, prompts } = await open();
    input.write('2\n');
    expect(await prompts.select(where)).toBe('leave');
    expect(output.text()).toBe(
      'Where to?\n  1) Go on\n     the next step\n  2) Leave\nNumber from 1 to 2: ',
    );
  });

  it('takes an empty line as the default, and names it', async () => {
    const { input, output, prompts } = await open();
    input.write('\n');
    expect(await prompts.select({ ...where, default: 'leave' })).toBe('leave');
    expect(output.text()).toContain('Number from 1 to 2 (empty for 2): ');
  });

  it('explains what will not do and asks again', async () => {
    const { input, output, prompts } = await open();
    input.write('\n0\n3\n-1\n1.5\ngo on\n 1 \n');
    expect(await prompts.select(where)).toBe('next');
    expect(output.text().split('Please type a number from 1 to 2.\n')).toHaveLength(7);
  });
});

describe('plain input', () => {
  it('gives the line without the spaces around it', async () => {
    const { input, output, prompts } = await open();
    input.write('  why is the sky blue?  \n');
    expect(await prompts.input({ message: 'Prompt' })).toBe('why is the sky blue?');
    expect(output.text()).toBe('Prompt: ');
  });

  it('gives the default for an empty line, or nothing', async () => {
    const { input, output, prompts } = await open();
    input.write('\n \n');
    expect(await prompts.input({ message: 'Model', default: 'small' })).toBe('small');
    expect(await prompts.input({ message: 'Prompt' })).toBe('');
    expect(output.text()).toBe('Model (empty for small): Prompt: ');
  });

  it('says why a line will not do and asks again', async () => {
    const { input, output, prompts } = await open();
    input.write('hot\n1\n');
    const validate = (line: string) => (line === '1' ? undefined : 'Not a number.');
    expect(await prompts.input({ message: 'Temperature', validate })).toBe('1');
    expect(output.text()).toBe('Temperature: Not a number.\nTemperature: ');
  });
});

describe('plain confirm', () => {
  it.each([
    ['y', true],
    ['YES', true],
    ['n', false],
    ['No', false],
    ['', true],
  ])('takes %j', async (line, expected) => {
    const { input, prompts } = await open();
    input.write(`${line}\n`);
    expect(await prompts.confirm({ message: 'Spend?', default: true })).toBe(expected);
  });

  it('asks again for anything else', async () => {
    const { input, output, prompts } = await open();
    input.write('yesno\nn\n');
    expect(await prompts.confirm({ message: 'Spend?', default: true })).toBe(false);
    expect(output.text()).toBe(
      'Spend? yes or no (empty for yes): Please type yes or no.\nSpend? yes or no (empty for yes): ',
    );
  });
});

describe('plain prompts', () => {
  it('keep lines that arrive before their question', async () => {
    const { input, prompts } = await open();
    input.end('2\nfirst\nsecond');
    expect(await prompts.select(where)).toBe('leave');
    expect(await prompts.input({ message: 'a' })).toBe('first');
    expect(await prompts.input({ message: 'b' })).toBe('second');
    await expect(prompts.input({ message: 'c' })).rejects.toThrow(InputEnded);
    await expect(prompts.input({ message: 'd' })).rejects.toThrow(InputEnded);
  });

  it('throw InputEnded when the input ends in an open question, and end its line', async () => {
    const { input, output, prompts } = await open();
    const answer = prompts.input({ message: 'Prompt' });
    input.end();
    await expect(answer).rejects.toThrow(InputEnded);
    expect(output.text()).toBe('Prompt: \n');
  });

  it('throw InputEnded when the input had ended before', async () => {
    const input = new PassThrough();
    input.end();
    input.resume();
    await new Promise((ended) => input.once('end', ended));
    const streams = { input, output: captureOutput(), signal: new AbortController().signal };
    const prompts = await createPrompts('plain', { ...streams, color: false });
    await expect(prompts.confirm({ message: 'Spend?', default: true })).rejects.toThrow(InputEnded);
  });

  it('throw the reason of the signal in an open question', async () => {
    const { stop, prompts } = await open();
    const answer = prompts.select(where);
    stop.abort(new Interrupted('SIGTERM'));
    await expect(answer).rejects.toMatchObject({ code: 'terminated' });
  });

  it('throw the reason of a signal that aborted before', async () => {
    const { stop, prompts } = await open();
    stop.abort(new Interrupted());
    await expect(prompts.select(where)).rejects.toThrow(Interrupted);
  });

  it('pause the input between questions', async () => {
    const { input, prompts } = await open();
    expect(input.isPaused()).toBe(true);
    input.write('1\n');
    await prompts.select(where);
    expect(input.isPaused()).toBe(true);
  });

  it('only append', async () => {
    const { input, output, prompts } = await open();
    input.write('9\n1\n\nn\n');
    await prompts.select(where);
    await prompts.input({ message: 'Prompt' });
    await prompts.confirm({ message: 'Spend?', default: true });
    expect(output.text()).not.toMatch(/[^\P{Cc}\n]/u);
  });
});
