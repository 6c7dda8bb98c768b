import { execFileSync } from 'node:child_process';
import { packageRoot } from './course.ts';

/** Vitest's global setup: tests of the real command run what is in the sources now, not an older build. */
export function setup(): void {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: packageRoot, stdio: 'inherit' });
}
