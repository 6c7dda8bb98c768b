import type { Readable } from 'node:stream';
import { confirm, input, select } from '@inquirer/prompts';
import type { Prompts } from '../context.ts';
import { InputEnded, Interrupted } from '../errors.ts';
import type { PromptStreams } from './prompts.ts';
import { TerminalStream } from './terminal-stream.ts';
import { wrap } from './text.ts';

type Ask<Answer> = (context: {
  input: Readable;
  output: TerminalStream;
  signal: AbortSignal;
}) => Promise<Answer>;

/** What stands before each choice: inquirer breaks the lines after it anywhere, so they are broken before. */
const marker = '  ';
/** Rows of the question itself, and of the line that says which keys there are. */
const rowsAround = 4;
const fewestRows = 5;

/** Questions of inquirer: arrow keys, answers edited in place. */
export function createRichPrompts(streams: PromptStreams): Prompts {
  return {
    select: ({ choices, ...question }) =>
      ask(streams, (context) => {
        const lines = choices.map((choice) => ({
          ...choice,
          short: choice.name,
          name: wrap(choice.name, context.output.columns - marker.length - 1).join(`\n${marker}`),
        }));
        const pageSize = Math.max(fewestRows, context.output.rows - rowsAround);
        return select({ ...question, choices: lines, pageSize, loop: false }, context);
      }),
    input: async ({ validate, ...question }) => {
      const line = await ask(streams, (context) =>
        input({ ...question, validate: (text) => validate?.(text.trim()) ?? true }, context),
      );
      return line.trim();
    },
    confirm: (question) => ask(streams, (context) => confirm(question, context)),
  };
}

async function ask<Answer>(streams: PromptStreams, prompt: Ask<Answer>): Promise<Answer> {
  const stdin = streams.input;
  if (stdin.readableEnded || stdin.destroyed) throw new InputEnded();
  const ended = new AbortController();
  const end = () => ended.abort(new InputEnded());
  // inquirer never settles when its readline closes without an answer. readline pauses its input
  // whenever it closes: at the end of input and on Ctrl-D. After an answer this comes too late to
  // matter.
  stdin.once('pause', end);
  try {
    return await prompt({
      input: stdin,
      output: new TerminalStream(streams.output, streams),
      signal: AbortSignal.any([streams.signal, ended.signal]),
    });
  } catch (error) {
    throw toCourse(error);
  } finally {
    stdin.off('pause', end);
  }
}

/**
 * Aborting comes with the signal's reason as its cause; Ctrl-C, which the terminal hands over as a
 * key, without.
 */
function toCourse(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'AbortPromptError') return error.cause;
  return error.name === 'ExitPromptError' ? new Interrupted() : error;
}
