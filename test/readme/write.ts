/** `npm run readme`: writes the generated parts of README.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../helpers/course.ts';
import { withGeneratedParts } from './generate.ts';

const path = join(packageRoot, 'README.md');
await writeFile(path, await withGeneratedParts(await readFile(path, 'utf8')));
