import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from './course.ts';

/**
 * Vitest's global setup: tests of the real command run what is in the sources now, not an older build. As with any
 * other test, it is not held up by types that do not fit: `npm run check` tells of those.
 */
export function setup(): void {
  const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  spawnSync(process.execPath, [compiler], { cwd: packageRoot, stdio: 'inherit' });
}
