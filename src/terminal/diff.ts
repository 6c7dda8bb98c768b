import { sanitize } from './sanitize.ts';
import type { Theme } from './theme.ts';

/** A unified diff, its lines coloured by what becomes of them; the signs say the same without colour. */
export function renderDiff(patch: string, theme: Theme): string[] {
  const styles = new Map([
    ['+', theme.good],
    ['-', theme.bad],
    ['@', theme.dim],
  ]);
  const [, ...lines] = sanitize(patch).trimEnd().split('\n');
  return lines.map((line) => `  ${styles.get(line.charAt(0))?.(line) ?? line}`);
}
