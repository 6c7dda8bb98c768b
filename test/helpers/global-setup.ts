import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from './course.ts';

/**
 * Vitest's global setup, and what it hands back takes it down.
 *
 * Tests of the real command run what is in the sources now, not an older build. As with any other test, it is not held up by
 * types that do not fit: `npm run check` tells of those. What tests put in temporary folders goes into one, which is removed.
 */
export function setup(): () => void {
  const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  spawnSync(process.execPath, [compiler], { cwd: packageRoot, stdio: 'inherit' });

  const scratch = mkdtempSync(join(tmpdir(), 'course-'));
  process.env.TMPDIR = scratch; // The test processes are started with it.
  return () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
