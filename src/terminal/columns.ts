import { sanitize } from './sanitize.ts';
import { pad, wrap } from './text.ts';
import type { Layout } from './theme.ts';
import { proseWidth } from './width.ts';

export interface Column {
  readonly title: string;
  /** Text of a model, or a function that gives rendered lines for the columns it gets. */
  readonly body: string | ((width: number) => readonly string[]);
  /** Stands under the body, in one row with the other footers. */
  readonly footer?: string;
}

const gap = '   ';
const narrowest = 32;

/**
 * Texts side by side when each gets 32 columns or more, else one under the other. Longer lines are
 * wrapped.
 */
export function renderColumns(columns: readonly Column[], { theme, width }: Layout): string[] {
  const share = proseWidth(Math.floor((width + gap.length) / columns.length) - gap.length);
  const sideBySide = share >= narrowest;
  const parts = columns.map((column) =>
    renderColumn(column, { theme, width: sideBySide ? share : proseWidth(width) }),
  );
  if (sideBySide) return joinRows(parts, share);
  return parts.flatMap(({ above, below }, index) => [
    ...(index === 0 ? [] : ['']),
    ...above,
    ...below,
  ]);
}

interface Rendered {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

function renderColumn({ title, body, footer }: Column, { theme, width }: Layout): Rendered {
  const lines = typeof body === 'string' ? [sanitize(body)] : body(width);
  return {
    above: [...wrap(theme.heading(title), width), ...lines.flatMap((line) => wrap(line, width))],
    below: footer === undefined ? [] : wrap(theme.dim(footer), width),
  };
}

function joinRows(parts: readonly Rendered[], width: number): string[] {
  const height = Math.max(...parts.map(({ above }) => above.length));
  const stacks = parts.map(({ above, below }) => [
    ...above,
    ...Array<string>(height - above.length).fill(''),
    ...below,
  ]);
  return Array.from({ length: Math.max(...stacks.map((lines) => lines.length)) }, (_, row) =>
    stacks
      .map((lines) => pad(lines[row] ?? '', width))
      .join(gap)
      .trimEnd(),
  );
}
