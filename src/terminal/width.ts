import type { Environment } from '../context.ts';

/** Columns of a terminal that does not say. */
export const fallbackColumns = 80;
const fewestColumns = 20;

/** Longer lines of prose are hard to follow back to their start. */
const longestProse = 100;

/**
 * Columns to draw in: the variable COLUMNS when it is a positive whole number, then the terminal's
 * own (`columns`, undefined without one), else 80; never fewer than 20.
 */
export function contentWidth({
  env,
  columns,
}: {
  env: Environment;
  columns: number | undefined;
}): number {
  const asked = /^[1-9]\d*$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : undefined;
  return Math.max(fewestColumns, asked ?? (columns || fallbackColumns));
}

/** Columns for running text: `width`, but at most 100. */
export function proseWidth(width: number): number {
  return Math.min(width, longestProse);
}
