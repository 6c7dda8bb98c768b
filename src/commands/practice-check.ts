import { today } from '../course-env.ts';
import { type Candidate, type CheckResult, checkExercise } from '../practice/check.ts';
import { runners } from '../practice/languages.ts';
import { findWork } from '../practice/work-folder.ts';
import { renderCheck } from '../terminal/check.ts';
import { wrap } from '../terminal/text.ts';
import type { Practice } from './practice.ts';

/** `course practice check`: runs the learner's program and judges it; 1 when it does not pass. */
export async function check(practice: Practice): Promise<number> {
  const { passed } = await checkOnce(practice, await candidateOf(practice));
  return passed ? 0 : 1;
}

/** The words after `--`, else the learner's file in the language that it is written in. */
export async function candidateOf({
  context,
  listed,
  flags,
  command,
}: Practice): Promise<Candidate> {
  const { cwd } = context;
  const [program, ...args] = command;
  if (program !== undefined) return { command: [program, ...args], file: null, cwd };
  const { language, path } = await findWork(cwd, listed, flags.lang);
  return { command: runners[language].command(path), file: path, cwd };
}

export async function checkOnce(practice: Practice, candidate: Candidate): Promise<CheckResult> {
  const { context, screen, flags, listed } = practice;
  const waiting = await screen.progress();
  const total = listed.exercise.scenarios.length;
  try {
    const result = await checkExercise(listed.exercise, candidate, {
      clock: context.clock,
      today: today(context),
      env: context.env,
      signal: context.signal,
      onRun: ({ when }, number) =>
        waiting.start(`Run ${number} of ${total}: the program ${when} …`),
    });
    waiting.stop();
    if (flags.json) screen.printJson(checkJson(practice, result));
    else tell(practice, result);
    if (result.passed && context.isInteractive) {
      await practice.progress.file.exerciseSolved(listed.lesson.id, listed.exercise.name);
    }
    return result;
  } finally {
    waiting.stop();
  }
}

function checkJson({ listed }: Practice, { passed, criteria }: CheckResult) {
  return {
    type: 'check',
    exercise: listed.id,
    passed,
    criteria: criteria.map(({ name, when, passed, expected, actual }) => ({
      name: `${name}, ${when}`,
      passed,
      expected,
      actual,
    })),
  };
}

function tell({ screen, listed }: Practice, result: CheckResult): void {
  const { out } = screen;
  const failed = result.criteria.filter(({ passed }) => !passed).length;
  const { id, exercise } = listed;
  screen.print([
    '',
    ...wrap(out.theme.title(`Exercise ${id} · ${exercise.title}`), out.width),
    ...renderCheck(result, out),
    '',
    ...(result.passed
      ? [out.theme.good('Passed.'), `To compare with ours: course practice solution ${id}`]
      : [
          out.theme.bad(`Not yet: ${failed} of ${result.criteria.length} failed.`),
          `Need a nudge? course practice hint ${id}`,
        ]),
  ]);
}
