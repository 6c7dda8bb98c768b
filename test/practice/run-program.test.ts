import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exercise } from '../../lessons/01-first-call/practice/print-the-text/exercise.ts';
import { check } from '../../src/practice/check.ts';
import { learnerEnv } from '../../src/practice/learner-env.ts';
import { programInFile, programOfCommand } from '../../src/practice/programs.ts';
import { scratchFolder } from '../helpers/course.ts';
import { practiceHost } from './helpers.ts';

/** Checks a shell or Python program, given by its text. */
async function checked(name: string, text: string, options = {}) {
  const cwd = scratchFolder();
  const path = join(cwd, name);
  writeFileSync(path, text);
  const language = name.endsWith('.py') ? 'python' : name.endsWith('.sh') ? 'curl' : 'ts';
  const program = await programInFile(path, language, { nodePath: process.execPath });
  const result = await check(exercise, program, practiceHost({ cwd }), options);
  const [ending] = result.criteria;
  return { cwd, path, result, ending };
}

/** Resolves once a process is gone: what was killed may take a moment to be. */
async function gone(pid: string): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
}

const isAlive = (pid: string) =>
  existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');

// Processes on a busy machine take their time.
describe('A program that misbehaves', { timeout: 60_000 }, () => {
  it('by never ending is stopped with its children, and reported', async () => {
    const { cwd, ending, result } = await checked(
      'program.sh',
      'sleep 1000 & echo $! >child; (sleep 1000 & echo $! >grandchild; wait) & echo $$ >self; wait',
      { silenceMs: 1500 },
    );
    expect(result.passed).toBe(false);
    expect(ending?.actual).toMatch(/^it was still running after \d s and was stopped$/);
    for (const name of ['self', 'child', 'grandchild']) {
      await gone(readFileSync(join(cwd, name), 'utf8').trim());
    }
  });

  it('by ignoring signals is stopped all the same', async () => {
    const program =
      'import signal, time\nsignal.signal(15, signal.SIG_IGN)\nwhile True: time.sleep(1)';
    const { ending } = await checked('program.py', program, { silenceMs: 1500 });
    expect(ending?.actual).toContain('still running');
  });

  it('by leaving processes behind is told so, and they are stopped', async () => {
    const { cwd, ending } = await checked('program.sh', 'sleep 1000 & echo $! >child');
    expect(ending?.actual).toBe('it left other processes running, which have been stopped');
    await gone(readFileSync(join(cwd, 'child'), 'utf8').trim());
  });

  it('by forking without end is stopped whole', async () => {
    const program = [
      'import os, time',
      'for _ in range(40):',
      '    if os.fork() == 0:',
      '        with open("pids", "a") as file: file.write(f"{os.getpid()}\\n")',
      '        time.sleep(1000)',
      'time.sleep(1000)',
    ].join('\n');
    const { cwd, ending } = await checked('program.py', program, { silenceMs: 3000 });
    expect(ending?.actual).toContain('still running');
    const pids = readFileSync(join(cwd, 'pids'), 'utf8').trim().split('\n');
    expect(pids).toHaveLength(40);
    await Promise.all(pids.map(gone));
  });

  it('by starting a daemon does not keep it', async () => {
    const program = [
      'import subprocess',
      'quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}',
      'child = subprocess.Popen(["sleep", "1000"], start_new_session=True, **quiet)',
      'open("child", "w").write(str(child.pid))',
    ].join('\n');
    const { cwd } = await checked('program.py', program);
    await gone(readFileSync(join(cwd, 'child'), 'utf8').trim());
  });

  it('by asking without end is stopped', async () => {
    const { ending } = await checked(
      'program.sh',
      'while true; do curl --silent --output /dev/null "$OPENAI_BASE_URL/models"; done',
    );
    expect(ending?.actual).toBe('it sent more than a hundred requests and was stopped');
  });

  it('by printing megabytes is stopped at the first', async () => {
    const { ending } = await checked('program.py', 'while True: print("x" * 10000)');
    expect(ending?.actual).toBe('it printed more than a million characters and was stopped');
  });

  it('by deleting its file is told so, and has it back', async () => {
    const text = 'rm -- "$0"';
    const { path, ending } = await checked('program.sh', text);
    expect(ending?.actual).toContain('deleted its own file');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('by never calling the API is told how a server is found', async () => {
    const { result } = await checked('program.sh', 'echo An API is a set of rules.');
    const asks = result.criteria.find(({ id }) => id === 'asks-the-model');
    expect(asks).toMatchObject({ passed: false });
    expect(asks?.actual).toContain('no request arrived');
    expect(asks?.actual).toContain('$OPENAI_BASE_URL/responses');
  });

  it('by an error of its own has that error told', async () => {
    const { ending } = await checked('program.mts', 'const nothing = null;\nnothing.at(0);');
    expect(ending?.actual).toMatch(/^exit code 1: "TypeError: Cannot read properties of null/);
  });

  it('by a package that Python lacks is told how to get it, or to do without', async () => {
    const { ending } = await checked(
      'program.py',
      'raise ImportError("No module named \'openai\'")',
    );
    expect(ending?.actual).toContain('pip install openai');
  });

  it('by waiting for input gets none', async () => {
    const { ending } = await checked('program.sh', 'read line; echo "$line"; cat');
    expect(ending?.passed).toBe(true);
  });
});

describe('A command that is judged', { timeout: 60_000 }, () => {
  const host = (cwd: string) => ({ cwd, nodePath: process.execPath });

  it('cannot be started when there is no such program', async () => {
    const program = await programOfCommand(['no-such-program'], host(scratchFolder()));
    await expect(check(exercise, program, practiceHost())).rejects.toMatchObject({
      code: 'usage',
      message: 'There is no program "no-such-program".',
    });
  });

  it('is no TypeScript file whose name leaves open whether it is a module', async () => {
    const cwd = scratchFolder();
    writeFileSync(join(cwd, 'mine.ts'), '');
    await expect(programOfCommand(['mine.ts'], host(cwd))).rejects.toMatchObject({
      code: 'usage',
      advice: 'Name it mine.mts, and give that after the --.',
    });
  });

  it('has the files that it names for its source', async () => {
    const cwd = scratchFolder();
    mkdirSync(join(cwd, 'folder'));
    writeFileSync(join(cwd, 'mine.py'), 'print("sk-a-key-that-should-not-be-here")');
    const { files } = await programOfCommand(['python3', 'mine.py', 'folder', '--flag'], host(cwd));
    expect([...files.keys()]).toEqual([join(cwd, 'mine.py')]);
  });

  it('stops when the check is interrupted', async () => {
    const interruption = new AbortController();
    const cwd = scratchFolder();
    const program = await programOfCommand(['sh', '-c', 'echo $$ >self; sleep 1000'], host(cwd));
    const ended = check(exercise, program, practiceHost({ cwd, signal: interruption.signal }));
    while (!existsSync(join(cwd, 'self'))) await new Promise((resolve) => setImmediate(resolve));
    interruption.abort(new Error('Ctrl-C'));
    await expect(ended).rejects.toThrow('Ctrl-C');
  });
});

describe('The environment of a program that is checked', () => {
  const api = { baseUrl: 'http://127.0.0.1:1/v1', key: 'sk-practice-1' };

  it('has the learner’s variables, and no key of theirs, whatever its name', () => {
    const env = learnerEnv(
      {
        PATH: '/bin',
        OPENAI_API_KEY: 'sk-proj-real0123456789',
        OPENAI_ORG_ID: 'org-mine',
        MY_BACKUP_KEY: 'sk-proj-real0123456789',
        UNSET: undefined,
      },
      api,
    );
    expect(env).toMatchObject({
      PATH: '/bin',
      OPENAI_API_KEY: 'sk-practice-1',
      OPENAI_BASE_URL: api.baseUrl,
    });
    expect(JSON.stringify(env)).not.toMatch(/real|org-mine/);
  });

  it('leads no request through a proxy', () => {
    const env = learnerEnv({ http_proxy: 'http://proxy', HTTPS_PROXY: 'http://proxy' }, api);
    expect(JSON.stringify(env)).not.toContain('proxy');
  });
});
