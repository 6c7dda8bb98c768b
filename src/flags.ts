import { type Command, Option } from 'commander';
import { type ProviderChoice, providerChoices } from './config.ts';
import { type RequestForm, requestForms } from './course/snippets.ts';
import { CourseError } from './errors.ts';
import { languages } from './practice/exercise.ts';
import type { Fault } from './sandbox/faults.ts';
import { parseFailScript } from './sandbox/faults.ts';
import { type Latency, parseLatency } from './sandbox/latency.ts';
import { type PicoUsd, parseUsd } from './usage/cost.ts';

/** What a learner changes about the requests; repeatable flags are lists. */
export interface RequestFlags {
  readonly prompt?: string;
  readonly instructions?: readonly string[];
  readonly temperature?: readonly number[];
  readonly model?: readonly string[];
  readonly topP?: readonly number[];
  readonly maxOutputTokens?: number;
  readonly samples?: number;
  readonly stream: boolean;
  readonly dryRun?: boolean;
  readonly as?: RequestForm;
}

/** How a command runs and shows itself. */
export interface RunFlags {
  readonly provider?: ProviderChoice;
  readonly baseUrl?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly color?: boolean;
  readonly plain?: boolean;
  /** Seconds. */
  readonly timeout: number;
  readonly maxRetries: number;
  readonly budget?: PicoUsd;
  readonly verbose?: boolean;
}

export interface SandboxFlags {
  readonly latency?: Latency;
  readonly rpm?: number;
  readonly tpm?: number;
  readonly fail?: readonly Fault[];
}

export interface BenchFlags extends RequestFlags, RunFlags, SandboxFlags {
  readonly requests?: number;
  readonly concurrency?: readonly number[];
  readonly runs?: number;
  /** Path of the file. */
  readonly svg?: string;
}

type FlagGroup = readonly Option[];

const flag = (flags: string, description: string) => new Option(flags, description);

export const requestFlags = (): FlagGroup => [
  flag(
    '-p, --prompt <text>',
    'ask this instead of the lesson’s question (-: read it from standard input)',
  ),
  repeatable(
    flag('-i, --instructions <text>', 'tell the model how to answer (repeatable)'),
    (text) => text,
  ),
  repeatable(
    flag('-t, --temperature <0..2>', 'how much chance there is in the answer (repeatable)'),
    numberBetween('--temperature', 0, 2),
  ),
  repeatable(
    flag(
      '-m, --model <id>',
      'use this model; default OPENAI_MODEL, else the lesson’s (repeatable)',
    ),
    notEmpty('--model'),
  ),
  repeatable(
    flag('--top-p <0..1>', 'choose from the likeliest tokens up to this share only (repeatable)'),
    numberBetween('--top-p', 0, 1),
  ),
  flag('--max-output-tokens <n>', 'longest answer, in tokens').argParser(
    wholeNumber('--max-output-tokens', 1),
  ),
  flag(
    '-n, --samples <n>',
    'run each variant this often and tell how much the answers differ',
  ).argParser(wholeNumber('--samples', 1, 100)),
  flag('--no-stream', 'wait for whole answers, also where the lesson streams'),
  flag('--dry-run', 'print the request that would be sent, its tokens and its cost; send nothing'),
  flag('--as <form>', 'with --dry-run: the form of the request').choices(requestForms),
];

export const targetFlags = (): FlagGroup => [
  flag('--provider <name>', 'where requests go').choices(providerChoices).default('auto'),
  flag(
    '--base-url <url>',
    'a server that speaks the OpenAI API, such as http://127.0.0.1:11434/v1',
  ),
];

export const outputFlags = (): FlagGroup => [
  flag('--json', 'one JSON object a line on standard output; no questions'),
  flag('--plain', 'append-only output: no cursor movement, for screen readers and logs'),
  flag('--color', 'colour, also when the output is no terminal'),
  flag('--no-color', 'no colour'),
];

export const callFlags = (): FlagGroup => [
  flag('--timeout <seconds>', 'longest wait for an answer to begin, and for its next piece')
    .argParser(numberBetween('--timeout', 0.001, 86_400))
    .default(30),
  flag('--max-retries <n>', 'how often a failed request is tried again')
    .argParser(wholeNumber('--max-retries', 0, 100))
    .default(2),
  flag('-v, --verbose', 'show each HTTP attempt, and more about failures'),
];

export const sandboxFlags = (): FlagGroup => [
  flag(
    '--latency <profile>',
    'sandbox: realistic, none, or milliseconds a whole answer takes',
  ).argParser(parseLatency),
  flag(
    '--rpm <n>',
    'sandbox: requests a minute before it answers 429; bench stays below them everywhere',
  ).argParser(wholeNumber('--rpm', 1)),
  flag(
    '--tpm <n>',
    'sandbox: tokens a minute before it answers 429; bench stays below them everywhere',
  ).argParser(wholeNumber('--tpm', 1)),
  flag(
    '--fail <script>',
    'sandbox: what goes wrong, request by request, such as 429=1,503,ok',
  ).argParser(parseFailScript),
];

