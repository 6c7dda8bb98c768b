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
  readonly input?: string;
  /** Makes the run interactive; when they are used up, the input ends. */
  readonly answers?: Answers;
  readonly fetch?: typeof fetch;
  readonly clock?: Context['clock'];
  readonly signal?: AbortSignal;
  readonly columns?: number;
  readonly isTerminal?: boolean;
}

export interface CourseResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** The lines of `--json`. */
  readonly json: () => Record<string, unknown>[];
  /** What was asked, in order. */
  readonly asked: readonly string[];
}

export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'course-test-'));
}

/** Runs one command line in this process, with nothing of the real surroundings: no key, no network, a home of its own. */
export async function runCourse(
  args: readonly string[],
  options: CourseOptions = {},
): Promise<CourseResult> {
  const out: string[] = [];
  const err: string[] = [];
  const asked: string[] = [];
  const isTerminal = options.isTerminal ?? options.answers !== undefined;
  const columns = isTerminal ? (options.columns ?? 80) : undefined;
  const context: Context = {
    out: { write: (text) => out.push(text), isTerminal, columns },
    err: { write: (text) => err.push(text), isTerminal, columns },
    readInput: async () => options.input ?? '',
    env: { COURSE_HOME: scratchFolder(), OPENAI_API_KEY: '', OPENAI_BASE_URL: '', ...options.env },
    nodeVersion: '20.20.0',
    cwd: options.cwd ?? scratchFolder(),
    packageRoot,
    clock: options.clock ?? systemClock,
    fetch: options.fetch ?? unreachable,
    isInteractive: options.answers !== undefined,
    signal: options.signal ?? new AbortController().signal,
    prompts: async () => scriptedPrompts([...(options.answers ?? [])], asked),
  };
  const exitCode = await main(context, args);
  return {
    exitCode,
    out: out.join(''),
    err: err.join(''),
    asked,
    json: () => readJsonLines(out.join('')),
  };
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

function scriptedPrompts(answers: string[], asked: string[]): Prompts {
  const next = (message: string): string => {
    asked.push(message);
    const answer = answers.shift();
    if (answer === undefined) throw new InputEnded();
    return answer;
  };
  return {
    select: async <Value>({
      message,
      choices,
    }: {
      message: string;
      choices: readonly Choice<Value>[];
    }) => {
      const answer = next(message);
      const picked = choices.find(({ name }) => name.startsWith(answer));
      if (!picked) {
        const names = choices.map(({ name }) => name).join(' | ');
        throw new Error(`"${answer}" is none of: ${names}`);
      }
      return picked.value;
    },
    input: async ({ message, validate }) => {
      const answer = next(message);
      const problem = validate?.(answer);
      if (problem) throw new Error(`"${answer}" is refused: ${problem}`);
      return answer;
    },
    confirm: async ({ message }) => next(message) === 'yes',
  };
}
