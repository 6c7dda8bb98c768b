import { describe, expect, it } from 'vitest';
import { pointsOf, streakOf } from '../../src/course/points.ts';

const now = new Date('2026-11-20T08:00:00Z');

describe('Points', () => {
  it('are ten for a step, five for a right answer and twenty for an exercise', () => {
    const practice = { mine: { passed: true, hints: 1 }, other: { passed: false, hints: 3 } };
    const lesson = { steps: ['a', 'b'], place: null, quiz: { one: true, two: false }, practice };
    expect(pointsOf({ version: 1, lessons: { '01': lesson } })).toBe(45);
    expect(pointsOf({ version: 1, lessons: {} })).toBe(0);
  });
});

describe('Days in a row', () => {
  it.each([
    [[], 0],
    [['2026-11-20'], 1],
    [['2026-11-18', '2026-11-19', '2026-11-20'], 3],
    [['2026-11-18', '2026-11-19'], 2],
    [['2026-11-17', '2026-11-20'], 1],
    [['2026-11-17', '2026-11-18'], 0],
    [['2026-11-21'], 0],
  ])('of %j are %i', (days, expected) => {
    expect(streakOf(days, now)).toBe(expected);
  });
});
