import { systemClock } from '../../src/clock.ts';
import type { PracticeHost } from '../../src/practice/observe.ts';
import { bareEnv, endProcesses, scratchFolder } from '../helpers/course.ts';

/** What a check needs of the outside, in a folder of its own. */
export function practiceHost(overrides: Partial<PracticeHost> = {}): PracticeHost {
  return {
    clock: systemClock,
    cwd: scratchFolder(),
    env: { PATH: process.env.PATH, ...bareEnv() },
    nodePath: process.execPath,
    endProcesses,
    signal: new AbortController().signal,
    ...overrides,
  };
}
