import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Choice, Prompts } from '../context.ts';
import { InputEnded } from '../errors.ts';
import type { PromptStreams } from './prompts.ts';

/** What a line means: an answer, or a sentence that says what is wrong with it. */
type Reading<Answer> = { readonly answer: Answer } | { readonly problem: string };

/** Questions as appended lines, answered by a line: no cursor movement, nothing drawn twice. */
export function createPlainPrompts({ input, output, signal }: PromptStreams): Prompts {
  const readLine = createLineReader(input, signal);

  /** Asks until the line makes an answer; an empty line is read as `preset`. */
  const ask = async <Answer>(
    question: string,
    preset: string,
    read: (line: string) => Reading<Answer>,
  ): Promise<Answer> => {
    for (;;) {
      output.write(preset === '' ? `${question}: ` : `${question} (empty for ${preset}): `);
      const line = await readLine();
      if (line === undefined) {
        output.write('\n');
        signal.throwIfAborted();
        throw new InputEnded();
      }
      const reading = read(line.trim() || preset);
      if ('answer' in reading) return reading.answer;
      output.write(`${reading.problem}\n`);
    }
  };

  return {
    select: ({ message, choices, default: preset }) => {
      output.write(`${message}\n${choices.map(describeChoice).join('')}`);
      const number = choices.findIndex(({ value }) => value === preset) + 1;
      return ask(`Number from 1 to ${choices.length}`, number ? String(number) : '', (line) => {
        const choice = /^\d+$/.test(line) ? choices[Number(line) - 1] : undefined;
        return choice
          ? { answer: choice.value }
          : { problem: `Please type a number from 1 to ${choices.length}.` };
      });
    },
    input: ({ message, default: preset = '', validate }) =>
      ask(message, preset, (line) => {
        const problem = validate?.(line);
        return problem === undefined ? { answer: line } : { problem };
      }),
    confirm: ({ message, default: preset }) =>
      ask(`${message} yes or no`, preset ? 'yes' : 'no', (line) => {
        if (/^y(es)?$/i.test(line)) return { answer: true };
        if (/^no?$/i.test(line)) return { answer: false };
        return { problem: 'Please type yes or no.' };
      }),
  };
}

function describeChoice({ name, description }: Choice<unknown>, index: number): string {
  const line = `  ${index + 1}) ${name}\n`;
  return description === undefined ? line : `${line}     ${description}\n`;
}

/**
 * Reads one line per call, undefined at the end of input and once the signal aborts. Lines that
 * arrive before they are asked for are kept; between two calls the input is paused, so that it does
 * not hold the process open.
 */
function createLineReader(input: Readable, signal: AbortSignal): () => Promise<string | undefined> {
  const reader = createInterface({ input, terminal: false, signal });
  const lines = reader[Symbol.asyncIterator]();
  // readline waits for an end that was announced before it listened.
  if (input.readableEnded || input.destroyed) reader.close();
  input.pause();
  return async () => {
    input.resume();
    const { value, done } = await lines.next();
    input.pause();
    return done ? undefined : value;
  };
}
