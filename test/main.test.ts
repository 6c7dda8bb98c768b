import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot, runCourse } from './helpers/course.ts';

const commands = ['lesson', 'compare', 'list', 'models', 'doctor', 'sandbox'];

describe('Help', () => {
  it.each([[['--help']], [['-h']], [[]]])(
    'of the program (%j) goes to standard output',
    async (args) => {
      const { exitCode, out, err } = await runCourse(args);
      expect(exitCode).toBe(0);
      expect(err).toBe('');
      expect(out).toMatch(/^Usage: course/);
      expect(out).toContain('Start here: course lesson 01');
      for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    },
  );

  it.each(commands)('of %s tells each of its flags', async (command) => {
    const { exitCode, out, err } = await runCourse([command, '--help']);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toContain(`Usage: course ${command}`);
    expect(out).toContain('--json');
  });
});

describe('Help in a narrow terminal', () => {
  it.each(
    [60, 80, 100].flatMap((columns) =>
      [[], ['lesson'], ['practice'], ['bench']].map((command) => [columns, command] as const),
    ),
  )('of %i columns breaks at words (%j)', async (columns, command) => {
    const env = { COLUMNS: String(columns) };
    const { out } = await runCourse([...command, '--help'], { env });
    const { out: unbroken } = await runCourse([...command, '--help'], { env: { COLUMNS: '500' } });
    expect(out.split('\n').filter((line) => line.length > columns)).toEqual([]);
    expect(out.split(/\s+/)).toEqual(unbroken.split(/\s+/));
  });
});

describe('--version', () => {
  it('is the one of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    expect(await runCourse(['--version'])).toMatchObject({
      exitCode: 0,
      out: `${version}\n`,
      err: '',
    });
  });
});

describe('Started through npx', () => {
  const env = { npm_command: 'exec' };

  it('says on a terminal that npx stands before every command', async () => {
    const { err } = await runCourse(['list'], { env, answers: [] });
    expect(err).toContain('type npx course … in this folder');
  });

  it.each([
    ['elsewhere', { env }],
    ['when it was not', { answers: [] }],
  ])('says nothing of it %s', async (_, options) => {
    const { err } = await runCourse(['list'], options);
    expect(err).not.toContain('npx');
  });
});

describe('A mistake of our own', () => {
  const broken = (
    flags: readonly string[],
    thrown: unknown = new RangeError('We forgot\u001b[2J it.'),
  ) =>
    runCourse(['lesson', '01', '--prompt', '-', ...flags], { input: () => Promise.reject(thrown) });

  it('is called internal, ends with 1, and shows no stack trace', async () => {
    const { exitCode, out, err } = await broken([]);
    expect(exitCode).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('Something went wrong in the course itself: We forgot it.');
    expect(err).toContain('internal');
    expect(err).toContain('--verbose');
    expect(err).not.toMatch(/^\s+at /m);
    expect(err).not.toContain('\u001b');
  });

  it.each(['--verbose', '-v'])('shows it with %s', async (flag) => {
    const { exitCode, err } = await broken([flag]);
    expect(exitCode).toBe(1);
    expect(err).toMatch(/RangeError: We forgot it\.\n\s+at /);
    expect(err).not.toContain('\u001b');
  });

  it('is an error line with --json', async () => {
    const { exitCode, json } = await broken(['--json']);
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject([{ type: 'error', code: 'internal', status: null }]);
  });

  it('may be anything that can be thrown', async () => {
    const { exitCode, err } = await broken([], 'a mere text');
    expect(exitCode).toBe(1);
    expect(err).toContain('a mere text');
  });
});
