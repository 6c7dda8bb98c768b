/**
 * The parts of README.md that the program itself knows. `npm run readme` writes them; a test fails when they
 * are out of date. Each stands between `<!-- name -->` and `<!-- /name -->`.
 */
import type { Argument, Command, Option } from 'commander';
import { loadLessons } from '../../src/course/catalog.ts';
import { minutesOf } from '../../src/course/minutes.ts';
import { errorCodes } from '../../src/errors.ts';
import { createProgram } from '../../src/program.ts';
import { runCourse } from '../helpers/course.ts';

/** Gives the README with its generated parts made anew. */
export async function withGeneratedParts(readme: string): Promise<string> {
  const program = createProgram({
    version: '',
    output: {},
    afterDashes: [],
    onChosen: () => {},
    runCommand: async () => 0,
  });
  const parts = {
    excerpt: await excerpt(),
    lessons: await lessonTable(),
    commands: commandTable(program),
    flags: flagTables(program),
    'exit-codes': exitCodeTable(),
  };
  return Object.entries(parts).reduce(
    (text, [name, part]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`),
        (_, start: string, end: string) => `${start}${part}${end}`,
      ),
    readme,
  );
}

/** What a newcomer sees; on a clock that only waiting moves, so that the page does not change by itself. */
async function excerpt(): Promise<string> {
  let now = Date.UTC(2026, 10, 21);
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
    timer: () => ({ refresh: () => {}, clear: () => {} }),
  };
  const args = ['lesson', '01', '--step', '2'];
  const { out } = await runCourse([...args, '--latency', 'realistic'], {
    env: { COURSE_SEED: '1' },
    clock,
  });
  return `\`\`\`text\n$ npx course ${args.join(' ')}\n${out.trim()}\n\`\`\``;
}

async function lessonTable(): Promise<string> {
  const lessons = await loadLessons();
  return table(
    ['lesson', 'title', 'minutes', 'afterwards you can'],
    lessons.map((lesson) => [
      lesson.id,
      lesson.title,
      String(minutesOf(lesson)),
      lesson.goals.join('; '),
    ]),
  );
}

function commandTable({ commands }: Command): string {
  return table(
    ['command', 'does'],
    commands.map((command) => [`\`${usageOf(command)}\``, command.description()]),
  );
}

function usageOf(command: Command): string {
  const args = command.registeredArguments.map(shownArgument).join('');
  return `course ${command.name()}${args}`;
}

/** Every flag once, with the commands that take it. */
function flagTables({ commands }: Command): string {
  const flags = new Map<string, { option: Option; takenBy: string[] }>();
  for (const command of commands) {
    for (const option of command.options) {
      const known = flags.get(option.flags) ?? { option, takenBy: [] };
      flags.set(option.flags, { ...known, takenBy: [...known.takenBy, command.name()] });
    }
  }
  return table(
    ['flag', 'does', 'for'],
    [...flags.values()].map(({ option, takenBy }) => [
      `\`${option.flags.replaceAll('|', '\\|')}\``,
      describe(option),
      takenBy.length === commands.length ? 'every command' : takenBy.join(', '),
    ]),
  );
}

function describe({ description, argChoices, defaultValue, negate }: Option): string {
  const choices = argChoices ? `: ${argChoices.join(', ')}` : '';
  const preset = defaultValue === undefined || negate ? '' : ` (default: ${defaultValue})`;
  return `${description}${choices}${preset}`;
}

function exitCodeTable(): string {
  const byExit = new Map<number, string[]>();
  for (const [code, exit] of Object.entries(errorCodes)) {
    byExit.set(exit, [...(byExit.get(exit) ?? []), code]);
  }
  return table(
    ['exit', '`error.code` with `--json`'],
    [...byExit]
      .sort(([a], [b]) => a - b)
      .map(([exit, codes]) => [String(exit), codes.map((code) => `\`${code}\``).join(' ')]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** As `--help` shows it. */
function shownArgument(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? ` <${name}>` : ` [${name}]`;
}
