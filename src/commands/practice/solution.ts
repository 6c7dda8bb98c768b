import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Context } from '../../context.ts';
import { difference } from '../../practice/difference.ts';
import type { Language } from '../../practice/exercise.ts';
import { readShipped } from '../../practice/shipped.ts';
import { renderCode } from '../../terminal/code.ts';
import { renderDifference } from '../../terminal/practice.ts';
import { wrap } from '../../terminal/text.ts';
import { type OpenedExercise, openExercise, type PracticeFlags } from './open-exercise.ts';

const codeLanguages = { ts: 'ts', python: 'text', curl: 'sh' } as const;

/** `course practice solution [id]`: ours, and what it changes in the learner's file; asks first on a terminal. */
export async function solution(
  context: Context,
  id: string | undefined,
  flags: PracticeFlags,
): Promise<number> {
  const opened = await openExercise(context, id, flags);
  const { screen, exercise, wanted, work } = opened;
  const language: Language = wanted ?? work?.language ?? 'ts';
  const ours = await readShipped('solution', exercise, language, context);
  if (flags.json) {
    screen.printJson({ type: 'solution', exercise: exercise.id, language, text: ours });
    return 0;
  }
  if (!(await mayShow(opened, flags))) return 0;
  const heading = `Our solution of exercise ${exercise.id}. Yours may differ and be as right.`;
  screen.print(['', ...wrap(screen.out.theme.heading(heading), screen.out.width), '']);
  screen.print(renderCode(ours, { ...screen.out, language: codeLanguages[language] }));
  const theirs = work && (await readFile(work.path, 'utf8').catch(() => null));
  if (work && theirs !== null) {
    const path = relative(context.cwd, work.path);
    const change = screen.out.theme.heading(`From yours (-), ${path}, to ours (+)`);
    screen.print(['', ...wrap(change, screen.out.width), '']);
    screen.print(renderDifference(await difference(theirs, ours), screen.out));
  }
  return 0;
}

async function mayShow(
  { screen, exercise, isSolved }: OpenedExercise,
  { yes }: PracticeFlags,
): Promise<boolean> {
  if (!screen.isInteractive || isSolved || yes) return true;
  const { theme, width } = screen.err;
  screen.note(wrap(theme.dim(`A hint says less: course practice hint ${exercise.id}`), width));
  const prompts = await screen.prompts();
  return prompts.confirm({
    message: `Show our solution of exercise ${exercise.id}?`,
    default: false,
  });
}
