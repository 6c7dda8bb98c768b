import type { Context } from '../context.ts';
import type { Progress } from '../course/progress.ts';
import { ProgressFile } from '../course/progress-file.ts';
import { courseHome, today } from '../course-env.ts';
import { wrap } from '../terminal/text.ts';
import type { Screen } from './screen.ts';

/** The learner's progress and its file; says so when a broken file had to be set aside. */
export async function openProgress(
  context: Context,
  screen: Screen,
): Promise<{ file: ProgressFile; progress: Progress }> {
  const home = await courseHome(context.env);
  const file = new ProgressFile(home, () => today(context), context.clock);
  const { progress, setAside } = await file.load();
  if (setAside !== null) {
    const { theme, width } = screen.err;
    const warning = `Your progress file could not be understood. It is kept as ${setAside}; the course starts a new one.`;
    screen.note(wrap(theme.warn(warning), width));
  }
  return { file, progress };
}
