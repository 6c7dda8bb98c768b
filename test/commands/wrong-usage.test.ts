import { describe, expect, it } from 'vitest';
import { runCourse } from '../helpers/course.ts';

const temperatures = 'Use a number from 0 to 2.';
const known = 'What there is: course --help';
const knownToLesson = 'What there is: course lesson --help';

/** Command line, code, message, advice. */
const mistakes: [string[], string, string, string][] = [
  [['lesson', '01', '-t', '2.1'], 'invalid_value', '--temperature cannot be "2.1".', temperatures],
  [
    ['lesson', '01', '-t', '-0.1'],
    'invalid_value',
    '--temperature cannot be "-0.1".',
    temperatures,
  ],
  [['lesson', '01', '-t', 'hot'], 'invalid_value', '--temperature cannot be "hot".', temperatures],
  [['lesson', '01', '-t', ''], 'invalid_value', '--temperature cannot be "".', temperatures],
  [['lesson', '01', '-t', 'NaN'], 'invalid_value', '--temperature cannot be "NaN".', temperatures],
  [
    ['lesson', '01', '-t', '0', '-t', '3'],
    'invalid_value',
    '--temperature cannot be "3".',
    temperatures,
  ],
  [
    ['lesson', '01', '--top-p', '1.5'],
    'invalid_value',
    '--top-p cannot be "1.5".',
    'Use a number from 0 to 1.',
  ],
  [
    ['lesson', '01', '--max-output-tokens', '0'],
    'invalid_value',
    '--max-output-tokens cannot be "0".',
    'Use a whole number from 1.',
  ],
  [
    ['lesson', '01', '--max-output-tokens', '1.5'],
    'invalid_value',
    '--max-output-tokens cannot be "1.5".',
    'Use a whole number from 1.',
  ],
  [
    ['lesson', '01', '--samples', '0'],
    'invalid_value',
    '--samples cannot be "0".',
    'Use a whole number from 1 to 100.',
  ],
  [
    ['lesson', '01', '-m', ' '],
    'invalid_value',
    '--model cannot be " ".',
    'Write a name after it.',
  ],
  [
    ['lesson', '01', '--timeout', '0'],
    'invalid_value',
    '--timeout cannot be "0".',
    'Use a number from 0.001 to 86400.',
  ],
  [
    ['lesson', '01', '--timeout', 'soon'],
    'invalid_value',
    '--timeout cannot be "soon".',
    'Use a number from 0.001 to 86400.',
  ],
  [
    ['lesson', '01', '--max-retries', '-1'],
    'invalid_value',
    '--max-retries cannot be "-1".',
    'Use a whole number from 0 to 100.',
  ],
  [
    ['lesson', '01', '--step', '0'],
    'invalid_value',
    '--step cannot be "0".',
    'Use a whole number from 1.',
  ],
  [
    ['lesson', '01', '--step', '1000000001'],
    'invalid_value',
    '--step cannot be "1000000001".',
    'Use a whole number from 1 to 1,000,000,000.',
  ],
  [
    ['lesson', '01', '--step', '8'],
    'invalid_value',
    'Lesson 01 has no step 8.',
    'It has steps 1 to 7.',
  ],
  [
    ['lesson', '01', '--latency', 'slow'],
    'invalid_value',
    '"slow" is no latency.',
    'Use realistic, none, or whole milliseconds such as 800: the time a whole answer takes.',
  ],
  [
    ['lesson', '01', '--rpm', '0'],
    'invalid_value',
    '--rpm cannot be "0".',
    'Use a whole number from 1.',
  ],
  [
    ['lesson', '01', '--tpm', 'x'],
    'invalid_value',
    '--tpm cannot be "x".',
    'Use a whole number from 1.',
  ],
  [
    ['lesson', '01', '--provider', 'azure'],
    'usage',
    "Option '--provider <name>' argument 'azure' is invalid. Allowed choices are auto, openai, sandbox.",
    knownToLesson,
  ],
  [
    ['lesson', '01', '--dry-run', '--as', 'perl'],
    'usage',
    "Option '--as <form>' argument 'perl' is invalid. Allowed choices are json, sdk, fetch, curl, chat.",
    knownToLesson,
  ],
  [
    ['lesson', '01', '--as', 'curl'],
    'usage',
    '--as says how a request is printed, and only --dry-run prints one.',
    'Add --dry-run: course lesson 01 --dry-run --as curl',
  ],
  [
    ['lesson', '01', '--dry-run', '--step', '1'],
    'not_supported',
    'Step 1 sends no request, so there is none to show.',
    'Leave --step out, or name a step with a demo.',
  ],
  [
    ['lesson', '01', '--prompt'],
    'usage',
    "Option '-p, --prompt <text>' argument missing.",
    knownToLesson,
  ],
  [
    ['lesson', '01', '--prompt', ' '],
    'empty_input',
    'The prompt is empty.',
    'Write the question after --prompt, or pipe it in: echo "What is an API?" | course lesson 01 --prompt -',
  ],
  [
    ['lesson', '01', '--prompt', '-'],
    'empty_input',
    'Nothing arrived on standard input.',
    'Write the question after --prompt, or pipe it in: echo "What is an API?" | course lesson 01 --prompt -',
  ],
  [
    ['lesson', '01', '--temprature', '1'],
    'usage',
    "Unknown option '--temprature'.",
    `Did you mean --temperature? ${knownToLesson}`,
  ],
  [['lesson', '01', '--frobnicate'], 'usage', "Unknown option '--frobnicate'.", knownToLesson],
  [
    ['lesson', '01', '02'],
    'usage',
    "Too many arguments for 'lesson'. Expected 1 argument but got 2.",
    knownToLesson,
  ],
  [['lesson', '99'], 'unknown_lesson', 'There is no lesson "99".', 'See them all: course list'],
  [['lesson', ''], 'unknown_lesson', 'There is no lesson "".', 'See them all: course list'],
  [
    ['lesson', 'frist-call'],
    'unknown_lesson',
    'There is no lesson "frist-call".',
    'Did you mean first-call? See them all: course list',
  ],
  [['lessn'], 'unknown_command', 'There is no command "lessn".', `Did you mean lesson? ${known}`],
  [['frobnicate'], 'unknown_command', 'There is no command "frobnicate".', known],
  [
    ['bench', 'asinc'],
    'invalid_value',
    'There is no "course bench asinc".',
    'Did you mean async? Use one of: async, stream. For example: course bench async',
  ],
  [
    ['bench'],
    'usage',
    '"course bench" lacks a word: which of async and stream?',
    'Use one of: async, stream. For example: course bench async',
  ],
  [
    ['new'],
    'usage',
    '"course new" lacks a name for the lesson.',
    'Use small letters, digits and single hyphens, a letter first, at most 18 characters: course new tool-calls',
  ],
  [
    ['progress', 'exprt'],
    'invalid_value',
    'There is no "course progress exprt".',
    'Did you mean export? Use one of: export, import. For example: course progress export',
  ],
  [
    ['practice', 'frobnicate'],
    'invalid_value',
    'There is no "course practice frobnicate".',
    'Use one of: start, check, hint, solution, reset, watch. For example: course practice start',
  ],
  [['--frobnicate'], 'usage', "Unknown option '--frobnicate'.", known],
  [
    ['list', 'all'],
    'usage',
    "Too many arguments for 'list'. Expected 0 arguments but got 1.",
    'What there is: course list --help',
  ],
  [
    ['sandbox', '--port', '65536'],
    'invalid_value',
    '--port cannot be "65536".',
    'Use a whole number from 0 to 65,535.',
  ],
  [
    ['lesson', '01', '--provider', 'openai'],
    'missing_key',
    'https://api.openai.com/v1 needs a key, and there is none: OPENAI_API_KEY is neither in the environment nor in a .env file.',
    'Create one at https://platform.openai.com/api-keys and put OPENAI_API_KEY=sk-… into .env (cp .env.example .env). Without a key: --provider sandbox',
  ],
];

