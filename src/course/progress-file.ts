import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import type { Clock } from '../context.ts';
import { CourseError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { mergeProgress } from './merge-progress.ts';
import {
  type ExerciseProgress,
  emptyExercise,
  emptyLesson,
  emptyProgress,
  isNewer,
  type LessonProgress,
  type Progress,
  readProgress,
} from './progress.ts';
import { dayOf, type Repetition, repeated } from './quiz/review.ts';
import { replaceFile } from './replace-file.ts';

/** Days that are kept, for the streak. */
const mostDays = 400;

export interface LoadedProgress {
  readonly progress: Progress;
  /** Where a file that could not be understood was moved to; null when all was well. */
  readonly setAside: string | null;
}

/** The learner's progress on disk. */
export class ProgressFile {
  readonly #folder: string;
  readonly #path: string;
  readonly #today: () => Date;
  readonly #clock: Pick<Clock, 'now' | 'sleep'>;

  /**
   * @param folder is made when the first step is saved
   * @param today the day by which repetitions are planned
   * @param clock by which it waits while another window saves
   */
  constructor(
    folder: string,
    today: () => Date,
    clock: Pick<Clock, 'now' | 'sleep'> = systemClock,
  ) {
    this.#folder = folder;
    this.#today = today;
    this.#clock = clock;
    this.#path = join(folder, 'progress.json');
  }

  /**
   * Reads it; a broken file is set aside, never overwritten.
   * @throws CourseError storage when it cannot be read or moved, or was written by a newer version
   */
  async load(): Promise<LoadedProgress> {
    const progress = await this.#read();
    if (progress) return { progress, setAside: null };
    let loaded: LoadedProgress = { progress: emptyProgress, setAside: null };
    await this.#alone('moved aside', async () => {
      loaded = await this.#loadAlone();
      return null;
    });
    return loaded;
  }

  /**
   * Notes where the learner goes on, and the step done before, if one was.
   * @param place id of a step; null after the last one
   */
  async moveTo(lesson: string, place: string | null, done?: string): Promise<void> {
    await this.#update(lesson, (before) => ({
      ...before,
      steps: done === undefined ? before.steps : [...new Set([...before.steps, done])],
      place,
    }));
  }

  /** Gives when it is asked again; null when it is not. */
  async questionAnswered(
    lesson: string,
    question: string,
    isRight: boolean,
  ): Promise<Repetition | null> {
    let next = null as Repetition | null;
    await this.#update(lesson, (done) => {
      const { [question]: before, ...others } = done.review ?? {};
      next = repeated(before, isRight, this.#today());
      const review = next ? { ...others, [question]: next } : others;
      return { ...done, quiz: { ...done.quiz, [question]: isRight }, review };
    });
    return next;
  }

  /** Notes which exercise the learner works on. */
  async exerciseOpened(exercise: string): Promise<void> {
    await this.#change((progress) => ({ ...progress, exercise }));
  }

  async exercisePassed(lesson: string, exercise: string): Promise<void> {
    await this.#practised(lesson, exercise, ({ hints }) => ({ passed: true, hints }));
  }

  /** @param hints how many of the exercise's hints have been read by now */
  async hintRead(lesson: string, exercise: string, hints: number): Promise<void> {
    await this.#practised(lesson, exercise, (before) => ({
      passed: before.passed,
      hints: Math.max(before.hints, hints),
    }));
  }

  async #practised(
    lesson: string,
    exercise: string,
    change: (before: ExerciseProgress) => ExerciseProgress,
  ): Promise<void> {
    await this.#update(lesson, (done) => {
      const before = done.practice?.[exercise] ?? emptyExercise;
      const practice = { ...done.practice, [exercise]: { ...before, ...change(before) } };
      return { ...done, practice };
    });
  }

  async #update(lesson: string, change: (before: LessonProgress) => LessonProgress): Promise<void> {
    await this.#change((progress) => {
      const lessons = {
        ...progress.lessons,
        [lesson]: change(progress.lessons[lesson] ?? emptyLesson),
      };
      const day = dayOf(this.#today());
      const days = [...new Set([...(progress.days ?? []), day])].sort().slice(-mostDays);
      return { ...progress, lessons, last: lesson, days };
    });
  }

  /** Adds what another machine has done; nothing that was done here is lost. */
  async merge(other: Progress): Promise<void> {
    await this.#change((progress) => mergeProgress(progress, other));
  }

  /** Reads once more before it writes: another window may have saved a step meanwhile. */
  async #change(change: (before: Progress) => Progress): Promise<void> {
    await this.#alone('written', async () => {
      const { progress } = await this.#loadAlone();
      return `${JSON.stringify(change(progress), null, 2)}\n`;
    });
  }

  /** While no other window saves. @param newText gives the new text of the file; null to leave it */
  async #alone(verb: string, newText: () => Promise<string | null>): Promise<void> {
    try {
      await makeFolder(this.#folder);
      await replaceFile(this.#path, newText, this.#clock);
    } catch (error) {
      throw error instanceof CourseError ? error : this.#unusable(verb, error);
    }
  }

  async #loadAlone(): Promise<LoadedProgress> {
    const progress = await this.#read();
    if (progress) return { progress, setAside: null };
    return { progress: emptyProgress, setAside: await this.#setAside() };
  }

  /** null when it is broken. */
  async #read(): Promise<Progress | null> {
    const text = await this.#readText();
    if (text === null) return emptyProgress;
    const progress = readProgress(text);
    if (!progress && isNewer(text)) throw this.#newer();
    return progress;
  }

  /** null when there is none. */
  async #readText(): Promise<string | null> {
    try {
      return await readFile(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw this.#unusable('read', error);
    }
  }

  async #setAside(): Promise<string> {
    const aside = join(this.#folder, `progress.broken-${crypto.randomUUID().slice(0, 8)}.json`);
    try {
      await rename(this.#path, aside);
    } catch (error) {
      throw this.#unusable('moved aside', error);
    }
    return aside;
  }

  #unusable(verb: string, error: unknown): CourseError {
    return new CourseError(
      'storage',
      `Your progress cannot be ${verb}: ${this.#path} (${(error as Error).message}).`,
      `Make the folder writable, or choose another one: COURSE_HOME=~/openai-course course lesson`,
      { cause: error },
    );
  }

  #newer(): CourseError {
    return new CourseError(
      'storage',
      `${this.#path} was written by a newer version of the course; this one would lose part of it.`,
      'Update the course (git pull && npm install), or keep this version apart with COURSE_HOME.',
    );
  }
}
