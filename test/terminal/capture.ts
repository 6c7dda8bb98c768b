import { EventEmitter, once } from 'node:events';
import type { Output } from '../../src/context.ts';
import { createTheme, type Layout } from '../../src/terminal/theme.ts';

export interface Capture extends Output {
  /** Everything written so far. */
  readonly text: () => string;
  /** Resolves once what was written contains `part`. */
  readonly shows: (part: string) => Promise<void>;
}

export function captureOutput({ isTerminal = true, columns = 80 } = {}): Capture {
  const writes = new EventEmitter();
  let written = '';
  return {
    isTerminal,
    columns,
    write: (text) => {
      written += text;
      writes.emit('write');
    },
    text: () => written,
    shows: async (part) => {
      while (!written.includes(part)) await once(writes, 'write');
    },
  };
}

export function plain(width: number): Layout {
  return { theme: createTheme({ color: false }), width };
}

export function colored(width: number): Layout {
  return { theme: createTheme({ color: true }), width };
}
