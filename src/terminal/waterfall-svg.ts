import { formatMs } from './format.ts';
import type { WaterfallRow } from './waterfall.ts';

export interface WaterfallPicture {
  readonly title: string;
  /** What the picture shows, in sentences: for a screen reader, and as a caption. */
  readonly description: readonly string[];
  readonly rows: readonly WaterfallRow[];
  readonly wallMs: number;
}

const width = 960;
const margin = 24;
const nameWidth = 44;
const timeWidth = 72;
const titleHeight = 40;
const captionLine = 18;
const axisHeight = 28;
const legendHeight = 30;
/** Of a row, in pixels; many rows get lower, and then have no text of their own. */
const tallestRow = 20;
const lowestRow = 3;
const mostHeight = 1200;
const leastForText = 11;

const charactersALine = 130;
const ticks = 5;

type Part = 'queued' | 'waiting' | 'writing' | 'refused' | 'pausing' | 'failed';

const legend: Readonly<Record<Part, string>> = {
  queued: 'queued',
  waiting: 'waiting for the first token',
  writing: 'streaming',
  refused: 'attempt that failed',
  pausing: 'waiting to try again',
  failed: 'failed',
};

/** A waterfall as an SVG file that needs nothing else: it follows the viewer's light or dark scheme. */
export function waterfallSvg({ title, description, rows, wallMs }: WaterfallPicture): string {
  const rowHeight = Math.max(
    lowestRow,
    Math.min(tallestRow, mostHeight / Math.max(1, rows.length)),
  );
  const caption = description.flatMap((sentence) => breakLine(sentence));
  const top = margin + titleHeight + caption.length * captionLine + legendHeight;
  const bottom = top + rows.length * rowHeight;
  const height = Math.ceil(bottom + axisHeight + margin);
  const left = margin + nameWidth;
  const x = (ms: number) => left + (ms / Math.max(1, wallMs)) * (width - left - margin - timeWidth);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description.join(' '))}</desc>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    text(margin, margin + 16, 'title', title),
    ...caption.map((line, index) =>
      text(margin, margin + titleHeight + index * captionLine, 'caption', line),
    ),
    ...legendParts(rows, top - legendHeight + 8),
    ...axis(wallMs, x, { top, bottom }),
    ...rows.flatMap((row, index) => drawRow(row, top + index * rowHeight, rowHeight, x)),
    '</svg>',
  ].join('\n')}\n`;
}

const style = `
:root{color-scheme:light dark}
text{font:13px ui-sans-serif,system-ui,sans-serif;fill:#1b1f24}
.title{font-size:18px;font-weight:600}
.small{font-size:11px;fill:#57606a}
.paper{fill:#fff}
.line{stroke:#d0d7de;stroke-width:1}
.queued{fill:#eaeef2}.waiting{fill:#9ec5fe}.writing{fill:#0b5ed7}
.refused{fill:#e8590c}.pausing{fill:#ffd8a8}.failed{fill:#c92a2a}
@media (prefers-color-scheme:dark){
text{fill:#e6edf3}.small{fill:#9198a1}.paper{fill:#0d1117}.line{stroke:#30363d}
.queued{fill:#21262d}.waiting{fill:#1f4b8f}.writing{fill:#6cb0ff}
.refused{fill:#ff922b}.pausing{fill:#7a4510}.failed{fill:#ff6b6b}
}
`;

/** The parts of one call that are drawn, with when they begin and end. */
function partsOf({ trace, isQueued }: WaterfallRow): [Part, number, number][] {
  const { attempts, startedMs, firstTokenMs, endedMs, isFailed } = trace;
  const sentMs = attempts.at(-1)?.startedMs ?? startedMs;
  const earlier = attempts.slice(0, -1).flatMap((attempt, index): [Part, number, number][] => [
    ['refused', attempt.startedMs, attempt.endedMs],
    ['pausing', attempt.endedMs, attempts[index + 1]?.startedMs ?? attempt.endedMs],
  ]);
  const queue: [Part, number, number][] =
    isQueued && startedMs > 0 ? [['queued', 0, startedMs]] : [];
  const answer: [Part, number, number][] = isFailed
    ? [['failed', sentMs, endedMs]]
    : [
        ['waiting', sentMs, firstTokenMs ?? endedMs],
        ['writing', firstTokenMs ?? endedMs, endedMs],
      ];
  return [...queue, ...earlier, ...answer.filter(([, from, to]) => to > from)];
}

function drawRow(
  row: WaterfallRow,
  y: number,
  rowHeight: number,
  x: (ms: number) => number,
): string[] {
  const gap = rowHeight >= leastForText ? 4 : rowHeight > 4 ? 1 : 0;
  const bars = partsOf(row).map(([part, from, to]) => {
    const barWidth = Math.max(1, x(to) - x(from));
    return `<rect class="${part}" x="${pixel(x(from))}" y="${pixel(y)}" width="${pixel(barWidth)}" height="${pixel(rowHeight - gap)}"/>`;
  });
  const { endedMs, startedMs } = row.trace;
  const middle = y + rowHeight / 2 + 2;
  const words =
    rowHeight < leastForText
      ? []
      : [
          text(margin + nameWidth - 8, middle, 'small', row.name, 'end'),
          text(x(endedMs) + 6, middle, 'small', formatMs(endedMs - startedMs)),
        ];
  return [`<g><title>${escaped(inWords(row))}</title>`, ...bars, ...words, '</g>'];
}

/** `Call 3: sent after 0 ms, first token after 380 ms, answered after 1.2 s, 1 retry`. */
function inWords({ name, trace }: WaterfallRow): string {
  const { startedMs, firstTokenMs, endedMs, attempts, isFailed } = trace;
  const retries = attempts.length - 1;
  return [
    `Call ${name}: sent after ${formatMs(startedMs)}`,
    ...(firstTokenMs === null ? [] : [`first token after ${formatMs(firstTokenMs)}`]),
    `${isFailed ? 'failed' : 'answered'} after ${formatMs(endedMs)}`,
    ...(retries > 0 ? [`${retries} ${retries === 1 ? 'retry' : 'retries'}`] : []),
  ].join(', ');
}

function axis(
  wallMs: number,
  x: (ms: number) => number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): string[] {
  return Array.from({ length: ticks + 1 }, (_, tick) => (wallMs * tick) / ticks).flatMap((ms) => [
    `<line class="line" x1="${pixel(x(ms))}" x2="${pixel(x(ms))}" y1="${pixel(top - 4)}" y2="${pixel(bottom + 4)}"/>`,
    text(x(ms), bottom + 18, 'small', ms === 0 ? '0' : formatMs(ms), 'middle'),
  ]);
}

/** Only what the picture has. */
function legendParts(rows: readonly WaterfallRow[], y: number): string[] {
  const seen = new Set(rows.flatMap((row) => partsOf(row).map(([part]) => part)));
  let x = margin;
  return (Object.keys(legend) as Part[])
    .filter((part) => seen.has(part))
    .flatMap((part) => {
      const at = x;
      x += 34 + legend[part].length * 7;
      return [
        `<rect class="${part}" x="${at}" y="${y - 10}" width="14" height="12"/>`,
        text(at + 20, y, 'small', legend[part]),
      ];
    });
}

function text(
  x: number,
  y: number,
  kind: 'title' | 'caption' | 'small',
  content: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  const where = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="${kind}" x="${pixel(x)}" y="${pixel(y)}"${where}>${escaped(content)}</text>`;
}

function pixel(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Lines of a sentence that fit the picture: SVG does not wrap text. */
function breakLine(sentence: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line !== '' && line.length + word.length >= charactersALine) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
