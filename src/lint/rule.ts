import type { Lesson } from '../course/lesson.ts';
import type { PracticeHost } from '../practice/observe.ts';

/** Something that is wrong with a lesson. */
export interface Problem {
  readonly lesson: string;
  /** What of it: a question, a file, a step. */
  readonly where: string;
  /** What is wrong, and what would be right. */
  readonly what: string;
}

/** What the rules look things up in. */
export interface LintSetup extends Omit<PracticeHost, 'cwd'> {
  readonly today: Date;
  readonly packageRoot: string;
  /** Names of the commands of the course. */
  readonly commands: readonly string[];
  /** Every flag of every command, such as `--fail`. */
  readonly flags: readonly string[];
}

/** Looks at all lessons for one kind of mistake. */
export interface Rule {
  /** What holds when there is no problem: `each question has one right answer`. */
  readonly name: string;
  /** Runs programs, and so takes its time. */
  readonly isSlow?: true;
  /** @throws CourseError not_supported, when something it needs is not installed: then it is skipped, and says so */
  readonly check: (lessons: readonly Lesson[], setup: LintSetup) => Promise<Problem[]> | Problem[];
}
