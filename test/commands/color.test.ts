import { describe, expect, it } from 'vitest';
import { type CourseOptions, runCourse } from '../helpers/course.ts';
import { simulatedClock } from '../sandbox/sandbox-under-test.ts';
import { oneStep } from './one-step.ts';

describe('Colour', () => {
  const isColored = (text: string) => text.includes('\x1b[');

  it.each<[string[], CourseOptions, boolean]>([
    [[], { isTerminal: false }, false],
    [[], { isTerminal: true }, true],
    [['--no-color'], { isTerminal: true }, false],
    [['--color'], { isTerminal: false }, true],
    [[], { isTerminal: true, env: { NO_COLOR: '1' } }, false],
    [[], { isTerminal: false, env: { FORCE_COLOR: '1' } }, true],
    [[], { isTerminal: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
    [['--color'], { isTerminal: true, env: { NO_COLOR: '1' } }, true],
    [['--no-color'], { isTerminal: false, env: { FORCE_COLOR: '1' } }, false],
  ])('with %j and %j', async (flags, options, expected) => {
    const { out, err } = await runCourse([...oneStep, ...flags], options);
    expect({ out: isColored(out), err: isColored(err) }).toEqual({ out: expected, err: expected });
    const failure = await runCourse(['lesson', '99', ...flags], options);
    expect(isColored(failure.err)).toBe(expected);
  });

  it('changes no word', async () => {
    const clock = () => simulatedClock();
    const plain = await runCourse(oneStep, { clock: clock() });
    const colored = await runCourse([...oneStep, '--color'], { clock: clock() });
    expect(colored.out.replaceAll(/\x1b\[\d+(;\d+)*m/g, '')).toBe(plain.out);
  });
});
