import { describe, expect, it } from 'vitest';
import { renderStepHeading } from '../../src/terminal/lesson.ts';
import { widest } from '../../src/terminal/text.ts';
import { plain } from './capture.ts';

describe('The heading of a step', () => {
  it.each([60, 80, 100])('is ruled as wide as the text below it is set: %i columns', (columns) => {
    const heading = renderStepHeading({ number: 2, total: 7, title: 'The call' }, plain(columns));
    expect(heading[1]).toMatch(/^── Step 2 of 7 · The call ─+$/);
    expect(widest(heading)).toBe(columns);
  });

  it('keeps a rule behind a title that fills the line', () => {
    const heading = renderStepHeading({ number: 1, total: 2, title: 'A'.repeat(40) }, plain(40));
    expect(heading[1]).toMatch(/A ──$/);
  });
});
