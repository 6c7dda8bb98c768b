import type { Context, Prompts } from '../context.ts';
import type { RunFlags } from '../flags.ts';
import type { Progress } from '../terminal/spinner.ts';
import { createTheme, decideColor, type Layout } from '../terminal/theme.ts';
import { contentWidth, proseWidth } from '../terminal/width.ts';

type ScreenFlags = Pick<RunFlags, 'color' | 'plain' | 'json'>;

/** The one writer: renderers give lines, it writes them, results to standard output and the rest to standard error. */
export interface Screen {
  /** How wide and in which colours to render for standard output. */
  readonly out: Layout;
  /** The same for standard error. */
  readonly err: Layout;
  /** For running text: lines of at most 100 columns. */
  readonly prose: Layout;
  readonly isInteractive: boolean;
  /** Of standard output. */
  readonly hasColor: boolean;
  readonly print: (lines: readonly string[]) => void;
  /** One JSON object as a line on standard output. */
  readonly printJson: (value: object) => void;
  readonly note: (lines: readonly string[]) => void;
  readonly prompts: () => Promise<Prompts>;
  /** Says on standard error what is being waited for, as the terminal allows. */
  readonly progress: () => Promise<Progress>;
}

export function createScreen(context: Context, flags: ScreenFlags): Screen {
  const { env } = context;
  // A window may be made narrower in the middle of a lesson.
  const layout = (output: Context['out'], widthOf = contentWidth): Layout => ({
    theme: createTheme({ color: hasColor(context, output, flags) }),
    get width() {
      return widthOf({ env, columns: output.columns });
    },
  });
  const out = layout(context.out);
  const err = layout(context.err);
  const isInteractive = context.isInteractive && !flags.json;
  return {
    out,
    err,
    prose: layout(context.out, (place) => proseWidth(contentWidth(place))),
    isInteractive,
    hasColor: hasColor(context, context.out, flags),
    print: (lines) => context.out.write(joined(lines)),
    printJson: (value) => context.out.write(`${JSON.stringify(value)}\n`),
    note: (lines) => context.err.write(joined(lines)),
    prompts: () =>
      context.prompts({
        style: flags.plain ? 'plain' : 'rich',
        color: hasColor(context, context.err, flags),
      }),
    progress: async () => {
      const { createProgress } = await import('../terminal/spinner.ts');
      const isLive = isInteractive && !flags.plain;
      const color = hasColor(context, context.err, flags);
      const style = isLive ? 'live' : 'silent';
      const progress = createProgress({ output: context.err, style, color });
      context.signal.addEventListener('abort', progress.stop, { once: true });
      return progress;
    },
  };
}

function hasColor({ env }: Context, { isTerminal }: Context['out'], flags: ScreenFlags): boolean {
  return decideColor({ flag: flags.color, env, isTerminal });
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
