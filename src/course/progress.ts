import { z } from 'zod';

/**
 * What the learner has done, as it stands in `progress.json`. Ids that this version does not know are kept
 * and ignored: they belong to another version of the course.
 */
export type Progress = z.infer<typeof progressSchema>;

const lessonProgressSchema = z.looseObject({
  /** Ids of the steps done, in the order in which they were. */
  steps: z.array(z.string()),
  /** Id of the step to continue at; null after the last one. */
  place: z.string().nullable(),
  /** Question id → answered right, the last time it was asked. */
  quiz: z.record(z.string(), z.boolean()),
  /** Question id → when a question that was missed is asked again. */
  review: z.record(z.string(), z.object({ stage: z.number(), due: z.string() })).optional(),
  /** Slug of an exercise → whether a program of the learner's has passed it, and how many hints were read. */
  practice: z
    .record(z.string(), z.looseObject({ passed: z.boolean(), hints: z.number() }))
    .optional(),
});

export type LessonProgress = z.infer<typeof lessonProgressSchema>;
export type ExerciseProgress = NonNullable<LessonProgress['practice']>[string];

const progressSchema = z.looseObject({
  version: z.literal(1),
  lessons: z.record(z.string(), lessonProgressSchema),
  /** Id of the lesson of which something was done last: a step, a question or an exercise. */
  last: z.string().optional(),
  /** Slug of the exercise that was last worked on. */
  exercise: z.string().optional(),
  /** The last days on which something was done, UTC, in order: `2026-11-21`. */
  days: z.array(z.string()).optional(),
});

export const emptyProgress: Progress = { version: 1, lessons: {} };
export const emptyExercise: ExerciseProgress = { passed: false, hints: 0 };
export const emptyLesson: LessonProgress = { steps: [], place: null, quiz: {} };

/** Reads progress as it was saved or exported; null when it is something else, or of a newer version. */
export function readProgress(text: string): Progress | null {
  return progressSchema.safeParse(parseJson(text)).data ?? null;
}

/** Whether a newer version of the course wrote it. */
export function isNewer(text: string): boolean {
  const version = z.looseObject({ version: z.number() }).safeParse(parseJson(text)).data?.version;
  return version !== undefined && version > emptyProgress.version;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
