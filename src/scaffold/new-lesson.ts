import { CourseError } from '../errors.ts';

/** What a lesson is called before anything of it is written. */
export interface NewLesson {
  /** Two digits: `07`. */
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** The slug of its first exercise. */
  readonly exercise: string;
}

/** In characters: with more, the lesson's line in the catalog is wider than the 100 columns of our sources. */
const longestSlug = 18;

export const slugRules = `Use small letters, digits and single hyphens, a letter first, at most ${longestSlug} characters: course new tool-calls`;

/**
 * Names a lesson.
 * @param typed a slug, or a folder such as `07-tool-calls` when the number is the next one
 * @param id the next number
 * @param taken slugs of lessons and exercises
 * @throws CourseError invalid_value
 */
export function nameLesson(typed: string, id: string, taken: readonly string[]): NewLesson {
  const slug = typed.startsWith(`${id}-`) ? typed.slice(id.length + 1) : typed;
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(slug) || slug.length > longestSlug) {
    throw new CourseError(
      'invalid_value',
      `A lesson cannot be called "${typed}".`,
      `${slugRules}\nIts number comes by itself: ${id}.`,
    );
  }
  const exercise = `try-${slug}`;
  const clash = [slug, exercise].find((name) => taken.includes(name));
  if (clash !== undefined) {
    throw new CourseError(
      'invalid_value',
      `There is a lesson or an exercise "${clash}" already.`,
      'Choose another name. Those that are taken: course list, course practice',
    );
  }
  return { id, slug, title: titleOf(slug), exercise };
}

/** `tool-calls` is `Tool calls`. */
function titleOf(slug: string): string {
  return `${slug.charAt(0).toUpperCase()}${slug.slice(1).replaceAll('-', ' ')}`;
}
