import type { Choices, Draw } from './sampling.ts';

/** First lines: `$subject` takes as many syllables as the place in the list, from 1, says; five in all. */
const firstLines: readonly Choices[] = [['Only $subject, alone', 'Quietly, $subject']];
void firstLines;
export function haikuAbout(_subject: string, _draw: Draw, own?: readonly string[]): string {
  return (own ?? []).join('\n');
}
