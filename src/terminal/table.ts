import { type Align, pad, widest, wrap } from './text.ts';
import type { Layout } from './theme.ts';

/**
 * Cells may carry styles; foreign text in them must be sanitized. A cell that a row lacks is empty.
 */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** By column, `left` where nothing is said. Columns to the right (numbers) are never wrapped. */
  readonly align?: readonly Align[];
  /** Columns that a narrow table does without, by their head, the most dispensable first. */
  readonly dispensable?: readonly string[];
}

const gap = '  ';
/**
 * A column of text narrower than this is harder to read than the same row as `head: cell` lines.
 */
const narrowestText = 16;

/**
 * A table without boxes, columns as wide as their cells. Too wide for `width`, the widest columns
 * of text are wrapped, then dispensable ones left out; where that does not do, each row becomes a
 * block of `head: cell` lines, without its empty cells.
 */
export function renderTable(table: Table, { theme, width }: Layout): string[] {
  for (const narrower of narrowed(table)) {
    const widths = fitColumns(narrower, width);
    if (!widths) continue;
    const head = narrower.head.map((cell) => theme.dim(cell));
    return [head, ...narrower.rows].flatMap((row) => renderRow(row, widths, narrower.align));
  }
  return renderRecords(table, { theme, width });
}

/** The table, then the same without its dispensable columns, one fewer each time. */
function narrowed(table: Table): Table[] {
  const { head, rows, align = [], dispensable = [] } = table;
  const dropped = dispensable.map((_, index) => dispensable.slice(0, index + 1));
  return [[], ...dropped].map((names) => {
    const isKept = (_: unknown, column: number) => !names.includes(head[column] ?? '');
    return {
      head: head.filter(isKept),
      rows: rows.map((row) => row.filter(isKept)),
      align: head.map((_, column) => align[column] ?? 'left').filter(isKept),
    };
  });
}

/** The width of each column, or undefined when they do not fit side by side. */
function fitColumns({ head, rows, align }: Table, width: number): number[] | undefined {
  const columns = head.map((name, index) => [name, ...rows.map((row) => row[index] ?? '')]);
  const widths = columns.map((cells) => widest(cells.flatMap((cell) => cell.split('\n'))));
  const least = widths.map((natural, index) =>
    align?.[index] === 'right'
      ? natural
      : Math.min(natural, Math.max(narrowestText, longestWord(columns[index] ?? []))),
  );
  const room = width - gap.length * (head.length - 1);
  for (let excess = sum(widths) - room; excess > 0; excess--) {
    const shrinkable = widths.map((columns, index) =>
      columns > (least[index] ?? 0) ? columns : 0,
    );
    const most = Math.max(...shrinkable);
    if (most === 0) return undefined;
    widths[shrinkable.indexOf(most)] = most - 1;
  }
  return widths;
}

function longestWord(cells: readonly string[]): number {
  return widest(cells.flatMap((cell) => cell.split(/\s+/)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function renderRow(
  row: readonly string[],
  widths: readonly number[],
  align: readonly Align[] = [],
): string[] {
  const cells = widths.map((width, index) => wrap(row[index] ?? '', width));
  const height = Math.max(0, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => pad(lines[line] ?? '', widths[index] ?? 0, align[index]))
      .join(gap)
      .trimEnd(),
  );
}

function renderRecords({ head, rows }: Table, { theme, width }: Layout): string[] {
  return rows.flatMap((row, index) => {
    const lines = head.flatMap((name, column) =>
      row[column] ? wrap(`${theme.dim(`${name}:`)} ${row[column]}`, width, { hanging: gap }) : [],
    );
    return index === 0 ? lines : ['', ...lines];
  });
}
