import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProgressFile } from '../../src/course/progress-file.ts';
import { scratchFolder } from '../helpers/course.ts';

const now = new Date('2026-11-20T12:00:00Z');
const nothing = { version: 1, lessons: {} };

function folderWith(text: string) {
  const folder = scratchFolder();
  const path = join(folder, 'progress.json');
  writeFileSync(path, text);
  return { folder, path, file: new ProgressFile(folder, () => now) };
}

const storedIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'progress.json'), 'utf8'));

describe('Progress', () => {
  it('is nothing at first, and reading it makes no file', async () => {
    const folder = join(scratchFolder(), 'not', 'yet');
    expect(await new ProgressFile(folder, () => now).load()).toEqual({
      progress: nothing,
      setAside: null,
    });
    expect(() => statSync(folder)).toThrow('ENOENT');
  });

  it('keeps each step once, in the order done, and the place to go on', async () => {
    const folder = join(scratchFolder(), 'made', 'when needed');
    const file = new ProgressFile(folder, () => now);
    await file.moveTo('01', 'two', 'one');
    await file.moveTo('01', 'three', 'two');
    await file.moveTo('01', 'two');
    await file.moveTo('01', 'three', 'two');
    const { progress } = await new ProgressFile(folder, () => now).load();
    expect(progress.lessons).toEqual({ '01': { steps: ['one', 'two'], place: 'three', quiz: {} } });
  });

  it('has no place after the last step', async () => {
    const file = new ProgressFile(scratchFolder(), () => now);
    await file.moveTo('01', null, 'last');
    expect((await file.load()).progress.lessons['01']?.place).toBeNull();
  });

  it('remembers the latest answer to a question', async () => {
    const file = new ProgressFile(scratchFolder(), () => now);
    await file.questionAnswered('01', 'key', false);
    await file.questionAnswered('01', 'post', true);
    await file.questionAnswered('01', 'key', true);
    expect((await file.load()).progress.lessons['01']?.quiz).toEqual({ key: true, post: true });
  });

  it('keeps what another version of the course has written', async () => {
    const other = {
      version: 1,
      theme: 'dark',
      lessons: {
        '99-gone': { steps: ['x'], place: 'y', quiz: { z: true }, minutes: 4 },
        '01': { steps: ['step-of-later'], place: 'unknown', quiz: {}, note: 'mine' },
      },
    };
    const { folder, file } = folderWith(JSON.stringify(other));
    await file.moveTo('01', 'two', 'one');
    expect(storedIn(folder)).toEqual({
      ...other,
      last: '01',
      days: ['2026-11-20'],
      lessons: {
        ...other.lessons,
        '01': { steps: ['step-of-later', 'one'], place: 'two', quiz: {}, note: 'mine' },
      },
    });
  });

  it('of two windows is one: neither loses the steps of the other', async () => {
    const folder = scratchFolder();
    const [one, other] = [new ProgressFile(folder, () => now), new ProgressFile(folder, () => now)];
    await Promise.all([one.load(), other.load()]);
    await one.moveTo('01', 'b', 'a');
    await other.moveTo('02', 'd', 'c');
    await one.questionAnswered('02', 'key', true);
    expect(storedIn(folder).lessons).toEqual({
      '01': { steps: ['a'], place: 'b', quiz: {} },
      '02': { steps: ['c'], place: 'd', quiz: { key: true }, review: {} },
    });
  });

  it('is a whole file after writes at the same moment, with nothing left beside it', async () => {
    const folder = scratchFolder();
    const places = Array.from({ length: 20 }, (_, index) => `step-${index}`);
    await Promise.all(
      places.map((place) => new ProgressFile(folder, () => now).moveTo('01', place)),
    );
    expect(places).toContain(storedIn(folder).lessons['01'].place);
    expect(readdirSync(folder)).toEqual(['progress.json']);
  });

  it('can be read by its owner only', async () => {
    const folder = scratchFolder();
    await new ProgressFile(folder, () => now).moveTo('01', 'one');
    expect(statSync(join(folder, 'progress.json')).mode & 0o777).toBe(0o600);
  });
});

