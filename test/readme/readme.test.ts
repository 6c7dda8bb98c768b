import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../helpers/course.ts';
import { withGeneratedParts } from './generate.ts';

const readme = await readFile(join(packageRoot, 'README.md'), 'utf8');

test('the generated parts of the README are what the program says now (else: npm run readme)', async () => {
  expect(await withGeneratedParts(readme)).toBe(readme);
});

test('the README names each part that is generated', () => {
  for (const name of ['excerpt', 'lessons', 'commands', 'flags', 'exit-codes']) {
    expect(readme).toContain(`<!-- ${name} -->\n`);
    expect(readme).toContain(`\n<!-- /${name} -->`);
  }
});
