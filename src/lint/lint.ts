import type { Lesson } from '../course/lesson.ts';
import { CourseError } from '../errors.ts';
import { demosRun, demosTypeCheck, linesFit } from './demos.ts';
import { programsDoAsTheyShould } from './programs.ts';
import { namesExist } from './prose.ts';
import { questionsAreSound } from './questions.ts';
import type { LintSetup, Problem, Rule } from './rule.ts';
import { foldersMatch, idsAreUnique } from './structure.ts';

const rules: readonly Rule[] = [
  foldersMatch,
  idsAreUnique,
  questionsAreSound,
  namesExist,
  linesFit,
  demosTypeCheck,
  demosRun,
  programsDoAsTheyShould,
];

/** What came of one rule. */
export type Linted =
  | { readonly type: 'checked'; readonly rule: string; readonly problems: readonly Problem[] }
  | { readonly type: 'skipped'; readonly rule: string; readonly because: string };

/** Checks lessons, rule by rule. @param quick leaves out the rules that run programs */
export async function* lint(
  lessons: readonly Lesson[],
  setup: LintSetup,
  { quick }: { readonly quick: boolean },
): AsyncGenerator<Linted> {
  for (const { name: rule, isSlow, check } of rules) {
    if (quick && isSlow) {
      yield { type: 'skipped', rule, because: 'it runs programs, and --quick was said' };
      continue;
    }
    try {
      yield { type: 'checked', rule, problems: await check(lessons, setup) };
    } catch (error) {
      if (!(error instanceof CourseError) || error.code !== 'not_supported') throw error;
      yield { type: 'skipped', rule, because: error.message };
    }
  }
}
