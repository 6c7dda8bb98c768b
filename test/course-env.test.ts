import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseHome, readSeed, today } from '../src/course-env.ts';
import { simulatedClock } from './sandbox/sandbox-under-test.ts';

const clock = simulatedClock(Date.UTC(2026, 10, 20, 12));

describe('COURSE_NOW', () => {
  it.each([
    ['2027-01-14', '2027-01-14T00:00:00.000Z'],
    ['2027-01-13T23:59:59Z', '2027-01-13T23:59:59.000Z'],
    ['2027-01-14T01:00:00+02:00', '2027-01-13T23:00:00.000Z'],
  ])('of %s sets the day', (set, expected) => {
    expect(today({ env: { COURSE_NOW: set }, clock }).toISOString()).toBe(expected);
  });

  it.each([{}, { COURSE_NOW: '' }])('left out (%j) means the clock’s time', (env) => {
    expect(today({ env, clock }).toISOString()).toBe('2026-11-20T12:00:00.000Z');
  });

  it.each(['tomorrow', '2027-13-01', '14.01.2027'])('of "%s" is refused', (set) => {
    expect(() => today({ env: { COURSE_NOW: set }, clock })).toThrow(
      expect.objectContaining({ code: 'invalid_value', exitCode: 2 }),
    );
  });
});

describe('COURSE_SEED', () => {
  it.each([
    ['7', 7],
    ['0', 0],
    ['', null],
    [undefined, null],
  ])('of %j is %j', (set, expected) => {
    expect(readSeed({ COURSE_SEED: set })).toBe(expected);
  });

  it.each(['seven', '-1', '1.5', '1e3', '99999999999'])('of "%s" is refused', (set) => {
    expect(() => readSeed({ COURSE_SEED: set })).toThrow(
      expect.objectContaining({ code: 'invalid_value', message: expect.stringContaining(set) }),
    );
  });
});

describe('The folder for progress', () => {
  it('is COURSE_HOME', async () => {
    expect(await courseHome({ COURSE_HOME: '/elsewhere' })).toBe('/elsewhere');
  });

  it('is the platform’s own otherwise', async () => {
    const folder = await courseHome({});
    expect(isAbsolute(folder)).toBe(true);
    expect(folder).toMatch(/openai-course/);
  });
});
