import { exercises } from '../../lessons/exercises.ts';
import { systemClock } from '../../src/clock.ts';
import type { Progress } from '../../src/course/progress.ts';
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

/** The progress of a learner who has solved these exercises. */
export function solved(...ids: readonly string[]): Progress {
  const lessons: Progress['lessons'] = {};
  for (const { id, slug } of exercises.filter((entry) => ids.includes(entry.id))) {
    const lesson = id.slice(0, 2);
    const practice = { ...lessons[lesson]?.practice, [slug]: { passed: true, hints: 0 } };
    lessons[lesson] = { steps: [], place: null, quiz: {}, practice };
  }
  return { version: 1, lessons };
}
