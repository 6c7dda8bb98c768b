import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameLesson } from '../../src/scaffold/new-lesson.ts';

const named = (typed: string, taken: readonly string[] = []) => nameLesson(typed, '07', taken);

describe('The name of a new lesson', () => {
  it('gives it its number, its title and the slug of its exercise', () => {
    expect(named('tool-calls')).toEqual({
      id: '07',
      slug: 'tool-calls',
      title: 'Tool calls',
      exercise: 'try-tool-calls',
    });
  });

  it('may have the number that it gets anyway', () => {
    expect(named('07-tool-calls')).toEqual(named('tool-calls'));
  });

  it.each(['a', 'o3', 'structured-output', 'a'.repeat(18)])('may be %j', (typed) => {
    expect(named(typed).slug).toBe(typed);
  });

  it.each([
    '',
    ' ',
    'Bad Slug',
    'tools ',
    '../x',
    'a/b',
    '.',
    '-a',
    'a-',
    'a--b',
    '3d',
    '08-tools',
    '07-',
    'größe',
    "it's",
    'a\nb',
    'a'.repeat(19),
  ])('is not %j', (typed) => {
    expect(() => named(typed)).toThrow(
      expect.objectContaining({
        code: 'invalid_value',
        exitCode: 2,
        message: `A lesson cannot be called "${typed}".`,
        advice: expect.stringMatching(/at most 18 .*\nIts number comes by itself: 07\./),
      }),
    );
  });

  it('is nothing but small letters, digits and hyphens, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\da-z-]+$/)), (typed) => {
        let slug: string;
        try {
          slug = named(typed).slug;
        } catch {
          return;
        }
        expect(slug).toMatch(/^[a-z][a-z\d-]{0,17}$/);
      }),
    );
  });

  it.each([
    ['tools', 'tools'],
    ['tools', 'try-tools'],
  ])('%s is taken when something is called %s', (typed, taken) => {
    expect(() => named(typed, ['first-call', taken])).toThrow(
      expect.objectContaining({
        code: 'invalid_value',
        message: `There is a lesson or an exercise "${taken}" already.`,
      }),
    );
  });
});
