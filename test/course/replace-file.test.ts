import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProgressFile } from '../../src/course/progress-file.ts';
import { replaceFile } from '../../src/course/replace-file.ts';
import { packageRoot, scratchFolder } from '../helpers/course.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';

/** A file of words, and a clock of which no time passes but what is slept. */
function wordsFile() {
  const folder = scratchFolder();
  const path = join(folder, 'words');
  const lock = `${path}.lock`;
  const clock = simulatedClock();
  writeFileSync(path, '');
  const words = () => readFileSync(path, 'utf8');
  const add = (word: string, by = clock) => replaceFile(path, async () => words() + word, by);
  return { folder, path, lock, clock, words, add };
}

/** As somebody leaves a lock who is killed while holding it. @param since Unix milliseconds */
function leaveLock(lock: string, since: number, name = 'killed') {
  mkdirSync(lock, { recursive: true });
  writeFileSync(join(lock, name), 'half a te');
  utimesSync(join(lock, name), since / 1000, since / 1000);
}

const hour = 3_600_000;

describe('A file that several replace', () => {
  it('leaves nothing beside it', async () => {
    const { folder, words, add } = wordsFile();
    await add('one ');
    await add('two ');
    expect(words()).toBe('one two ');
    expect(readdirSync(folder)).toEqual(['words']);
  });

  it('loses nothing that was added in the same instant', async () => {
    const { folder, path, words } = wordsFile();
    const letters = [...'abcdefghij'];
    // Each has a clock of its own: what they wait for is the others.
    const added = letters.map((letter) =>
      replaceFile(path, async () => words() + letter, {
        now: () => 0,
        sleep: () => new Promise(setImmediate),
      }),
    );
    await Promise.all(added);
    expect([...words()].sort()).toEqual(letters);
    expect(readdirSync(folder)).toEqual(['words']);
  });

  it('stays as it is when there is nothing to write, or reading fails', async () => {
    const { folder, path, clock, words, add } = wordsFile();
    await add('one ');
    await replaceFile(path, async () => null, clock);
    const failing = async () => {
      throw new Error('unreadable');
    };
    await expect(replaceFile(path, failing, clock)).rejects.toThrow('unreadable');
    expect(words()).toBe('one ');
    expect(readdirSync(folder)).toEqual(['words']);
  });
});

describe('A lock that was left behind', () => {
  it('long ago holds nobody up', async () => {
    const { folder, lock, clock, words, add } = wordsFile();
    leaveLock(lock, clock.now() - hour);
    await add('one ');
    expect(words()).toBe('one ');
    expect(clock.slept).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['words']);
  });

  it.each([
    ['just now', 0],
    ['at a time that has not come, by another clock', hour],
  ])('%s is taken over when its holder had time enough', async (_, ahead) => {
    const { folder, lock, clock, words, add } = wordsFile();
    const start = clock.now();
    leaveLock(lock, start + ahead);
    await add('one ');
    expect(words()).toBe('one ');
    expect(clock.now() - start).toBeGreaterThanOrEqual(5_000);
    expect(clock.now() - start).toBeLessThan(6_000);
    expect(readdirSync(folder)).toEqual(['words']);
  });

  it('between two acts, with nobody in it, is nobody’s', async () => {
    const { lock, clock, words, add } = wordsFile();
    mkdirSync(lock);
    await add('one ');
    expect(words()).toBe('one ');
    expect(clock.slept).toEqual([]);
  });

  it('by somebody who wakes up again loses neither what was written meanwhile nor what is theirs', async () => {
    const { folder, path, clock, words, add } = wordsFile();
    const later = simulatedClock(clock.now() + hour);
    let tries = 0;
    await replaceFile(
      path,
      async () => {
        const before = words();
        tries += 1;
        if (tries === 1) await add('meanwhile ', later);
        return `${before}awake `;
      },
      clock,
    );
    expect(words()).toBe('meanwhile awake ');
    expect(tries).toBe(2);
    expect(readdirSync(folder)).toEqual(['words']);
  });
});

describe('A lock that others have again and again', () => {
  it('is waited for half a minute, and then it is said so', async () => {
    const { folder, path, lock, clock, add } = wordsFile();
    let holders = 0;
    const busy = {
      ...clock,
      sleep: async () => {
        clock.advance(1_000);
        holders += 1;
        leaveLock(lock, clock.now(), `holder-${holders}`);
      },
    };
    leaveLock(lock, clock.now());
    await expect(add('one ', busy)).rejects.toMatchObject({
      code: 'storage',
      message: `Other runs of the course have been saving to ${path} for 30 seconds.`,
      advice: expect.stringContaining(lock),
    });
    expect(readdirSync(folder)).toEqual(['words', 'words.lock']);
  });
});

describe('The progress of two processes', () => {
  it('keeps each step that they save at the same time', { timeout: 60_000 }, async () => {
    const folder = scratchFolder();
    const children = ['one', 'other'].map((who) => saver(folder, who));
    // Both are loaded before either begins.
    await Promise.all(children.map((child) => once(child, 'message')));
    const ends = children.map((child) => once(child, 'exit'));
    for (const child of children) child.send('go');
    expect(await Promise.all(ends)).toEqual([
      [0, null],
      [0, null],
    ]);
    const { progress } = await new ProgressFile(folder, () => new Date()).load();
    const steps = progress.lessons['01']?.steps ?? [];
    for (const who of ['one', 'other']) {
      const expected = Array.from({ length: 20 }, (_, index) => `${who}-${index}`);
      expect(steps.filter((step) => step.startsWith(who))).toEqual(expected);
    }
    expect(readdirSync(folder)).toEqual(['progress.json']);
  });
});

function saver(folder: string, who: string) {
  const program = `
    import { once } from 'node:events';
    import { ProgressFile } from '${join(packageRoot, 'dist', 'src', 'course', 'progress-file.js')}';
    const file = new ProgressFile('${folder}', () => new Date());
    process.send('ready');
    await once(process, 'message');
    for (let index = 0; index < 20; index += 1) await file.moveTo('01', 'next', '${who}-' + index);
    process.disconnect();`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
