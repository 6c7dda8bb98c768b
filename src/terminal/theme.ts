import { Chalk } from 'chalk';
import type { Environment } from '../context.ts';

/** Takes text, gives the same text with or without colour around it. */
type Style = (text: string) => string;

/**
 * Styles by meaning. A style never adds or removes a character that people see, so whatever matters
 * (passed, failed, changed) must also be said in words.
 */
export interface Theme {
  readonly title: Style;
  readonly heading: Style;
  readonly strong: Style;
  readonly emphasis: Style;
  readonly dim: Style;
  readonly accent: Style;
  readonly link: Style;
  readonly code: Style;
  readonly comment: Style;
  readonly keyword: Style;
  readonly string: Style;
  readonly number: Style;
  readonly good: Style;
  readonly warn: Style;
  readonly bad: Style;
  readonly changed: Style;
}

/** What a renderer needs besides its data; `width` in terminal columns. */
export interface Layout {
  readonly theme: Theme;
  readonly width: number;
}

/**
 * The styles in the terminal's own sixteen colours, or all of them the identity when `color` is
 * false.
 */
export function createTheme({ color }: { color: boolean }): Theme {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    title: chalk.bold.cyan,
    heading: chalk.bold,
    strong: chalk.bold,
    emphasis: chalk.italic,
    dim: chalk.dim,
    accent: chalk.cyan,
    link: chalk.underline,
    code: chalk.cyan,
    comment: chalk.dim,
    keyword: chalk.magenta,
    string: chalk.green,
    number: chalk.yellow,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    changed: chalk.yellow.bold,
  };
}

/**
 * Whether to use colour: the flag (`--color`, `--no-color`), then NO_COLOR when not empty
 * (no-color.org), then FORCE_COLOR (`0` and `false` mean no, as in Node and chalk), then whether it
 * is a terminal that can.
 */
export function decideColor({
  flag,
  env,
  isTerminal,
}: {
  flag: boolean | undefined;
  env: Environment;
  isTerminal: boolean;
}): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return isTerminal && env.TERM !== 'dumb';
}
