import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { loadLessons } from '../course/catalog.ts';
import { minutesOf } from '../course/minutes.ts';
import { nextLesson, stepsDone } from '../course/next-lesson.ts';
import type { RunFlags } from '../flags.ts';
import { progressText } from './list.ts';
import { openProgress } from './open-progress.ts';
import { createScreen } from './screen.ts';

/** They have entries of their own above, nothing to do without an argument, or are for authors. */
const notOffered = new Set(['lesson', 'compare', 'new', 'lint']);

/** What is offered for a command that does nothing without its argument: the arguments, and what each does. */
const withArgument: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bench: {
    async: 'what calls at once bring: times, and why',
    stream: 'what streaming brings: times, and why',
  },
};

/**
 * `course` alone: on a terminal a menu, which gives the command line that was picked; elsewhere the help.
 * @param runCommand runs another command line of the course
 */
export async function menu(
  context: Context,
  flags: RunFlags,
  program: Command,
  runCommand: (args: readonly string[]) => Promise<number>,
): Promise<number> {
  const screen = createScreen(context, flags);
  if (!screen.isInteractive) {
    program.outputHelp();
    return 0;
  }
  const { progress } = await openProgress(context, screen);
  const lessons = await loadLessons();
  const next = await nextLesson(progress);
  const begun = lessons.some((lesson) => stepsDone(lesson, progress) > 0);
  screen.print(['', screen.out.theme.title('Learn the OpenAI API by watching real requests'), '']);
  const picked = await (await screen.prompts()).select<readonly string[] | null>({
    message: 'What would you like to do?',
    choices: [
      {
        name: begun ? `Continue with lesson ${next.id}` : 'Start with lesson 01',
        value: ['lesson', next.id],
      },
      ...lessons.map((lesson) => ({
        name: `Lesson ${lesson.id} · ${lesson.title} (${minutesOf(lesson)} min, ${progressText(stepsDone(lesson, progress), lesson.steps.length)})`,
        value: ['lesson', lesson.id],
      })),
      ...program.commands.filter((command) => !notOffered.has(command.name())).flatMap(offersOf),
      { name: 'Leave', value: null },
    ],
  });
  return picked === null ? 0 : runCommand(picked);
}

function offersOf(command: Command) {
  const name = command.name();
  const lines = Object.entries(withArgument[name] ?? {}).map(([argument, does]) => ({
    name: `course ${name} ${argument}: ${does}`,
    value: [name, argument],
  }));
  const alone = { name: `course ${name}: ${command.description()}`, value: [name] };
  return lines.length > 0 ? lines : [alone];
}
