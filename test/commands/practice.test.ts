import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../src/errors.ts';
import { type CourseOptions, packageRoot, runCourse, scratchFolder } from '../helpers/course.ts';

const solution = readFileSync(
  join(packageRoot, 'lessons/01-first-call/practice/first-call/solution.mts'),
  'utf8',
).replace('the-model', 'gpt-4o-mini');
const env = { PATH: process.env.PATH };

const practice = (args: readonly string[], options: CourseOptions = {}) =>
  runCourse(['practice', ...args], { ...options, env: { ...env, ...options.env } });

describe('course practice start', () => {
  it('says what to do and writes a starter, with a model that is still there', async () => {
    const cwd = scratchFolder();
    const { out, exitCode } = await practice(['start', '01'], { cwd });
    expect(exitCode).toBe(0);
    expect(out).toContain('Exercise 01.1 · Ask, and print the answer');
    expect(out).toContain('course practice check 01.1');
    const file = readFileSync(join(cwd, 'course-work', '01-1-first-call.mts'), 'utf8');
    expect(file).toContain("const model = 'gpt-4o-mini';");
    expect(readdirSync(cwd)).toEqual(['course-work']);
  });

  it('never overwrites a file', async () => {
    const cwd = scratchFolder();
    await practice(['start', '01'], { cwd });
    const path = join(cwd, 'course-work', '01-1-first-call.mts');
    writeFileSync(path, 'mine');
    const { out } = await practice(['start', '01.1'], { cwd });
    expect(out).toContain('is there already, and stays as it is');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it.each([
    ['python', '05-1-survive.py'],
    ['curl', '05-1-survive.sh'],
  ])('writes one for --lang %s', async (language, name) => {
    const cwd = scratchFolder();
    await practice(['start', '05', '--lang', language], { cwd });
    expect(readdirSync(join(cwd, 'course-work'))).toEqual([name]);
  });

  it('takes the next exercise that is not solved', async () => {
    const home = scratchFolder();
    const lesson = { steps: [], place: null, quiz: {}, solved: ['survive'] };
    const saved = { version: 1, lessons: { '05': lesson } };
    writeFileSync(join(home, 'progress.json'), JSON.stringify(saved));
    const { out } = await practice(['start', '05'], { env: { COURSE_HOME: home } });
    expect(out).toContain('Exercise 05.2');
  });

  it.each([
    [['start', '01.9'], 'There are: 01.1.'],
    [['start', 'streamin'], 'Did you mean streaming?'],
    [['begin', '01'], 'Allowed choices are start, check'],
    [['start', '01', '--lang', 'cobol'], 'Allowed choices are ts, python, curl'],
    [['hint', '01', '--level', '4'], 'Use a whole number from 1 to 3.'],
    [['check', '01'], 'Begin with: course practice start 01.1.'],
    [['watch', '01', '--', 'true'], 'has no file whose saves could be watched'],
  ])('refuses %j', async (args, advice) => {
    const { exitCode, err, out } = await practice(args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err.replaceAll(/\s+/g, ' ')).toContain(advice);
  });
});

// Programs run for real.
describe('course practice check', { timeout: 60_000 }, () => {
  it('passes a right program with 0, as JSON too', async () => {
    const cwd = scratchFolder();
    await practice(['start', '01'], { cwd });
    writeFileSync(join(cwd, 'course-work', '01-1-first-call.mts'), solution);
    const { exitCode, json } = await practice(['check', '01', '--json'], { cwd });
    expect(exitCode).toBe(0);
    const [line, ...others] = json();
    expect(others).toEqual([]);
    expect(line).toMatchObject({ type: 'check', exercise: '01.1', passed: true });
    expect(line?.criteria).toContainEqual({
      name: 'asks once, on a good day',
      passed: true,
      expected: '1 request to POST /v1/responses',
      actual: '1 request',
    });
  });

  it('says of a wrong one what was expected and what was seen, with 1', async () => {
    const cwd = scratchFolder();
    await practice(['start', '01'], { cwd });
    const { exitCode, out } = await practice(['check', '01'], { cwd });
    expect(exitCode).toBe(1);
    expect(out).toMatch(
      /failed {2}asks once\n +expected: 1 request to POST \/v1\/responses\n +saw: +no request/,
    );
    expect(out).toContain('course practice hint 01.1');
  });

  it('judges any command after --', async () => {
    const cwd = scratchFolder();
    writeFileSync(join(cwd, 'mine.sh'), 'echo "$1"; exit 3\n');
    const { exitCode, out } = await practice(['check', '01', '--', 'sh', 'mine.sh', '--flag'], {
      cwd,
    });
    expect(exitCode).toBe(1);
    expect(out).toMatch(/the last thing it printed was:\s+“--flag”/);
    expect(out).toContain('saw:      exit code 3');
  });

  it('keeps what was solved, on a terminal', async () => {
    const [cwd, home] = [scratchFolder(), scratchFolder()];
    await practice(['start', '01'], { cwd });
    writeFileSync(join(cwd, 'course-work', '01-1-first-call.mts'), solution);
    const options = { cwd, env: { COURSE_HOME: home }, answers: [] };
    const { exitCode, out } = await practice(['check', '01'], options);
    expect(exitCode).toBe(0);
    expect(out).toContain('Passed.');
    const saved = JSON.parse(readFileSync(join(home, 'progress.json'), 'utf8'));
    expect(saved.lessons['01'].solved).toEqual(['first-call']);
  });
});

describe('course practice hint, solution and reset', () => {
  it('gives one hint after another', async () => {
    const home = scratchFolder();
    const options = { env: { COURSE_HOME: home }, answers: [] };
    const levels = [];
    for (let time = 0; time < 4; time += 1) {
      const { out } = await practice(['hint', '01'], options);
      levels.push(/Hint (\d) of 3/.exec(out)?.[1]);
    }
    expect(levels).toEqual(['1', '2', '3', '3']);
    expect((await practice(['hint', '01', '--level', '2'], options)).out).toContain('Hint 2 of 3');
  });

  it('shows the solution after asking, with the way to it', async () => {
    const cwd = scratchFolder();
    await practice(['start', '01'], { cwd });
    const refused = await practice(['solution', '01'], { cwd, answers: ['no'] });
    expect(refused.out).toBe('');
    const { out } = await practice(['solution', '01', '--no-color'], {
      cwd,
      answers: ['yes'],
    });
    expect(out).toContain("model, input: 'What is an API?'");
    expect(out).toMatch(/\+.*console\.log\(response\.output_text\);/);
    expect(out).toMatch(/^ {2}-.*console\.error\('No request yet/m);
  });

  it('shows the solution without a file of one’s own', async () => {
    const { out } = await practice(['solution', '01', '--yes', '--no-color'], { answers: [] });
    expect(out).toContain('new OpenAI()');
    expect(out).not.toContain('From yours to ours');
  });

  it('puts the starter back and keeps every version that was there', async () => {
    const cwd = scratchFolder();
    await practice(['start', '01'], { cwd });
    const path = join(cwd, 'course-work', '01-1-first-call.mts');
    for (const text of ['first', 'second']) {
      writeFileSync(path, text);
      expect((await practice(['reset', '01'], { cwd })).exitCode).toBe(0);
    }
    expect(readFileSync(path, 'utf8')).toContain('Exercise 01.1');
    expect(readFileSync(`${path}.1.bak`, 'utf8')).toBe('first');
    expect(readFileSync(`${path}.2.bak`, 'utf8')).toBe('second');
    expect(existsSync(`${path}.3.bak`)).toBe(false);
  });
});

describe('course practice watch', { timeout: 60_000 }, () => {
  it.each([['by what the file system tells'], ['by looking', '--poll']])(
    'checks on every save, %s',
    async (_, ...flags) => {
      const cwd = scratchFolder();
      await practice(['start', '01'], { cwd });
      const path = join(cwd, 'course-work', '01-1-first-call.mts');
      const stop = new AbortController();
      let verdicts = 0;
      const watching = practice(['watch', '01', '--json', ...flags], {
        cwd,
        signal: stop.signal,
        onOut: () => {
          verdicts += 1;
          if (verdicts === 1) writeFileSync(path, solution);
          else stop.abort(new Interrupted());
        },
      });
      const { json, exitCode } = await watching;
      expect(exitCode).toBe(130);
      const checks = json().filter(({ type }) => type === 'check');
      expect(checks.map(({ passed }) => passed)).toEqual([false, true]);
    },
  );
});
