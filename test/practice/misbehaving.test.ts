import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { checkExercise } from '../../src/practice/check.ts';
import { endsWell, keepsKeyOut, sends } from '../../src/practice/criteria.ts';
import type { Exercise } from '../../src/practice/exercise.ts';
import { runners } from '../../src/practice/languages.ts';
import { bareEnv, scratchFolder } from '../helpers/course.ts';

const exercise: Exercise = {
  name: 'any',
  title: 'Any',
  task: 'Ask once.',
  hints: ['', '', ''],
  scenarios: [
    {
      when: 'on a good day',
      limitMs: 4000,
      criteria: [sends('asks once', 1), endsWell, keepsKeyOut],
    },
  ],
};

/** Checks a program in plain JavaScript or Python. */
async function check(source: string, name = 'mine.mts', env: Record<string, string> = {}) {
  const cwd = mkdtempSync(join(scratchFolder(), 'work-'));
  const file = join(cwd, name);
  writeFileSync(file, source);
  const command = runners[name.endsWith('.py') ? 'python' : 'ts'].command(file);
  const result = await checkExercise(
    exercise,
    { command, file, cwd },
    {
      clock: systemClock,
      today: new Date('2026-11-20'),
      env: { ...bareEnv(), PATH: process.env.PATH, ...env },
      signal: new AbortController().signal,
    },
  );
  const [ends, asks] = result.criteria;
  return { ...result, ends, asks, file, cwd };
}

// Real programs, which are given time to misbehave.
describe.concurrent('A program that misbehaves', { timeout: 60_000 }, () => {
  it('and hangs is stopped when its time is up', async () => {
    const { ends, passed } = await check('setInterval(() => {}, 1000);');
    expect(passed).toBe(false);
    expect(ends?.actual).toBe('it was still running when its time was up, and was stopped');
  });

  it('and ignores being asked to stop is stopped all the same', async () => {
    const { ends } = await check("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);");
    expect(ends?.passed).toBe(false);
  });

  it('and prints megabytes is stopped', async () => {
    const { ends } = await check(
      "const more = () => void process.stdout.write('x'.repeat(100_000), more);\nmore();",
    );
    expect(ends?.actual).toBe('it printed more than a megabyte, and was stopped');
  });

  it('and leaves children behind is told so, and they are stopped', async () => {
    const { remarks, cwd } = await check(`
      import { spawn } from 'node:child_process';
      import { writeFileSync } from 'node:fs';
      const child = spawn('sleep', ['600'], { stdio: 'inherit' });
      writeFileSync('child.pid', String(child.pid));
      process.exit(0);`);
    expect(remarks).toEqual(['It left processes running; they were stopped with it.']);
    const pid = Number(readFileSync(join(cwd, 'child.pid'), 'utf8'));
    // Whoever is stopped is there until its new parent has noticed.
    const state = () => {
      try {
        return /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 'gone';
      } catch {
        return 'gone';
      }
    };
    for (let tries = 0; tries < 100 && !['gone', 'Z', 'X'].includes(state()); tries += 1)
      await sleep(20);
    expect(['gone', 'Z', 'X']).toContain(state());
  });

  it('and deletes itself gets its file back', async () => {
    const source = "import { rmSync } from 'node:fs';\nrmSync(process.argv[1] ?? '');\n";
    const { remarks, file } = await check(source);
    expect(remarks).toEqual(['It deleted its own file; the file was put back.']);
    expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(source);
  });

  it('and never calls the API is told what it printed instead', async () => {
    const { asks } = await check("console.log('Hello');\nconsole.log('The answer is 42');");
    expect(asks?.actual).toBe('no request; the last thing it printed was: “The answer is 42”');
  });

  it('and cannot be understood says why on its own', async () => {
    const { asks, passed } = await check('const = 1;');
    expect(passed).toBe(false);
    expect(asks?.actual).toContain('no request; the last thing it printed was');
  });

  it('and does not exist as a command is said not to have started', async () => {
    const { signal } = new AbortController();
    const env = { ...bareEnv(), PATH: process.env.PATH };
    const setup = { clock: systemClock, today: new Date('2026-11-20'), env, signal };
    const candidate = { command: ['no-such-program'] as const, file: null, cwd: scratchFolder() };
    const { criteria } = await checkExercise(exercise, candidate, setup);
    expect(criteria[0]?.actual).toBe('it could not be started');
    expect(criteria[1]?.actual).toContain('ENOENT');
  });
});

describe.concurrent('What a judged program finds in its environment', { timeout: 60_000 }, () => {
  const secrets = {
    OPENAI_API_KEY: 'sk-proj-0123456789abcdefwxyz',
    OPENAI_ORG_ID: 'org-mine',
    ANTHROPIC_API_KEY: 'other-secret',
    GITHUB_TOKEN: 'ghp_secret',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    EDITOR: 'vi',
  };

  it('is the sandbox and a key for it, and no secret of the learner’s', async () => {
    const { cwd } = await check(
      "import { writeFileSync } from 'node:fs';\nwriteFileSync('env.json', JSON.stringify(process.env));",
      'mine.mts',
      secrets,
    );
    const env = JSON.parse(readFileSync(join(cwd, 'env.json'), 'utf8'));
    expect(env.OPENAI_BASE_URL).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    expect(env.OPENAI_API_KEY).toMatch(/^sk-practice-/);
    expect(env.EDITOR).toBe('vi');
    expect(JSON.stringify(env)).not.toMatch(
      /0123456789abcdef|org-mine|other-secret|ghp_secret|127\.0\.0\.1:9"/,
    );
  });

  it('has the course’s own openai where there is none beside it', async () => {
    const { criteria } = await check(`
      import OpenAI from 'openai';
      await new OpenAI().responses.create({ model: 'gpt-4o-mini', input: 'Hi' });`);
    expect(criteria.filter(({ passed }) => !passed)).toEqual([]);
  });
});

it('a check that is called off stops the program', { timeout: 30_000 }, async () => {
  const cwd = mkdtempSync(join(scratchFolder(), 'work-'));
  const called = new AbortController();
  const reason = new Error('called off');
  const checking = checkExercise(
    exercise,
    { command: ['sleep', '600'], file: null, cwd },
    {
      clock: systemClock,
      today: new Date('2026-11-20'),
      env: { PATH: process.env.PATH },
      signal: called.signal,
      onRun: () => setImmediate(() => called.abort(reason)),
    },
  );
  await expect(checking).rejects.toBe(reason);
});