/** The words of an error as it is printed, however they are wrapped. */
const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('A mistake on the command line', () => {
  it.each(mistakes)(
    '%j is told on standard error and ends with 2',
    async (args, code, message, advice) => {
      const { exitCode, out, err } = await runCourse(args);
      expect(exitCode).toBe(2);
      expect(out).toBe('');
      const told = words(err).replace(/^sandbox \(offline, [^)]*\) /, '');
      expect(told).toBe(words(`Error: ${message} ${code} Next: ${advice}`));
    },
  );

  // A flag that lacks its value would take --json for it.
  const complete = mistakes.filter(([args]) => args.at(-1) !== '--prompt');

  it.each(complete)('%j is one JSON line with --json', async (args, code, message, advice) => {
    const { exitCode, json } = await runCourse([...args, '--json']);
    expect(exitCode).toBe(2);
    expect(json()).toEqual([
      { type: 'error', code, status: null, message, advice, request_id: null },
    ]);
  });
});

describe('A fail script that cannot be read', () => {
  it('is refused with the items that there are', async () => {
    const { exitCode, err } = await runCourse(['lesson', '01', '--fail', '429,quotta']);
    expect(exitCode).toBe(2);
    expect(words(err)).toContain('"quotta" is no item of a fail script. Did you mean quota?');
    expect(words(err)).toContain('Items: ok, a status from 400 to 599');
  });
});

describe.each(['--latency=none', '--rpm=5', '--tpm=5', '--fail=429'])('%s', (flag) => {
  it('is refused when the run goes to a real server', async () => {
    const { exitCode, err } = await runCourse(['lesson', '01', flag], {
      env: { OPENAI_API_KEY: 'sk-proj-0123456789abcdefwxyz' },
    });
    expect(exitCode).toBe(2);
    const [name] = flag.split('=');
    expect(words(err)).toBe(
      `Error: ${name} works on the sandbox only, and this run goes to a real server. not_supported Next: Leave it out, or add --provider sandbox.`,
    );
  });
});
