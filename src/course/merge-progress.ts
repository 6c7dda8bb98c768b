import type { Progress } from './progress.ts';

type LessonProgress = Progress['lessons'][string];

/** Both together: what was done in one of them is done, and where they disagree about a place, ours stays. */
export function mergeProgress(ours: Progress, theirs: Progress): Progress {
  const ids = new Set([...Object.keys(ours.lessons), ...Object.keys(theirs.lessons)]);
  const lessons = [...ids]
    .sort()
    .map((id) => [id, mergeLesson(ours.lessons[id], theirs.lessons[id])]);
  const days = [...new Set([...(ours.days ?? []), ...(theirs.days ?? [])])].sort();
  return { ...theirs, ...ours, lessons: Object.fromEntries(lessons), days };
}

function mergeLesson(
  ours: LessonProgress = nothing,
  theirs: LessonProgress = nothing,
): LessonProgress {
  return {
    ...theirs,
    ...ours,
    steps: [...new Set([...ours.steps, ...theirs.steps])],
    place: ours.steps.length > 0 ? ours.place : theirs.place,
    quiz: { ...theirs.quiz, ...ours.quiz },
    review: { ...theirs.review, ...ours.review },
    practice: mergePractice(ours.practice, theirs.practice),
  };
}

type PracticeProgress = NonNullable<LessonProgress['practice']>;

function mergePractice(ours: PracticeProgress = {}, theirs: PracticeProgress = {}) {
  const merged = { ...theirs };
  for (const [slug, { passed, hints }] of Object.entries(ours)) {
    const other = theirs[slug];
    merged[slug] = {
      ...other,
      ...ours[slug],
      passed: passed || (other?.passed ?? false),
      hints: Math.max(hints, other?.hints ?? 0),
    };
  }
  return merged;
}

const nothing: LessonProgress = { steps: [], place: null, quiz: {} };
