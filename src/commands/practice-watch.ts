import { CourseError } from '../errors.ts';
import { watchSaves } from '../practice/saves.ts';
import type { Practice } from './practice.ts';
import { candidateOf, checkOnce } from './practice-check.ts';

/** Editors write a file in several steps; a check waits until they are done. Milliseconds. */
const settleMs = 150;

/** `watch`: checks now and after every save, until Ctrl-C. What was printed before stays where it is. */
export async function watch(practice: Practice): Promise<number> {
  const { context, screen, flags } = practice;
  const { clock, signal } = context;
  const candidate = await candidateOf(practice);
  if (candidate.file === null) throw nothingToWatch();
  const saves = await watchSaves(candidate.file, { clock, signal, polls: flags.poll ?? false });
  try {
    for (;;) {
      await checkOnce(practice, candidate);
      screen.note(['', screen.err.theme.dim('Waiting for you to save the file. Ctrl-C ends it.')]);
      await saves.next();
      await clock.sleep(settleMs, signal);
    }
  } finally {
    saves.close();
  }
}

function nothingToWatch(): CourseError {
  return new CourseError(
    'usage',
    'A command has no file whose saves could be watched.',
    'Leave it out to watch your file in course-work, or judge the command once: course practice check … -- …',
  );
}
