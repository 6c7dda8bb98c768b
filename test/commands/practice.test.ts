import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import stripAnsi from 'strip-ansi';
import { describe, expect, it } from 'vitest';
import { exercises } from '../../lessons/exercises.ts';
import { type CourseOptions, runCourse, scratchFolder } from '../helpers/course.ts';
import { solved } from '../practice/helpers.ts';

const name = '01-1-print-the-text.mts';

/** A learner with a folder and a home that stay from one command to the next. */
function learner() {
  const cwd = scratchFolder();
  const home = scratchFolder();
  const path = join(cwd, 'course-work', name);
  const practice = (args: readonly string[], options: CourseOptions = {}) =>
    runCourse(['practice', ...args], {
      cwd,
      ...options,
      env: { PATH: process.env.PATH, COURSE_HOME: home, ...options.env },
    });
  const solve = () => {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('console.log(response)', 'console.log(response.output_text)'));
  };
  const saved = () =>
    JSON.parse(readFileSync(join(home, 'progress.json'), 'utf8')).lessons['01'].practice;
  return { cwd, home, path, practice, solve, saved };
}

const words = (text: string) => text.replaceAll(/\s+/g, ' ');
const nobody = { answers: [] };

// Each check runs a program.
describe('course practice', { timeout: 60_000 }, () => {
  it('goes from the starter to a solved exercise', async () => {
    const { practice, solve, saved, cwd } = learner();
    const started = await practice(['start', '01'], nobody);
    expect(started.exitCode).toBe(0);
    expect(words(started.out)).toContain('Print the text of an answer');
    expect(started.out).toContain(`course-work/${name}`);
    expect(readdirSync(cwd)).toEqual(['course-work']);

    const failed = await practice(['check', '01', '--no-color'], nobody);
    expect(failed.exitCode).toBe(1);
    expect(failed.out).toContain('FAILED  It prints the text of the answer, and nothing else.');
    expect(words(failed.out)).toContain('seen the text and more: "{ id:');
    expect(failed.out).toContain('3 of 4 criteria met.');
    expect(failed.out).toContain('course practice hint 01.1');

    solve();
    const passed = await practice(['check'], nobody);
    expect(passed.out).toContain('Solved: all 4 criteria met.');
    expect(passed.exitCode).toBe(0);
    expect(saved()).toEqual({ 'print-the-text': { passed: true, hints: 0 } });
    const list = await practice([]);
    expect(list.out).toMatch(/01\.1 +Print the text of an answer +solved/);
    expect(list.out).toContain('Next: course practice start 02.1');
  });

  it.each([
    [['02.1'], 'Next: course lesson 03, and then course practice start 03.1'],
    [exercises.map(({ id }) => id).slice(1), 'Next: course lesson 02'],
  ])('goes on with what is not solved: %j is', async (ids, line) => {
    const { practice, home, solve } = learner();
    writeFileSync(join(home, 'progress.json'), JSON.stringify(solved(...ids)));
    await practice(['start', '01']);
    solve();
    const { out } = await practice(['check', '01.1', '--no-color']);
    expect(out.split('\n')).toContain(line);
  });

  it('never writes over a file', async () => {
    const { practice, path } = learner();
    await practice(['start', '01']);
    writeFileSync(path, 'mine');
    const { out } = await practice(['start', '01.1']);
    expect(out).toContain('is there already, and stays as it is');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it.each([
    ['python', '01-1-print-the-text.py'],
    ['curl', '01-1-print-the-text.sh'],
  ])('writes a starter for %s, and checks it', async (language, file) => {
    const { practice, cwd } = learner();
    await practice(['start', '01', '--lang', language]);
    expect(readdirSync(join(cwd, 'course-work'))).toEqual([file]);
    const { out, exitCode } = await practice(['check', '01']);
    expect(exitCode).toBe(1);
    expect(out).toContain(`course-work/${file}`);
    expect(out).toContain('passed  The program gets an answer from the model.');
  });

  it('judges any command', async () => {
    const { practice, cwd } = learner();
    writeFileSync(join(cwd, 'mine.mjs'), 'console.log("--flag", process.argv[2])');
    const args = ['check', '01.1', '--json', '--', process.execPath, 'mine.mjs', '--json'];
    const { json, exitCode } = await practice(args);
    expect(exitCode).toBe(1);
    expect(json()).toEqual([
      {
        type: 'check',
        exercise: '01.1',
        passed: false,
        criteria: expect.arrayContaining([
          {
            name: 'The program ends by itself, without an error.',
            passed: true,
            expected: 'exit code 0',
            actual: 'exit code 0',
          },
        ]),
      },
    ]);
  });

  it('says which of several runs it waits for, and what the server does in it', async () => {
    const { practice, cwd } = learner();
    // The server stumbles in run 1, which is over at once; run 2 lasts until the test has seen what it waits for.
    const program = `import { existsSync } from 'node:fs';
      const { status } = await fetch(process.env.OPENAI_BASE_URL + '/responses', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: 'Bearer ' + process.env.OPENAI_API_KEY,
        },
        body: JSON.stringify({ model: 'gpt-4o-mini', input: 'Hi' }),
      });
      while (status === 503 && !existsSync('seen')) await new Promise(setImmediate);`;
    writeFileSync(join(cwd, 'mine.mjs'), program);
    const { err } = await practice(['check', '05.1', '--', process.execPath, 'mine.mjs'], {
      ...nobody,
      onErr: (text) => {
        if (text.includes('run 2 of 2')) writeFileSync(join(cwd, 'seen'), '');
      },
    });
    expect(err).toContain('mine.mjs · run 2 of 2: the server stays down');
  });

  it('judges a file of another name, as its kind is run', async () => {
    const cwd = scratchFolder();
    const text =
      "import OpenAI from 'openai';\nconsole.log((await new OpenAI().responses.create({ model: 'gpt-4o-mini', input: 'Hi' })).output_text);";
    writeFileSync(join(cwd, 'mine.mts'), text);
    const { exitCode, out, err } = await runCourse(['practice', 'check', '01', '--', 'mine.mts'], {
      cwd,
    });
    expect({ exitCode, out }).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('Solved'),
    });
    expect(err).toContain('not noted as solved');
  });

  it('says how a file is named when it stands in the wrong place', async () => {
    const { exitCode, err } = await runCourse(['practice', 'check', '05.1', 'mine.ts']);
    expect(exitCode).toBe(2);
    expect(err).toContain('course practice check 05.1 -- mine.ts');
  });

  it.each([
    ['cannot be read', 'syntax error here(', ' course-work/05-1-survive.mts:1:7', false],
    ['lacks a package', "import 'opnai';", "Cannot find package 'opnai'", false],
    [
      'breaks down',
      'const nothing = undefined;\nnothing.text;',
      ' course-work/05-1-survive.mts:2',
      false,
    ],
    [
      'breaks down after it has asked',
      "import OpenAI from 'openai';\nawait new OpenAI().responses.create({ model: 'gpt-4o-mini', input: 'Hi' });\nthrow new Error('Oh');",
      'Error: Oh',
      true,
    ],
  ])('shows what a program says that %s', async (_, source, said, isJudged) => {
    const cwd = scratchFolder();
    await runCourse(['practice', 'start', '05.1'], { cwd });
    writeFileSync(join(cwd, 'course-work', '05-1-survive.mts'), source);
    const { exitCode, out } = await runCourse(['practice', 'check', '05.1'], { cwd });
    expect(exitCode).toBe(1);
    expect(out).toContain('Your program ended with an error');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(out).not.toMatch(/node:internal|Node\.js v/);
    expect(out.includes('FAILED')).toBe(isJudged);
    expect(out.includes('before it sent a request')).toBe(!isJudged);
  });

  it('says once of a program that sends no request that there is nothing to judge', async () => {
    const { practice, path } = learner();
    await practice(['start', '01']);
    writeFileSync(path, "console.error('Oh');");
    const { exitCode, out } = await practice(['check', '01']);
    expect(exitCode).toBe(1);
    expect(words(out)).toContain('without sending a request, so there is nothing to judge yet.');
    expect(out.match(/OPENAI_BASE_URL/g)).toHaveLength(1);
    expect(out).toContain('Oh');
    expect(out).not.toMatch(/FAILED|criteria met/);
    const { json } = await practice(['check', '01', '--json']);
    expect(json()).toMatchObject([{ passed: false, criteria: { length: 4 } }]);
  });

  it('needs a file to check, and says how to get one', async () => {
    const { practice } = learner();
    const { exitCode, err } = await practice(['check', '01']);
    expect(exitCode).toBe(2);
    expect(err).toContain('course practice start 01.1');
  });

  it.each([
    [['check', '77'], 'There is no exercise "77".'],
    [['start', '01', 'more'], 'only a check takes one'],
    [['start', '01', '--', 'more'], 'only a check takes one'],
    [['solve'], 'Use one of: start, check, hint, solution, reset, watch'],
    [['hint', '01', '--level', '4'], '--level cannot be "4"'],
    [['check', '01', '--', 'no-such-program'], 'There is no program "no-such-program".'],
  ])('refuses %j', async (args, message) => {
    const { exitCode, err } = await learner().practice(args);
    expect(exitCode).toBe(2);
    expect(words(err)).toContain(message);
  });

  it('gives the next hint each time, and any when asked', async () => {
    const { practice, saved } = learner();
    const heading = async (args: readonly string[]) =>
      /Hint \d of \d/.exec((await practice(args, nobody)).out)?.[0];
    expect(await heading(['hint', '01'])).toBe('Hint 1 of 3');
    expect(await heading(['hint', '01'])).toBe('Hint 2 of 3');
    expect(await heading(['hint', '01', '--level', '1'])).toBe('Hint 1 of 3');
    expect(await heading(['hint', '01'])).toBe('Hint 3 of 3');
    expect(await heading(['hint', '01'])).toBe('Hint 3 of 3');
    expect(saved()).toEqual({ 'print-the-text': { passed: false, hints: 3 } });
  });

  it('goes on with the exercise that was worked on last when none is named', async () => {
    const { practice } = learner();
    const hinted = async (args: readonly string[]) =>
      /exercise (\d\d\.\d)/.exec((await practice(args, nobody)).out)?.[1];
    await practice(['start', '01'], nobody);
    await practice(['start', '02'], nobody);
    expect(await hinted(['hint'])).toBe('02.1');
    expect(await hinted(['hint', '03.2'])).toBe('03.2');
    expect((await practice(['check'], nobody)).err).toContain('no file for exercise 03.2');
    expect((await practice(['start'], nobody)).out).toContain('Exercise 03.1');
  });

  it('takes the only exercise with a file in the folder when it remembers none', async () => {
    const { practice } = learner();
    await practice(['start', '02']);
    expect((await practice(['hint'])).out).toContain('exercise 02.1');
    await practice(['start', '03']);
    expect((await practice(['hint'])).out).toContain('exercise 01.1');
  });

  it('does not move the progress without a terminal', async () => {
    const { practice, home } = learner();
    await practice(['hint', '01']);
    expect(existsSync(join(home, 'progress.json'))).toBe(false);
  });

  it('shows the solution, and what it changes, only when asked for twice', async () => {
    const { practice } = learner();
    await practice(['start', '01']);
    const refused = await practice(['solution', '01'], { answers: ['no'] });
    expect(refused.asked[0]).toContain('Show our solution');
    expect(refused.out).not.toContain('output_text');
    const { out } = await practice(['solution', '01'], { answers: ['yes'] });
    expect(out).toContain('- console.log(response);');
    expect(out).toContain('+ console.log(response.output_text);');
    const unasked = await practice(['solution', '01', '--lang', 'python']);
    expect(unasked.out).toContain('urllib.request');
  });

  it('keeps what was written when it starts anew', async () => {
    const { practice, path, cwd } = learner();
    await practice(['start', '01']);
    const starter = readFileSync(path, 'utf8');
    for (const text of ['first', 'second']) {
      writeFileSync(path, text);
      await practice(['reset', '01']);
    }
    const folder = join(cwd, 'course-work');
    expect(readFileSync(path, 'utf8')).toBe(starter);
    expect(readFileSync(join(folder, '01-1-print-the-text.backup-1.mts'), 'utf8')).toBe('first');
    expect(readFileSync(join(folder, '01-1-print-the-text.backup-2.mts'), 'utf8')).toBe('second');
  });

  it.each(['check', 'reset', 'watch'])(
    'needs a file in the language asked for: %s',
    async (action) => {
      const { practice } = learner();
      await practice(['start', '01']);
      const { exitCode, err } = await practice([action, '01', '--lang', 'curl']);
      expect(exitCode).toBe(2);
      expect(err).toContain('There is no curl file for exercise 01.1');
      expect(words(err)).toContain('course practice start 01.1 --lang curl');
    },
  );

  it.each(['60', '80'])('breaks no word of what it says, %s columns wide', async (columns) => {
    const { practice } = learner();
    const env = { COLUMNS: columns };
    await practice(['start', '02'], { env });
    const told = [
      await practice(['start', '02'], { env }),
      await practice(['reset', '02'], { env }),
      await practice(['hint', '02'], { env }),
      await practice(['solution', '02'], { env, answers: ['no'] }),
    ];
    for (const { out, err, asked } of told) {
      for (const line of [...out.split('\n'), ...err.split('\n'), ...asked]) {
        expect(stripAnsi(line).length).toBeLessThanOrEqual(Number(columns));
      }
    }
    expect(words(told[1]?.out ?? '')).toContain(
      'your file is kept as course-work/02-1-two-personas.backup-1.mts.',
    );
  });

  it('works from within course-work too', async () => {
    const { practice, cwd } = learner();
    const inside = join(cwd, 'course-work');
    await mkdir(inside);
    await practice(['start', '01'], { cwd: inside });
    expect(readdirSync(inside)).toEqual([name]);
  });
});

describe('course practice watch', { timeout: 60_000 }, () => {
  it.each([
    ['as it is told of them', []],
    ['by looking again and again', ['--poll']],
  ])('checks at once and after each save, %s, until Ctrl-C', async (_, flags) => {
    const { practice, solve } = learner();
    await practice(['start', '01']);
    const interruption = new AbortController();
    let out = '';
    await practice(['watch', '01', ...flags], {
      signal: interruption.signal,
      onOut: (text) => {
        out += text;
        if (out.includes('criteria met') && !out.includes('Solved')) solve();
        if (out.includes('Solved')) interruption.abort(new Error('Ctrl-C'));
      },
    });
    expect(out.indexOf('3 of 4 criteria met.')).toBeLessThan(out.indexOf('Solved: all 4'));
    expect(out).not.toContain('\x1b[2J');
  });
});
