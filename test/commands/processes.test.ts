import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { binPath, runChild, spawnCourse } from '../helpers/child.ts';
import { bareEnv, readJsonLines, scratchFolder } from '../helpers/course.ts';
import { apiError, json, startLoopback } from '../helpers/loopback.ts';
import { responseBody } from '../helpers/wire.ts';

const key = 'sk-proj-0123456789abcdefwxyz';
const stackTrace = /^\s+at .+:\d+:\d+/m;

// Processes on a busy machine take their time.
describe('The real command without a terminal', { timeout: 60_000 }, () => {
  it.each([60, 80, 160])('tells lesson 01 in %i columns', async (columns) => {
    const { exitCode, out, err } = await spawnCourse(
      ['lesson', '01', '--yes', '--latency', 'none'],
      {
        env: { COLUMNS: String(columns) },
      },
    );
    expect(exitCode).toBe(0);
    expect(out).not.toMatch(/\x1b|\r/);
    for (const step of [1, 2, 3, 4, 5, 6, 7]) expect(out).toContain(`── Step ${step} of 7`);
    expect(out.match(/It prints \(answers are simulated\):/g)).toHaveLength(4);
    expect(out).toContain('Question 6 of 6');
    // Code and drawings are indented, and keep their lines.
    const prose = `${out}${err}`.split('\n').filter((line) => !line.startsWith('  '));
    const widest = Math.max(...prose.map((line) => stringWidth(line)));
    expect(widest).toBeLessThanOrEqual(Math.min(columns, 100));
    expect(widest).toBeGreaterThan(50);
  });

  it('needs no terminal to say the same words as one', async () => {
    const env = { COLUMNS: '80' };
    const first = await spawnCourse(['lesson', '01', '--latency', 'none'], { env });
    const again = await spawnCourse(['lesson', '01', '--latency', 'none', '--yes', '--plain'], {
      env,
    });
    // What is measured differs from run to run.
    const steady = (text: string) =>
      text.replaceAll(/\b(\d+ ms|\d+\.\d s|resp_\w+|req_\w+)/g, '…').replaceAll(/\s+/g, ' ');
    expect(steady(again.out)).toBe(steady(first.out));
  });

  it('prints JSON lines and nothing else with --json', async () => {
    const { exitCode, out } = await spawnCourse(['lesson', '1', '--json']);
    expect(exitCode).toBe(0);
    expect(readJsonLines(out).map(({ type }) => type)).toEqual([
      ...Array(5).fill('exchange'),
      'summary',
    ]);
  });

  it('ends quietly when nobody reads on', () => {
    const command = `'${process.execPath}' '${binPath}' lesson 01 --yes; echo "exit $?" >&2`;
    const { stdout, stderr } = spawnSync('sh', ['-c', `{ ${command}; } | head -3`], {
      env: { PATH: process.env.PATH, ...bareEnv() },
      encoding: 'utf8',
    });
    expect(stdout.split('\n')).toHaveLength(4);
    expect(stderr).toContain('exit 0');
    expect(stderr).not.toContain('EPIPE');
  });

  it('reads a question from a pipe', async () => {
    const { exitCode, out } = await spawnCourse(['lesson', '01', '--step', '2', '--prompt', '-'], {
      input: 'What is JSON?\n',
    });
    expect(exitCode).toBe(0);
    expect(out).toContain("const question = 'What is JSON?';");
  });

  it('refuses an empty pipe', async () => {
    const { exitCode, out, err } = await spawnCourse(['lesson', '01', '--prompt', '-']);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain('Nothing arrived on standard input.');
  });

  it('refuses a .env that it cannot read', async () => {
    const cwd = scratchFolder();
    mkdirSync(join(cwd, '.env'));
    const env = { COLUMNS: '200' }; // The path is as long as the temporary folder's.
    const { exitCode, out, err } = await spawnCourse(['lesson', '01'], { cwd, env });
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(/is\s+a\s+folder,\s+not\s+a\s+file/);
    expect(err).not.toMatch(stackTrace);
  });

  it('fails where progress cannot be kept only when it would keep some', async () => {
    const blocked = join(scratchFolder(), 'file');
    writeFileSync(blocked, '');
    const env = { COURSE_HOME: blocked, COLUMNS: '200' };
    const { exitCode, err } = await spawnCourse(['list'], { env });
    expect(exitCode).toBe(1);
    expect(err).toContain('Your progress cannot be read');
    expect(err).toContain('COURSE_HOME=');
    expect(err).not.toMatch(stackTrace);
  });

  it('leaves a COURSE_HOME alone that it has nothing to write to', async () => {
    const home = scratchFolder();
    await spawnCourse(['lesson', '01', '--json'], { env: { COURSE_HOME: home } });
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('The real command with a key', { timeout: 60_000 }, () => {
  it('takes it from .env, sends it to its server only, and never prints it', async () => {
    await using server = await startLoopback(json(responseBody('Hi there.')));
    const cwd = scratchFolder();
    writeFileSync(join(cwd, '.env'), `OPENAI_API_KEY=${key}\nOPENAI_BASE_URL=${server.baseUrl}\n`);
    const env = { OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined };
    const { exitCode, out, err } = await spawnCourse(['lesson', '01', '-v'], { cwd, env });
    expect(exitCode).toBe(0);
    expect(err).toContain(`${server.baseUrl} (from ${join(cwd, '.env')}) · key sk-…wxyz`);
    expect(
      server.requests.map(({ method, path, headers }) => [method, path, headers.authorization]),
    ).toEqual(Array(3).fill(['POST', '/v1/responses', `Bearer ${key}`]));
    expect(out).toContain('Hi there.');
    expect(out + err).not.toContain('0123456789');
  });

  it('does not print it when the server sends it back', async () => {
    await using server = await startLoopback((answer, { headers }) => {
      const message = `Incorrect API key provided: ${headers.authorization}`;
      return apiError(401, { message, code: 'invalid_api_key' })(answer, {
        method: '',
        path: '',
        headers,
        body: '',
      });
    });
    const env = { OPENAI_API_KEY: key, OPENAI_BASE_URL: server.baseUrl };
    for (const flags of [[], ['--json'], ['--verbose']]) {
      const { exitCode, out, err } = await spawnCourse(['lesson', '01', ...flags], { env });
      expect(exitCode).toBe(1);
      expect(out + err).toContain('sk-…wxyz');
      expect(out + err).not.toContain('0123456789');
    }
  });
});

describe('What is printed with --dry-run --as curl', { timeout: 60_000 }, () => {
  const hasCurl = spawnSync('curl', ['--version']).status === 0;

  it.skipIf(!hasCurl)('can be piped into sh (skipped where there is no curl)', async () => {
    await using server = await startLoopback(json(responseBody('Hi there.')));
    const question = `What's "$HOME" \`pwd\`?`;
    const { out } = await spawnCourse([
      'lesson',
      '01',
      '--dry-run',
      '--as',
      'curl',
      '-p',
      question,
    ]);
    const env = { OPENAI_API_KEY: key, OPENAI_BASE_URL: server.baseUrl };
    const { exitCode } = await runChild('sh', [], { env, input: out });
    expect(exitCode).toBe(0);
    const [request] = server.requests;
    expect(JSON.parse(request?.body ?? '')).toEqual({ model: 'gpt-4o-mini', input: question });
    expect(request?.headers.authorization).toBe(`Bearer ${key}`);
  });
});
