import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import type { Choice, Context, Prompts } from '../../src/context.ts';
import { InputEnded } from '../../src/errors.ts';
import { main } from '../../src/main.ts';

export const packageRoot = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

/** What the in-memory learner types: the start of a choice's name, or a line. */
export type Answers = readonly string[];

export interface CourseOptions {
  readonly env?: Context['env'];
  readonly cwd?: string;
  /** The checkout of this course if left out. */
  readonly packageRoot?: string;
  /** Standard input, or what reads it. */
  readonly input?: string | Context['readInput'];
  /** Makes the run interactive; when they are used up, the input ends. */
  readonly answers?: Answers;
  readonly fetch?: typeof fetch;
  readonly clock?: Context['clock'];
  readonly signal?: AbortSignal;
  /** A function when somebody changes the size of the window meanwhile. */
  readonly columns?: number | (() => number);
  readonly isTerminal?: boolean;
  /** Told of each text on standard output when it is written. */
  readonly onOut?: (text: string) => void;
  /** The same for standard error. */
  readonly onErr?: (text: string) => void;
}

export interface CourseResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** The lines of `--json`. */
  readonly json: () => Record<string, unknown>[];
  /** What was asked, in order, and what was said of answers that would not do. */
  readonly asked: readonly string[];
  /** The names of the choices of each question that had some. */
  readonly offered: readonly (readonly string[])[];
}

export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'course-test-'));
}

/**
 * The environment of a learner who has nothing, on a day when the lessons' default model is live: what a
 * developer's own environment and `.env` set does not reach the test.
 */
export function bareEnv() {
  return {
    COURSE_HOME: scratchFolder(),
    COURSE_NOW: '2026-11-20T12:00:00Z',
    COURSE_SEED: '1',
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
    OPENAI_MODEL: '',
    OPENAI_ORG_ID: '',
    OPENAI_PROJECT_ID: '',
  };
}

/** Runs one command line in this process, with nothing of the real surroundings: no key, no network, a home of its own. */
export async function runCourse(
  args: readonly string[],
  options: CourseOptions = {},
): Promise<CourseResult> {
  const out: string[] = [];
  const err: string[] = [];
  const asked: string[] = [];
  const offered: string[][] = [];
  const prompts = scriptedPrompts([...(options.answers ?? [])], { asked, offered });
  const { input = '' } = options;
  const isTerminal = options.isTerminal ?? options.answers !== undefined;
  const { columns = 80 } = options;
  const columnsNow = () => (typeof columns === 'function' ? columns() : columns);

  const context: Context = {
    out: {
      write: (text) => {
        out.push(text);
        options.onOut?.(text);
      },
      isTerminal,
      get columns() {
        return isTerminal ? columnsNow() : undefined;
      },
    },
    err: {
      write: (text) => {
        err.push(text);
        options.onErr?.(text);
      },
      isTerminal,
      get columns() {
        return isTerminal ? columnsNow() : undefined;
      },
    },
    readInput: typeof input === 'function' ? input : async () => input,
    env: { ...bareEnv(), ...options.env },
    nodeVersion: '20.20.0',
    nodePath: process.execPath,
    endProcesses,
    cwd: options.cwd ?? scratchFolder(),
    packageRoot: options.packageRoot ?? packageRoot,
    clock: options.clock ?? systemClock,
    fetch: options.fetch ?? unreachable,
    isInteractive: options.answers !== undefined,
    signal: options.signal ?? new AbortController().signal,
    prompts: async () => prompts,
  };
  const exitCode = await main(context, args);
  return {
    exitCode,
    out: out.join(''),
    err: err.join(''),
    asked,
    offered,
    json: () => readJsonLines(out.join('')),
  };
}

/** What `bin.ts` does. */
export function endProcesses(groupId: number): void {
  try {
    process.kill(-groupId, 'SIGKILL');
  } catch {
    // They have all ended by themselves.
  }
}

export function readJsonLines(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const unreachable: typeof fetch = async () => {
  throw new Error('A test without a server reached for the network.');
};

function scriptedPrompts(
  answers: string[],
  { asked, offered }: { asked: string[]; offered: string[][] },
): Prompts {
  const next = (message: string): string => {
    asked.push(message);
    const answer = answers.shift();
    if (answer === undefined) throw new InputEnded();
    return answer;
  };
  return {
    select: async <Value>(question: { message: string; choices: readonly Choice<Value>[] }) => {
      const { message, choices } = question;
      offered.push(choices.map(({ name }) => name));
      const answer = next(message);
      const picked = choices.find(({ name }) => name.startsWith(answer));
      if (picked) return picked.value;
      throw new Error(`"${answer}" is none of: ${offered.at(-1)?.join(' | ')}`);
    },
    input: async ({ message, default: preset = '', validate }) => {
      for (;;) {
        const answer = next(message) || preset;
        const problem = validate?.(answer);
        if (!problem) return answer;
        asked.push(problem);
      }
    },
    confirm: async ({ message }) => next(message) === 'yes',
  };
}
