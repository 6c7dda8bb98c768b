import { dirname } from 'node:path';
import type { Context } from '../context.ts';
import type { RunFlags } from '../flags.ts';
import { type Scaffold, scaffold } from '../scaffold/scaffold.ts';
import { renderFacts } from '../terminal/facts.ts';
import { wrap } from '../terminal/text.ts';
import type { Layout } from '../terminal/theme.ts';
import { createScreen } from './screen.ts';

/** `course new <slug>`: writes a lesson whose prose is left to write, and says what to type next. */
export async function newLesson(context: Context, slug: string, flags: RunFlags): Promise<number> {
  const screen = createScreen(context, flags);
  const written = await scaffold(context.packageRoot, slug);
  const { lesson, folder, files } = written;
  if (flags.json) {
    screen.printJson({ type: 'new_lesson', lesson: lesson.id, slug: lesson.slug, folder, files });
    return 0;
  }
  const where = context.cwd === context.packageRoot ? '' : `, in ${context.packageRoot}`;
  screen.print([
    `Lesson ${lesson.id} is there, with its prose left to write:`,
    '',
    ...tellFiles(written, screen.out),
    ...wrap('lessons/catalog.ts and lessons/exercises.ts list it now', screen.out.width, {
      indent: '  ',
    }),
    '',
    ...wrap(`What to type next${where}:`, screen.out.width),
    '',
    ...renderFacts(
      [
        { name: 'go through it', value: `npm run dev -- lesson ${lesson.id}` },
        { name: 'what is left', value: `grep -rn 'To write' ${folder}` },
        { name: 'check it', value: `npm run dev -- lint ${lesson.id}` },
        { name: 'tell the README', value: 'npm run readme' },
      ],
      screen.out,
    ),
  ]);
  return 0;
}

/** Each folder, and below it its files. */
function tellFiles({ folder, files }: Scaffold, { theme, width }: Layout): string[] {
  const folders = [...new Set(files.map(dirname))].sort();
  return folders.flatMap((inner) => {
    const names = files
      .filter((file) => dirname(file) === inner)
      .map((file) => file.slice(inner === '.' ? 0 : inner.length + 1));
    return [
      ...wrap(inner === '.' ? folder : `${folder}/${inner}`, width, { indent: '  ' }),
      ...wrap(theme.dim(names.join('  ')), width, { indent: '    ' }),
    ];
  });
}
