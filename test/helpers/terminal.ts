import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { binPath } from './child.ts';
import { bareEnv, scratchFolder } from './course.ts';

export const keys = { enter: '\r', down: '\x1b[B', ctrlC: '\x03', ctrlD: '\x04' } as const;

export interface Terminal {
  /** Waits until the text has appeared after what was seen before, then types. */
  readonly answer: (seen: string, typed: string) => Promise<void>;
  readonly ended: Promise<number | null>;
  /** Everything on the screen so far, control sequences removed. */
  readonly text: () => string;
  /** The same with them. */
  readonly raw: () => string;
}

/** Runs the compiled command on a pseudo-terminal, which util-linux's `script` makes. */
export function openTerminal(
  args: readonly string[],
  { env = {}, columns = 80 }: { env?: Readonly<Record<string, string>>; columns?: number } = {},
): Terminal {
  const quoted = [process.execPath, binPath, ...args].map(
    (part) => `'${part.replaceAll("'", `'\\''`)}'`,
  );
  const command = `stty cols ${columns} rows 40; exec ${quoted.join(' ')}`;
  const child = spawn(
    'script',
    ['--quiet', '--flush', '--return', '--command', command, '/dev/null'],
    {
      env: { PATH: process.env.PATH, TERM: 'xterm-256color', ...bareEnv(), ...env },
      cwd: scratchFolder(),
    },
  );
  let raw = '';
  let read = 0;
  let wake = () => {};
  child.stdout.setEncoding('utf8').on('data', (text) => {
    raw += text;
    wake();
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code);
      wake();
    });
  });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const text = () => stripVTControlCharacters(raw);
  return {
    raw: () => raw,
    text,
    ended,
    answer: async (seen, typed) => {
      while (!text().includes(seen, read)) {
        if (isOver) throw new Error(`The program ended before "${seen}" appeared:\n${text()}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      read = text().indexOf(seen, read) + seen.length;
      child.stdin.write(typed);
    },
  };
}
