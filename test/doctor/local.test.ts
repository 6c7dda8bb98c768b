import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Surroundings } from '../../src/config.ts';
import { checkEnvFile, checkNode } from '../../src/doctor/local.ts';
import { type CourseOptions, runCourse, scratchFolder } from '../helpers/course.ts';

describe('The check of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.13.0', '22.99.1', '24.0.0', '25.1.0', '30.0.0'])(
    'accepts %s',
    (version) => {
      expect(checkNode(version)).toEqual({ verdict: 'ok', detail: version, advice: null });
    },
  );

  it.each(['18.20.8', '20.18.3', '21.7.0', '22.12.0', '23.11.0', 'nonsense'])(
    'refuses %s',
    (version) => {
      expect(checkNode(version)).toMatchObject({
        verdict: 'failed',
        detail: `${version} is not supported`,
        advice: expect.stringContaining('https://nodejs.org'),
      });
    },
  );
});

const surroundingsWith = (path: string, settings: number | null): Surroundings => ({
  key: null,
  baseUrl: null,
  model: null,
  organization: null,
  project: null,
  files: [{ path, settings }],
});

describe('The check of .env', () => {
  function repository(ignored: string) {
    const folder = scratchFolder();
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    writeFileSync(join(folder, '.gitignore'), ignored);
    writeFileSync(join(folder, '.env'), 'OPENAI_API_KEY=x');
    return join(folder, '.env');
  }

  it('is content without one', async () => {
    const finding = await checkEnvFile(surroundingsWith('/nowhere/.env', null));
    expect(finding).toMatchObject({ verdict: 'ok', detail: 'no such file' });
  });

  it('is content with one that git ignores', async () => {
    const path = repository('.env\n');
    expect(await checkEnvFile(surroundingsWith(path, 1))).toMatchObject({
      verdict: 'ok',
      detail: path,
    });
  });

  it('fails for one that could be committed, and says how to prevent it', async () => {
    const path = repository('node_modules\n');
    expect(await checkEnvFile(surroundingsWith(path, 1))).toMatchObject({
      verdict: 'failed',
      detail: `${path} is not ignored by git`,
      advice: expect.stringContaining('.gitignore'),
    });
  });

  it('has a note for one that sets nothing', async () => {
    const path = repository('.env\n');
    expect(await checkEnvFile(surroundingsWith(path, 0))).toMatchObject({
      verdict: 'note',
      detail: `${path} holds no line of the form NAME=value`,
    });
  });

  it('is content with one outside of any repository', async () => {
    const path = join(scratchFolder(), '.env');
    writeFileSync(path, '');
    expect(await checkEnvFile(surroundingsWith(path, 1))).toMatchObject({ verdict: 'ok' });
  });
});

/** The checks of `course doctor --json`, by title. */
async function findings(options: CourseOptions) {
  const { json, exitCode } = await runCourse(['doctor', '--json'], options);
  const lines = json();
  return { exitCode, lines, of: (title: string) => lines.find(({ check }) => check === title) };
}

describe('The check of the folder for progress', () => {
  it('names the folder, and makes it', async () => {
    const home = join(scratchFolder(), 'new');
    const { of } = await findings({ env: { COURSE_HOME: home } });
    expect(of('Progress')).toMatchObject({ verdict: 'ok', detail: `kept in ${home}` });
  });

  it('fails for one that cannot be made', async () => {
    const parent = scratchFolder();
    symlinkSync(join(parent, 'nowhere'), join(parent, 'link'));
    const { exitCode, of } = await findings({ env: { COURSE_HOME: join(parent, 'link') } });
    expect(exitCode).toBe(1);
    expect(of('Progress')).toMatchObject({
      verdict: 'failed',
      advice: expect.stringContaining('COURSE_HOME'),
    });
  });
});

describe('The check of the terminal', () => {
  it.each<[CourseOptions, string]>([
    [{ columns: 100 }, 'ok      Terminal  100 columns, colour, interactive'],
    [{ columns: 40 }, 'note    Terminal  40 columns, colour,'],
    [
      { columns: 80, env: { NO_COLOR: '1' } },
      'ok      Terminal  80 columns, no colour, interactive',
    ],
  ])('with %j', async (options, expected) => {
    const { out } = await runCourse(['doctor'], { ...options, answers: [] });
    expect(stripVTControlCharacters(out)).toContain(expected);
  });

  it('says that lessons run straight through where nobody can be asked', async () => {
    const { of } = await findings({});
    expect(of('Terminal')).toMatchObject({
      verdict: 'ok',
      detail: '80 columns, no colour; not interactive, so lessons run straight through',
    });
  });
});

describe('The check of the key', () => {
  const key = 'sk-proj-0123456789abcdefwxyz';

  it('says where it comes from, masked', async () => {
    const cwd = scratchFolder();
    writeFileSync(join(cwd, '.env'), `OPENAI_API_KEY=${key}`);
    const fetch = async () => Response.json({ object: 'list', data: [] });
    const { of, lines } = await findings({ cwd, fetch, env: { OPENAI_API_KEY: undefined } });
    expect(of('Key')).toMatchObject({
      verdict: 'ok',
      detail: `sk-…wxyz from ${join(cwd, '.env')}`,
    });
    expect(JSON.stringify(lines)).not.toContain('0123456789');
  });

  it.each([60, 80])('keeps the command that makes a .env whole at %i columns', async (columns) => {
    const { out } = await runCourse(['doctor'], { env: { COLUMNS: String(columns) } });
    expect(out).toMatch(/^ +cp \.env\.example \.env$/m);
  });

  it('finds bytes that set nothing in a .env', async () => {
    const cwd = scratchFolder();
    writeFileSync(join(cwd, '.env'), Buffer.from([0, 255, 17, 200, 10, 1, 128]));
    const { of, exitCode } = await findings({ cwd });
    expect(exitCode).toBe(0);
    const detail = `${join(cwd, '.env')} holds no line of the form NAME=value`;
    expect(of('.env')).toMatchObject({ verdict: 'note', detail });
  });

  it('says where one was looked for', async () => {
    const cwd = scratchFolder();
    const { of, exitCode } = await findings({ cwd });
    expect(exitCode).toBe(0);
    expect(of('Key')).toMatchObject({
      verdict: 'note',
      detail: expect.stringContaining(join(cwd, '.env')),
      advice: expect.stringContaining('cp .env.example .env'),
    });
  });

  it('is ended before it begins by a .env that cannot be read', async () => {
    const cwd = scratchFolder();
    mkdirSync(join(cwd, '.env'));
    const { exitCode, lines } = await findings({ cwd });
    expect(exitCode).toBe(2);
    expect(lines).toMatchObject([{ type: 'error', code: 'unreadable_env_file' }]);
  });
});