describe('A progress file that cannot be understood', () => {
  it.each([
    ['cut in the middle', '{"version":1,"lessons":{"01":{"st'],
    ['empty', ''],
    ['binary', '\u0000\u0001\uFFFD'],
    ['a list', '[]'],
    ['null', 'null'],
    ['without a version', '{"lessons":{}}'],
    ['of a version that never was', '{"version":0,"lessons":{}}'],
    ['with a version that is no number', '{"version":"2","lessons":{}}'],
    ['with steps that are no list', '{"version":1,"lessons":{"01":{"steps":"one"}}}'],
    [
      'with a place that is a number',
      '{"version":1,"lessons":{"01":{"steps":[],"place":3,"quiz":{}}}}',
    ],
  ])('because it is %s is set aside whole, and named', async (_, text) => {
    const { folder, file } = folderWith(text);
    const { progress, setAside } = await file.load();
    expect(progress).toEqual(nothing);
    expect(setAside).toMatch(/progress\.broken-[\da-f]{8}\.json$/);
    expect(readFileSync(setAside ?? '', 'utf8')).toBe(text);
    expect(readdirSync(folder)).toHaveLength(1);
    await file.moveTo('01', 'two', 'one');
    expect(readFileSync(setAside ?? '', 'utf8')).toBe(text);
    expect(storedIn(folder).lessons['01'].steps).toEqual(['one']);
  });

  it('because it breaks between two steps is set aside too', async () => {
    const { folder, path, file } = folderWith(JSON.stringify(nothing));
    await file.load();
    writeFileSync(path, 'broken');
    await file.moveTo('01', 'two', 'one');
    const aside = readdirSync(folder).find((name) => name.startsWith('progress.broken-')) ?? '';
    expect(readFileSync(join(folder, aside), 'utf8')).toBe('broken');
  });
});

describe('Progress that cannot be kept', () => {
  const message = (failure: unknown) => (failure as Error).message;

  it('because a newer version wrote it is refused, and left as it was', async () => {
    const text = '{"version":2,"lessons":[]}';
    const { folder, path, file } = folderWith(text);
    const refused = {
      code: 'storage',
      exitCode: 1,
      message: expect.stringContaining('newer version'),
    };
    await expect(file.load()).rejects.toMatchObject(refused);
    await expect(file.moveTo('01', 'two', 'one')).rejects.toMatchObject(refused);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['progress.json']);
  });

  it('because its folder is a file says which, and what to do', async () => {
    const blocked = join(scratchFolder(), 'a file');
    writeFileSync(blocked, 'precious');
    const failure = await new ProgressFile(blocked, () => now)
      .load()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'storage', exitCode: 1 });
    expect(message(failure)).toContain(join(blocked, 'progress.json'));
    expect(failure).toHaveProperty('advice', expect.stringContaining('COURSE_HOME='));
    expect(readFileSync(blocked, 'utf8')).toBe('precious');
  });

  it('because a folder stands in its place loses nothing', async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'progress.json', 'inside'), { recursive: true });
    await expect(new ProgressFile(folder, () => now).load()).rejects.toMatchObject({
      code: 'storage',
    });
    await expect(new ProgressFile(folder, () => now).moveTo('01', 'a')).rejects.toMatchObject({
      code: 'storage',
    });
    expect(readdirSync(folder)).toEqual(['progress.json']);
  });

  it('because the folder cannot be made fails when it is written, with nothing left behind', async () => {
    const parent = scratchFolder();
    const folder = join(parent, 'link');
    symlinkSync(join(parent, 'nowhere'), folder);
    const file = new ProgressFile(folder, () => now);
    expect((await file.load()).progress).toEqual(nothing);
    const failure = await file.moveTo('01', 'a').catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'storage' });
    expect(message(failure)).toContain('cannot be written');
    expect(readdirSync(parent)).toEqual(['link']);
  });
});
