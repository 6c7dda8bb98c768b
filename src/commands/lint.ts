import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { findLesson, loadLessons } from '../course/catalog.ts';
import { today } from '../course-env.ts';
import type { RunFlags } from '../flags.ts';
import { type Linted, lint as lintLessons } from '../lint/lint.ts';
import { wrap } from '../terminal/text.ts';
import { createScreen, type Screen } from './screen.ts';

export interface LintFlags extends RunFlags {
  readonly quick?: boolean;
}

/** `course lint [id]`: checks one lesson or all; 1 when something is wrong. */
export async function lint(
  context: Context,
  id: string | undefined,
  flags: LintFlags,
  program: Command,
): Promise<number> {
  const screen = createScreen(context, flags);
  const lessons = id === undefined ? await loadLessons() : [(await findLesson(id).load()).lesson];
  const setup = {
    ...context,
    today: today(context),
    commands: program.commands.map((command) => command.name()),
    flags: program.commands.flatMap(({ options }) => options.map(({ long }) => long ?? '')),
  };
  let problems = 0;
  for await (const linted of lintLessons(lessons, setup, { quick: flags.quick ?? false })) {
    if (flags.json) screen.printJson(lintJson(linted));
    else tell(linted, screen);
    if (linted.type === 'checked') problems += linted.problems.length;
  }
  return problems === 0 ? 0 : 1;
}

function lintJson(linted: Linted) {
  const { rule } = linted;
  return linted.type === 'skipped'
    ? { type: 'lint', rule, passed: null, skipped: linted.because, problems: [] }
    : {
        type: 'lint',
        rule,
        passed: linted.problems.length === 0,
        skipped: null,
        problems: linted.problems,
      };
}

function tell(linted: Linted, { out, print }: Screen): void {
  const { theme, width } = out;
  const line = (mark: string, text: string) =>
    wrap(`${mark}  ${text}`, width, { hanging: '         ' });
  if (linted.type === 'skipped') {
    print(line(theme.warn('skipped'), `${linted.rule}: ${linted.because}`));
    return;
  }
  const isFine = linted.problems.length === 0;
  print(line(isFine ? theme.good('holds  ') : theme.bad('broken '), linted.rule));
  for (const { lesson, where, what } of linted.problems) {
    print(wrap(`lesson ${lesson}, ${where}: ${what}`, width, { indent: '         ' }));
  }
}
