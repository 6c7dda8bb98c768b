import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../helpers/course.ts';
import { keys, openTerminal, type Terminal } from '../helpers/terminal.ts';

const { enter, down, ctrlC, ctrlD } = keys;
const hideCursor = '\x1b[?25l';
const showCursor = '\x1b[?25h';
const stackTrace = /^\s+at .+:\d+:\d+/m;

const seesCursor = (terminal: Terminal) =>
  terminal.raw().lastIndexOf(showCursor) >= terminal.raw().lastIndexOf(hideCursor);

const now = () => performance.now();

// Processes on a busy machine take their time.
describe('On a real terminal', { timeout: 60_000 }, () => {
  it('a learner goes from the menu through lesson 01 to the quiz with a few keys', async () => {
    const home = scratchFolder();
    const terminal = openTerminal([], { env: { COURSE_HOME: home } });
    await terminal.answer('What would you like to do?', enter);
    await terminal.answer('Step 1 of 7', '');
    await terminal.answer('What next?', enter);
    await terminal.answer('Press Enter to run it', enter);
    await terminal.answer('It prints (answers are simulated):', '');
    await terminal.answer('What next?', enter);
    await terminal.answer('Your guess, in tokens', `12${enter}`);
    await terminal.answer('You guessed 12 tokens: right.', '');
    await terminal.answer('What next?', enter);
    await terminal.answer('Press Enter to run it', enter);
    await terminal.answer('What next?', enter);
    await terminal.answer('Step 5 of 7', '');
    await terminal.answer('What next?', enter);
    await terminal.answer('Your guess', down + enter);
    await terminal.answer('it was "Once"', '');
    await terminal.answer('What next?', enter);
    await terminal.answer('What next?', enter);
    await terminal.answer('To keep in mind', '');
    await terminal.answer('Question 1 of 6', '');
    await terminal.answer('Your answer', down + enter);
    await terminal.answer('Right.', '');
    await terminal.answer('Your answer', ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(terminal.text()).not.toMatch(stackTrace);
    const { lessons } = JSON.parse(readFileSync(join(home, 'progress.json'), 'utf8'));
    expect(lessons['01'].steps).toHaveLength(7);
    expect(lessons['01'].quiz).toEqual({ key: true });
  });

  it('Ctrl-C at a question ends it with 130 and shows the cursor', async () => {
    const terminal = openTerminal(['lesson', '01']);
    await terminal.answer('What next?', ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(seesCursor(terminal)).toBe(true);
    expect(terminal.text()).not.toMatch(stackTrace);
    expect(terminal.text()).not.toContain('Error');
  });

  it('Ctrl-C while an answer is awaited ends it within a second or so', async () => {
    const terminal = openTerminal(['lesson', '01', '--step', '2', '--latency', '60000']);
    await terminal.answer('Waiting for gpt-4o-mini', ctrlC);
    const pressedAt = now();
    expect(await terminal.ended).toBe(130);
    expect(now() - pressedAt).toBeLessThan(2000);
    expect(terminal.raw()).toContain(hideCursor);
    expect(seesCursor(terminal)).toBe(true);
    expect(terminal.text()).not.toMatch(stackTrace);
    expect(terminal.text()).not.toContain('Error');
  });

  it('Ctrl-D at a question leaves and keeps the place', async () => {
    const home = scratchFolder();
    const terminal = openTerminal(['lesson', '01'], { env: { COURSE_HOME: home } });
    await terminal.answer('What next?', enter);
    await terminal.answer('Press Enter to run it', ctrlD);
    expect(await terminal.ended).toBe(0);
    expect(seesCursor(terminal)).toBe(true);
    const { lessons } = JSON.parse(readFileSync(join(home, 'progress.json'), 'utf8'));
    expect(lessons['01'].place).toBe('smallest-call');
  });

  it('--plain only appends lines: nothing moves the cursor, and choices are numbers', async () => {
    const terminal = openTerminal(['lesson', '01', '--plain', '--no-color']);
    await terminal.answer('Number from 1 to 2', `1${enter}`);
    await terminal.answer('Press Enter to run it', enter);
    await terminal.answer('It prints (answers are simulated):', '');
    await terminal.answer('Number from 1 to 6', `6${enter}`);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toContain('Your place is kept.');
    expect(terminal.raw()).not.toContain('\x1b');
  });

  it('CI turns the conversation off', async () => {
    const terminal = openTerminal(['lesson', '01'], { env: { CI: 'true' } });
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toContain('Question 6 of 6');
    expect(terminal.text()).not.toContain('What next?');
  });

  it.each([60, 120])('lines are as wide as its %i columns at most', async (columns) => {
    const terminal = openTerminal(['lesson', '01', '--yes', '--plain'], { columns });
    expect(await terminal.ended).toBe(0);
    const prose = terminal
      .text()
      .split(/\r?\n/)
      .filter((line) => !line.startsWith('  '));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(columns);
    expect(Math.max(...prose.map((line) => line.length))).toBeGreaterThan(50);
  });
});
