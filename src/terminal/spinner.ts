import type { Ora } from 'ora';
import type { Output } from '../context.ts';
import { TerminalStream } from './terminal-stream.ts';

/**
 * `live` is drawn over and over on one line, `plain` only appends lines, `silent` writes nothing.
 */
export type ProgressStyle = 'live' | 'plain' | 'silent';

/** Says what is being waited for. */
export interface Progress {
  readonly start: (text: string) => void;
  /** Shows another text, if something is shown at all. */
  readonly update: (text: string) => void;
  /** Takes the line away and shows the cursor again. Does nothing when nothing is shown. */
  readonly stop: () => void;
}

/**
 * Progress on `output`, standard error. The spinner is loaded at the first `start`, and only for
 * `live`.
 */
export function createProgress({
  output,
  style,
  color,
}: {
  output: Output;
  style: ProgressStyle;
  color: boolean;
}): Progress {
  if (style === 'live') return createSpinner(output, color);
  if (style === 'plain') return createLog(output);
  return { start: () => {}, update: () => {}, stop: () => {} };
}

function createLog(output: Output): Progress {
  let shown: string | undefined;
  const show = (text: string) => {
    if (text !== shown) output.write(`${text}\n`);
    shown = text;
  };
  return {
    start: show,
    update: (text) => {
      if (shown !== undefined) show(text);
    },
    stop: () => {
      shown = undefined;
    },
  };
}

function createSpinner(output: Output, color: boolean): Progress {
  let wanted: string | undefined;
  let spinner: Ora | undefined;

  const show = () => {
    if (wanted !== undefined) spinner?.start(wanted);
  };
  const load = async () => {
    const { default: ora } = await import('ora');
    spinner ??= ora({
      // ora asks a stream for no more than a TerminalStream has.
      stream: new TerminalStream(output, { color }) as unknown as NodeJS.WriteStream,
      isEnabled: true,
      // Ctrl-C stays with the terminal, and keys with the prompts.
      discardStdin: false,
    });
    show();
  };

  return {
    start: (text) => {
      wanted = text;
      if (spinner) show();
      else void load();
    },
    update: (text) => {
      if (wanted !== undefined) wanted = text;
      show();
    },
    stop: () => {
      if (wanted !== undefined) spinner?.stop();
      wanted = undefined;
    },
  };
}