export const benchFlags = (): FlagGroup => [
  flag('--requests <n>', 'how many calls each mode makes; default 12').argParser(
    wholeNumber('--requests', 1, 100_000),
  ),
  flag(
    '--concurrency <n,n,…>',
    'how many calls at once, one mode for each; default 1 and all',
  ).argParser(wholeNumbers('--concurrency', 1, 10_000)),
  flag('--runs <n>', 'how often each mode is run, in turn').argParser(
    wholeNumber('--runs', 1, 1000),
  ),
  flag('--svg <file>', 'write the waterfall to a file, as a picture').argParser(notEmpty('--svg')),
];

export const yesFlag = (): Option => flag('-y, --yes', 'go through without questions and pauses');

export const budgetFlag = (): Option =>
  flag(
    '--budget <usd>',
    'stop before the run could cost more than this, at list price and also when simulated',
  ).argParser(usd('--budget'));

export const stepFlag = (): Option =>
  flag('--step <n>', 'this step only').argParser(wholeNumber('--step', 1));

export const quizFlags = (): FlagGroup => [
  flag('--review', 'ask what was missed, when its day has come'),
  repeatable(
    flag(
      '--answer <question=choice>',
      'answer without a terminal: a number, numbers in order, or a word (repeatable)',
    ),
    (text) => text,
  ),
];

export const quickFlag = (): Option => flag('--quick', 'leave out the rules that run programs');

export const practiceActions = ['start', 'check', 'hint', 'solution', 'reset', 'watch'] as const;
export type PracticeAction = (typeof practiceActions)[number];

export const practiceFlags = (): FlagGroup => [
  flag('--lang <language>', 'the language of your program').choices(languages),
  flag('--level <n>', 'hint: 1 is a nudge, 3 is nearly the code').argParser(
    wholeNumber('--level', 1, 3),
  ),
  flag('--poll', 'watch: for file systems that do not tell of changes (WSL, Docker, network)'),
];

export const xpFlag = (): Option => flag('--xp', 'points and days in a row, too');

export const serverFlags = (): FlagGroup => [
  flag('--port <n>', 'where it listens, on 127.0.0.1; 0 picks a free port')
    .argParser(wholeNumber('--port', 0, 65_535))
    .default(8787),
  flag('--host <name>', 'this machine only: 127.0.0.1 or localhost')
    .argParser(thisMachine)
    .default('127.0.0.1'),
  flag('--differences', 'list every way in which it knowingly differs from the API, and end'),
];

/** There is no choice: a server that takes any key is for this machine alone. */
function thisMachine(host: string): string {
  if (['127.0.0.1', 'localhost'].includes(host)) return host;
  throw new CourseError(
    'not_supported',
    `The sandbox listens on 127.0.0.1 only, never on ${host}: it takes any key.`,
    'Leave --host out. To reach it from another machine, forward the port there: ssh -L 8787:127.0.0.1:8787 …',
  );
}

export function addFlags(command: Command, flags: readonly Option[]): void {
  for (const option of flags) command.addOption(option);
}

/** Throws `usage` for flags that mean nothing without another. */
export function verifyRequestFlags({ as, dryRun }: RequestFlags): void {
  if (as === undefined || dryRun) return;
  throw new CourseError(
    'usage',
    '--as says how a request is printed, and only --dry-run prints one.',
    `Add --dry-run: course lesson 01 --dry-run --as ${as}`,
  );
}

/** Throws `not_supported` when a flag for the sandbox is set and the run goes elsewhere. */
export function verifySandboxFlags(flags: SandboxFlags, provider: string): void {
  const set = (['latency', 'rpm', 'tpm', 'fail'] as const).find(
    (name) => flags[name] !== undefined,
  );
  if (set === undefined || provider === 'sandbox') return;
  throw new CourseError(
    'not_supported',
    `--${set} works on the sandbox only, and this run goes to a real server.`,
    `Leave it out, or add --provider sandbox.`,
  );
}

function repeatable<Value>(option: Option, parse: (text: string) => Value): Option {
  return option.argParser((text, previous: readonly Value[] | undefined) => [
    ...(previous ?? []),
    parse(text),
  ]);
}

function numberBetween(name: string, least: number, most: number) {
  return (text: string) => {
    const value = Number(text);
    if (text.trim() !== '' && value >= least && value <= most) return value;
    throw invalid(name, text, `Use a number from ${least} to ${most}.`);
  };
}

/** Larger numbers are slips; a number that is too small is not told of this limit. */
const practicallyUnlimited = 1_000_000_000;

function wholeNumber(name: string, least: number, most = practicallyUnlimited) {
  return (text: string) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    const isLimitTold = most < practicallyUnlimited || value > most;
    const upTo = isLimitTold ? ` to ${most.toLocaleString('en')}` : '';
    throw invalid(name, text, `Use a whole number from ${least}${upTo}.`);
  };
}

function wholeNumbers(name: string, least: number, most: number) {
  const parse = wholeNumber(name, least, most);
  return (text: string) => [...new Set(text.split(',').map((part) => parse(part.trim())))];
}

function usd(name: string) {
  return (text: string) => {
    const amount = parseUsd(text.trim());
    if (amount !== null && amount > 0n) return amount;
    throw invalid(name, text, 'Use an amount in US dollars, such as 0.05.');
  };
}

function notEmpty(name: string) {
  return (text: string) => {
    if (text.trim() !== '') return text.trim();
    throw invalid(name, text, 'Write a name after it.');
  };
}

function invalid(name: string, text: string, advice: string): CourseError {
  return new CourseError('invalid_value', `${name} cannot be ${JSON.stringify(text)}.`, advice);
}
