/**
 * The one door to the outside. `bin.ts` builds a Context from the real process, tests build one from
 * arrays and a clock of their own; nothing else in the program touches `process`, the streams or time.
 */
export interface Context {
  /** Standard output: lesson text, answers, tables, data. */
  readonly out: Output;
  /** Standard error: where requests go, progress, prompts, warnings, errors. */
  readonly err: Output;
  /** Everything that arrives on standard input, read when asked for (`--prompt -`). */
  readonly readInput: () => Promise<string>;
  readonly env: Environment;
  /** Of Node, without the `v`. */
  readonly nodeVersion: string;
  /** The Node that runs the course, absolute: it runs learners' programs too. */
  readonly nodePath: string;
  /** Ends every process of a group at once; one that is gone is no error. */
  readonly endProcesses: (groupId: number) => void;
  /** The current folder, absolute. */
  readonly cwd: string;
  /** The folder of this package, absolute: its own `.env`, the sources of its lessons. */
  readonly packageRoot: string;
  readonly clock: Clock;
  /** The network. In tests it is a function that fails when reached. */
  readonly fetch: typeof fetch;
  /** Standard input, output and error are terminals and `CI` is not set. */
  readonly isInteractive: boolean;
  /** Aborted by Ctrl-C and SIGTERM; its reason is an `Interrupted` (see errors.ts). */
  readonly signal: AbortSignal;
  /** Asks questions; loaded only when the first question is asked. */
  readonly prompts: (options: { style: PromptStyle; color: boolean }) => Promise<Prompts>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal, undefined when there is none. */
  readonly columns: number | undefined;
  /** Rows of the terminal, undefined when there is none. */
  readonly rows?: number | undefined;
}

export interface Clock {
  /** Unix time in milliseconds with a fraction; never runs backwards. */
  readonly now: () => number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as it aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Calls `callback` once, `ms` milliseconds after the last `refresh`, unless cleared. */
  readonly timer: (ms: number, callback: () => void) => Timer;
}

export interface Timer {
  readonly refresh: () => void;
  readonly clear: () => void;
}

/** `rich` moves the cursor (inquirer), `plain` only appends lines: screen readers, logs, --plain. */
export type PromptStyle = 'rich' | 'plain';

export interface Choice<Value> {
  readonly name: string;
  readonly value: Value;
  /** One line of help shown with the choice. */
  readonly description?: string;
}

export interface Prompts {
  /** Gives the value of the picked choice. Every prompt throws `Interrupted` on Ctrl-C and `InputEnded` at the end of input. */
  readonly select: <Value>(question: {
    message: string;
    choices: readonly Choice<Value>[];
    default?: Value;
  }) => Promise<Value>;
  /** Gives the line typed, trimmed; an empty line gives `default`, else ''. `validate` returns a sentence when the line will not do. */
  readonly input: (question: {
    message: string;
    default?: string;
    validate?: (line: string) => string | undefined;
  }) => Promise<string>;
  readonly confirm: (question: { message: string; default: boolean }) => Promise<boolean>;
}
