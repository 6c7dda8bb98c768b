import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { exercises } from '../../lessons/exercises.ts';
import type { Lesson } from '../course/lesson.ts';
import { textsOf } from '../course/minutes.ts';
import { lessonOf } from '../practice/catalog.ts';
import type { Problem, Rule } from './rule.ts';

/** Flags of other programs that lessons speak of. */
const foreignFlags = ['--silent', '--retry', '--no-buffer'];

export const namesExist: Rule = {
  name: 'every command, flag and file that is named exists',
  check: async (lessons, { commands, flags, packageRoot }) => {
    const problems = lessons.map(async (lesson) => {
      const prose = await proseOf(lesson);
      const unknown = [
        ...found(prose, /(?:`|^|\()course ([a-z]+)/gm)
          .filter((command) => !commands.includes(command))
          .map((command) => `there is no command "course ${command}"`),
        ...found(prose, /[`\s](--[a-z][a-z-]+)/g)
          .filter((flag) => !flags.includes(flag) && !foreignFlags.includes(flag))
          .map((flag) => `no command has the flag ${flag}`),
        ...(await missingFiles(prose, packageRoot)),
      ];
      return unknown.map((what): Problem => ({ lesson: lesson.id, where: 'prose', what }));
    });
    return (await Promise.all(problems)).flat();
  },
};

/** Everything a learner reads, the tasks and hints of exercises too. */
async function proseOf(lesson: Lesson): Promise<string> {
  const own = exercises.filter((entry) => lessonOf(entry).id === lesson.id);
  const loaded = await Promise.all(own.map(async ({ load }) => (await load()).exercise));
  const practice = loaded.flatMap(({ task, hints }) => [task, ...hints]);
  return [...textsOf(lesson), ...practice].join('\n');
}

function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];
}

async function missingFiles(prose: string, packageRoot: string): Promise<string[]> {
  const files = found(prose, /(?<![\w/.])((?:lessons|src|test)\/[\w./-]+\w|\.env\.example)/g);
  const missing = await Promise.all(
    files.map(async (file) => {
      const isThere = await access(join(packageRoot, file)).then(
        () => true,
        () => false,
      );
      return isThere ? [] : [`there is no file ${file}`];
    }),
  );
  return missing.flat();
}
