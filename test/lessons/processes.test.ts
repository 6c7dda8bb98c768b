import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { loadLessons } from '../../src/course/catalog.ts';
import type { Lesson, Step } from '../../src/course/lesson.ts';
import { rightAnswer } from '../../src/course/quiz/question.ts';
import { spawnCourse } from '../helpers/child.ts';
import { runCourse } from '../helpers/course.ts';
import { keys, openTerminal, type Terminal } from '../helpers/terminal.ts';

const { enter } = keys;
const lessons = (await loadLessons()).map((lesson) => [lesson.id, lesson] as const);
const stackTrace = /^\s+at .+:\d+:\d+/m;

// Processes on a busy machine take their time.
describe.each(lessons)('Lesson %s as a process', { timeout: 90_000 }, (id, lesson) => {
  it('goes through all of its steps without a terminal', async () => {
    const { exitCode, out, err } = await spawnCourse(['lesson', id]);
    expect(exitCode, err).toBe(0);
    for (const [index, { title }] of lesson.steps.entries())
      expect(out).toContain(`── Step ${index + 1} of ${lesson.steps.length} · ${title} ─`);
    expect(out).toContain(`Question ${lesson.quiz.length} of ${lesson.quiz.length}`);
    expect(`${out}${err}`).not.toMatch(stackTrace);
    expect(out).not.toMatch(/\x1b|\r/);
  });

  it('prints JSON and nothing else with --json', async () => {
    const { exitCode, out, err } = await spawnCourse(['lesson', id, '--json']);
    expect(exitCode, err).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const exchanges = lines.filter(({ type }) => type === 'exchange');
    expect(exchanges.length).toBeGreaterThan(0);
    for (const exchange of exchanges) expect(exchange).toMatchObject({ lesson: id });
    expect(lines.at(-1)).toMatchObject({ type: 'summary', requests: exchanges.length });
    const kinds = new Set(lines.map(({ type }) => type));
    expect(
      [...kinds].filter((type) => !['exchange', 'comparison', 'summary'].includes(type)),
    ).toEqual([]);
  });

  it('is gone through on a terminal with keys, from the first step to the last question', async () => {
    const terminal = openTerminal(['lesson', id, '--latency', 'none']);
    for (const [index, step] of lesson.steps.entries()) {
      await terminal.answer(`Step ${index + 1} of ${lesson.steps.length}`, '');
      await takePart(terminal, step);
    }
    await answerQuiz(terminal, lesson);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).not.toMatch(stackTrace);
  });
});

async function takePart(terminal: Terminal, { prediction, demo }: Step): Promise<void> {
  if (prediction)
    await terminal.answer('Your guess', prediction.kind === 'number' ? `7${enter}` : enter);
  else if (demo) await terminal.answer('Press Enter to run it', enter);
  await terminal.answer('What next?', enter);
}

async function answerQuiz(terminal: Terminal, { quiz }: Lesson): Promise<void> {
  await terminal.answer('To keep in mind', '');
  for (const [index, question] of quiz.entries()) {
    await terminal.answer(`Question ${index + 1} of ${quiz.length}`, '');
    const typed = question.kind === 'choice' ? '' : rightAnswer(question);
    await terminal.answer('Your answer', typed + enter);
  }
}

describe.each(lessons)('Lesson %s', (id) => {
  it.each([60, 80, 160])('keeps within %i columns', async (columns) => {
    const { out, err } = await runCourse(['lesson', id], { env: { COLUMNS: String(columns) } });
    // Code is indented and keeps its lines.
    const lines = `${out}${err}`.split('\n').filter((line) => !line.startsWith('  '));
    const tooWide = lines.filter((line) => stringWidth(line) > columns);
    expect(tooWide).toEqual([]);
  });
});
