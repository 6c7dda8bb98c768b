import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CourseOptions, runCourse, scratchFolder } from '../helpers/course.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';
import { change, enter, headings, leave, on, storedIn, talk, upTo } from './talk.ts';

describe('The end of the input', () => {
  it.each([
    ['at the first question', [], undefined],
    ['before a demo', [on], 'smallest-call'],
    ['after a demo', upTo[3], 'response'],
    ['while a change is asked', [...upTo[2], change, 'The prompt'], 'smallest-call'],
  ])('%s keeps the place and ends well', async (_, answers, place) => {
    const { exitCode, stored, err } = await talk(answers);
    expect(exitCode).toBe(0);
    expect(stored?.place).toBe(place);
    expect(err).not.toContain('Error');
  });

  it('in the quiz keeps the answers given', async () => {
    const { exitCode, stored } = await talk([
      ...[on, enter, on, enter, on, enter, on, on, 'Once', on, on],
      'It tells',
    ]);
    expect(exitCode).toBe(0);
    expect(stored).toMatchObject({ place: null, quiz: { key: true } });
  });
});

const toTheQuiz = [on, enter, on, enter, on, enter, on, on, 'Once', on, on];

describe('Coming back', () => {
  it('from the middle of the quiz asks what is left of it', async () => {
    const { home } = await talk([...toTheQuiz, 'It tells']);
    const { out, offered, stored } = await talk(['Go on with the quiz', 'Because `POST`'], {
      home,
    });
    expect(offered[0]).toEqual(['Go on with the quiz', 'Read the lesson again']);
    expect(headings(out)).toEqual([]);
    expect(out).toContain('Question 1 of 5');
    expect(stored).toMatchObject({ quiz: { key: true, post: false } });
  });

  it('from the middle of the quiz shows the steps again when they are wanted', async () => {
    const { home } = await talk([...toTheQuiz, 'It tells']);
    const { out } = await talk(['Read the lesson', leave], { home });
    expect(headings(out)).toEqual(['Step 1 of 7']);
  });

  it('goes on at the step where the learner left', async () => {
    const { home } = await talk([...upTo[3], leave]);
    const { out } = await talk([leave], { home });
    expect(out).toContain('You were at step 3: the lesson goes on from there.');
    expect(headings(out)).toEqual(['Step 3 of 7']);
  });

  it('without an id finds the lesson that is not finished', async () => {
    const { home } = await talk([...upTo[3], leave]);
    const { out } = await runCourse(['lesson'], {
      clock: simulatedClock(),
      answers: [enter],
      env: { COURSE_HOME: home },
    });
    expect(out).toContain('Lesson 01 · First call');
    expect(headings(out)).toEqual(['Step 3 of 7']);
  });

  it('to a lesson that is finished begins at its beginning', async () => {
    const home = scratchFolder();
    const progress = { version: 1, lessons: { '01': { steps: ['keys'], place: null, quiz: {} } } };
    writeFileSync(join(home, 'progress.json'), JSON.stringify(progress));
    const { out } = await talk([leave], { home });
    expect(headings(out)).toEqual(['Step 1 of 7']);
  });

  it('to a step that this version does not have begins at the beginning, and forgets nothing', async () => {
    const home = scratchFolder();
    const lesson = { steps: ['older'], place: 'older-still', quiz: { old: true } };
    writeFileSync(
      join(home, 'progress.json'),
      JSON.stringify({ version: 1, lessons: { '01': lesson } }),
    );
    const { out, stored } = await talk([on, enter, leave], { home });
    expect(headings(out)[0]).toBe('Step 1 of 7');
    expect(out).not.toContain('You were at step');
    expect(stored).toEqual({
      steps: ['older', 'round-trip'],
      place: 'smallest-call',
      quiz: { old: true },
    });
  });

  it('to a broken progress file begins anew, and says where the broken one is', async () => {
    const home = scratchFolder();
    writeFileSync(join(home, 'progress.json'), '{"version":1,');
    const { exitCode, err, stored } = await talk([on, enter, leave], { home });
    expect(exitCode).toBe(0);
    const [, aside = ''] = /It is kept as\s+(\S+);/.exec(err) ?? [];
    expect(readFileSync(aside, 'utf8')).toBe('{"version":1,');
    expect(stored).toMatchObject({ steps: ['round-trip'] });
  });
});

describe('Progress does not move', () => {
  it.each<[string, string[], CourseOptions]>([
    ['without a terminal', [], {}],
    ['with --step', ['--step', '2'], { answers: [] }],
    ['with --json', ['--json'], { answers: [] }],
    ['with --dry-run', ['--dry-run'], { answers: [] }],
  ])('%s', async (_, flags, options) => {
    const home = scratchFolder();
    const { exitCode } = await runCourse(['lesson', '01', ...flags], {
      clock: simulatedClock(),
      ...options,
      env: { COURSE_HOME: home },
    });
    expect(exitCode).toBe(0);
    expect(storedIn(home)).toBeUndefined();
  });
});
