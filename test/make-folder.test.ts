import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../src/make-folder.ts';
import { scratchFolder } from './helpers/course.ts';

describe('makeFolder', () => {
  it('makes a folder and those above it', async () => {
    const folder = join(scratchFolder(), 'a', 'b', 'c');
    await makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it('is content with a folder that is there, also behind a link', async () => {
    const parent = scratchFolder();
    mkdirSync(join(parent, 'there'));
    symlinkSync(join(parent, 'there'), join(parent, 'link'));
    await makeFolder(join(parent, 'link'));
  });

  it('makes one folder for many at once', async () => {
    const folder = join(scratchFolder(), 'a', 'b');
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(folder)));
    expect(existsSync(folder)).toBe(true);
  });

  it.each([
    ['file', 'EEXIST'],
    ['file/below', 'EEXIST'],
    ['link', 'EEXIST'],
  ])('fails for %s with %s', async (path, code) => {
    const parent = scratchFolder();
    writeFileSync(join(parent, 'file'), '');
    symlinkSync(join(parent, 'nowhere'), join(parent, 'link'));
    await expect(makeFolder(join(parent, path))).rejects.toMatchObject({ code });
  });

  it.runIf(existsSync('/proc/self'))('ends where folders cannot be made (Linux)', async () => {
    await expect(makeFolder('/proc/nothing/below')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
