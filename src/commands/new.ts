import { basename, dirname } from 'node:path';
import type { Context } from '../context.ts';
import type { RunFlags } from '../flags.ts';
import { type Scaffold, scaffold } from '../scaffold/scaffold.ts';
import { renderFacts } from '../terminal/facts.ts';
import { wrap } from '../terminal/text.ts';
import type { Layout } from '../terminal/theme.ts';
import { createScreen } from './screen.ts';

/** `course new <slug>`: writes a lesson whose prose is left to write, and says what to type next. */
export async function newLesson(context: Context, slug: string, flags: RunFlags): Promise<number> {
  const { out, print, printJson } = createScreen(context, flags);
  const written = await scaffold(context.packageRoot, slug);
  const { lesson, folder, files } = written;
  if (flags.json) {
    printJson({ type: 'new_lesson', lesson: lesson.id, slug: lesson.slug, folder, files });
    return 0;
  }
  const where = context.cwd === context.packageRoot ? '' : `, in ${context.packageRoot}`;
  print([
    `Lesson ${lesson.id} is there, with its prose left to write:`,
    '',
    ...tellFiles(written, out),
    '  lessons/catalog.ts and lessons/exercises.ts list it now',
    '',
    ...wrap(`What to type next${where}:`, out.width),
    '',
    ...renderFacts(
      [
        { name: 'go through it', value: `npm run dev -- lesson ${lesson.id}` },
        { name: 'what is left', value: `grep -rn 'To write' lessons/${lesson.id}-*` },
        { name: 'check it', value: `npm run dev -- lint ${lesson.id}` },
        { name: 'into the README', value: 'npm run readme' },
      ],
      out,
    ),
  ]);
  return 0;
}

/** The lesson's folder, and each folder in it, with its files below. */
function tellFiles({ folder, files }: Scaffold, { theme, width }: Layout): string[] {
  const folders = [...new Set(files.map(dirname))].sort();
  return folders.flatMap((inner) => {
    const [name, indent] = inner === '.' ? [folder, '  '] : [inner, '    '];
    const names = files.filter((file) => dirname(file) === inner).map((file) => basename(file));
    return [
      `${indent}${name}`,
      ...wrap(theme.dim(names.join('  ')), width, { indent: `${indent}  ` }),
    ];
  });
}
