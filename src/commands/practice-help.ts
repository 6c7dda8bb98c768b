import { readFile } from 'node:fs/promises';
import { createTwoFilesPatch } from 'diff';
import { today } from '../course-env.ts';
import { CourseError } from '../errors.ts';
import { readProgram, solutionPath, starterPath } from '../practice/programs.ts';
import {
  findWork,
  resetWork,
  startWork,
  type WorkFile,
  workFile,
} from '../practice/work-folder.ts';
import { renderCode } from '../terminal/code.ts';
import { renderDiff } from '../terminal/diff.ts';
import { renderMarkdown } from '../terminal/markdown.ts';
import { wrap } from '../terminal/text.ts';
import { modelForRole } from '../usage/roles.ts';
import type { Practice } from './practice.ts';

/** `start`: says what is to be done, and writes a file to do it in. */
export async function start(practice: Practice): Promise<number> {
  const { context, screen, listed, flags } = practice;
  const { out, prose } = screen;
  const { id, exercise } = listed;
  const file = workFile(context.cwd, listed, flags.lang ?? 'ts');
  const isNew = await startWork(file, await starter(practice, file));
  screen.print([
    '',
    ...wrap(out.theme.title(`Exercise ${id} · ${exercise.title}`), prose.width),
    '',
    ...renderMarkdown(exercise.task, prose),
    '',
    ...wrap(
      isNew
        ? `Your file: ${file.shown}. Open it in your editor, and then:`
        : `Your file is there already, and stays as it is: ${file.shown}. Go on in your editor, and then:`,
      prose.width,
    ),
    `  course practice check ${id}`,
    '',
    ...wrap(
      `To be judged on every save: course practice watch ${id}. Stuck? course practice hint ${id}`,
      prose.width,
    ),
  ]);
  return 0;
}

/** `hint`: the next one, or the one asked for. */
export async function hint({
  context,
  screen,
  listed,
  flags,
  progress,
}: Practice): Promise<number> {
  const { id, lesson, exercise } = listed;
  const seen = progress.progress.lessons[lesson.id]?.hints?.[exercise.name] ?? 0;
  const { length } = exercise.hints;
  const level = flags.level ?? Math.min(seen + 1, length);
  const text = exercise.hints[level - 1];
  if (text === undefined) {
    throw new CourseError(
      'invalid_value',
      `There is no hint ${level}.`,
      `Use --level 1 to ${length}.`,
    );
  }
  screen.print([
    '',
    screen.out.theme.heading(`Hint ${level} of ${length} for exercise ${id}`),
    ...renderMarkdown(text, screen.prose),
  ]);
  const next =
    level < length
      ? `The next one: course practice hint ${id} --level ${level + 1}`
      : `That was the last. Ours: course practice solution ${id}`;
  screen.print(['', screen.out.theme.dim(next)]);
  if (context.isInteractive)
    await progress.file.hintSeen(lesson.id, exercise.name, Math.max(seen, level));
  return 0;
}

/** `solution`: ours, after asking, and how it differs from the learner's file. */
export async function solution(practice: Practice): Promise<number> {
  const { context, screen, listed, flags } = practice;
  if (screen.isInteractive && !flags.yes) {
    const prompts = await screen.prompts();
    const message = 'Show our solution? Trying on teaches more';
    if (!(await prompts.confirm({ message, default: false }))) return 0;
  }
  const ours = await readProgram(solutionPath(listed.folder), modelToday(practice));
  screen.print(['', ...renderCode(ours, { ...screen.out, language: 'ts' })]);
  const file = await findWork(context.cwd, listed, 'ts').catch(() => null);
  if (file) {
    const theirs = await readFile(file.path, 'utf8');
    const patch = createTwoFilesPatch(file.shown, 'ours', theirs, ours, '', '', { context: 2 });
    screen.print([
      '',
      screen.out.theme.heading('From yours to ours'),
      ...renderDiff(patch, screen.out.theme),
    ]);
  }
  screen.print([
    '',
    ...wrap('There are many right programs: what is judged is what they do.', screen.prose.width),
  ]);
  return 0;
}

/** `reset`: the starter again; what was written is kept beside it. */
export async function reset(practice: Practice): Promise<number> {
  const { context, screen, listed, flags } = practice;
  const file = await findWork(context.cwd, listed, flags.lang);
  const backup = await resetWork(file, await starter(practice, file));
  screen.print(
    wrap(
      `${file.shown} is as it was at the start. What you had is kept: ${backup}`,
      screen.prose.width,
    ),
  );
  return 0;
}

/** The starter's text; says so when an exercise has none in that language. */
async function starter(practice: Practice, { language }: WorkFile): Promise<string> {
  const { folder, id } = practice.listed;
  try {
    return await readProgram(starterPath(folder, language), modelToday(practice));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new CourseError(
      'not_supported',
      `Exercise ${id} has no starter for ${language}.`,
      'Take --lang ts or --lang python, or write a file of your own and judge it: course practice check … -- sh mine.sh',
    );
  }
}

function modelToday({ context }: Practice): string {
  return context.env.OPENAI_MODEL || modelForRole('default', today(context)).model.id;
}
