import type { RunFlags } from '../flags.ts';
import { differences } from '../sandbox/differences.ts';
import { renderTable } from '../terminal/table.ts';
import { wrap } from '../terminal/text.ts';
import type { Screen } from './screen.ts';

/** `course sandbox --differences`: every way in which the sandbox knowingly differs from the API. */
export function listDifferences(screen: Screen, { json }: Pick<RunFlags, 'json'>): number {
  if (json) {
    for (const { omits = {}, ...row } of differences) {
      screen.printJson({ type: 'difference', ...row, omits });
    }
    return 0;
  }
  const table = {
    head: ['area', 'the sandbox', 'the API'],
    rows: differences.map(({ area, sandbox, api }) => [area, sandbox, api]),
  };
  const { theme, width } = screen.out;
  const more = '--json also names each endpoint, parameter, event and type that is left out.';
  screen.print([...renderTable(table, screen.out), '', ...wrap(theme.dim(more), width)]);
  return 0;
}
