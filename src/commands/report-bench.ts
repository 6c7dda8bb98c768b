import { resolve } from 'node:path';
import { boundOf } from '../bench/bound.ts';
import type { ModeSummary } from '../bench/summary.ts';
import type { Context } from '../context.ts';
import type { BenchFlags } from '../flags.ts';
import { benchJson } from '../terminal/bench-json.ts';
import { nameOfMode, renderCurve, renderModes } from '../terminal/bench-tables.ts';
import { explainParallel, explainRuns, explainStreaming } from '../terminal/bench-words.ts';
import { plural } from '../terminal/format.ts';
import { sanitize } from '../terminal/sanitize.ts';
import { truncate, wrap } from '../terminal/text.ts';
import { renderWaterfall, type WaterfallRow } from '../terminal/waterfall.ts';
import { waterfallSvg } from '../terminal/waterfall-svg.ts';
import type { Screen } from './screen.ts';
import { writeSvg } from './svg-file.ts';

/** Rows of a waterfall that still read well on a terminal. */
const mostRows = 40;
/** Modes that make a curve. */
const leastPoints = 3;

/** Tells what a bench found: as tables and pictures, or as JSON. */
export async function reportBench(
  context: Context,
  screen: Screen,
  summaries: readonly ModeSummary[],
  question: string,
  flags: BenchFlags,
): Promise<void> {
  if (flags.json) {
    for (const summary of summaries)
      screen.printJson(benchJson(summary, explain(summaries, summary)));
  } else show(screen, summaries, question);
  const drawn = shownMode(summaries);
  if (flags.svg !== undefined && drawn) {
    const picture = pictureOf(drawn, explain(summaries, drawn));
    await writeSvg(resolve(context.cwd, flags.svg), picture);
    if (!flags.json) screen.note([`The waterfall is in ${flags.svg}`]);
  }
}

function show(
  { print, out, prose }: Screen,
  summaries: readonly ModeSummary[],
  question: string,
): void {
  print(['', truncate(`Each call asks: ${sanitize(question)}`, prose.width)]);
  const heading = (text: string) => print(['', out.theme.heading(text), '']);
  const drawn = shownMode(summaries);
  if (drawn && drawn.typical.calls.length > 1) {
    const { typical, wallMs } = drawn;
    const rows = someOf(rowsOf(drawn));
    heading(`${nameOfMode(drawn.mode, typical.calls.length)}: when each call was under way`);
    print(renderWaterfall(rows, wallMs, out));
    if (rows.length < typical.calls.length) {
      const all = plural(typical.calls.length, 'call');
      print([
        '',
        ...wrap(out.theme.dim(`${rows.length} of ${all}; --svg draws all.`), prose.width),
      ]);
    }
  }
  heading('The modes');
  print(renderModes(summaries, out));
  if (summaries.length >= leastPoints) {
    heading('The more calls at once …');
    print(renderCurve(summaries, out));
  }
  const runs = explainRuns(drawn?.runs ?? 1);
  if (runs) print(['', ...wrap(out.theme.dim(runs), prose.width)]);
  if (drawn) print(['', ...wrap(explain(summaries, drawn).join(' '), prose.width)]);
}

/** The mode worth a picture and an explanation: the fastest, or the stream. */
function shownMode(summaries: readonly ModeSummary[]): ModeSummary | undefined {
  const streamed = summaries.find(({ mode }) => mode.name === 'streamed');
  return streamed ?? summaries.toSorted((a, b) => a.wallMs - b.wallMs)[0];
}

function explain(summaries: readonly ModeSummary[], summary: ModeSummary): [string, string] {
  const [whole, streamed] = summaries;
  if (summary.mode.name === 'whole' || summary.mode.name === 'streamed') {
    return explainStreaming(whole ?? summary, streamed ?? summary);
  }
  const sequential = summaries.find(({ mode }) => mode.name === 'sequential');
  return explainParallel(summary, boundOf(summary.typical), sequential?.wallMs ?? null);
}

function rowsOf({ typical }: ModeSummary): WaterfallRow[] {
  return typical.calls.map(({ trace }, index) => ({
    name: String(index + 1),
    trace,
    isQueued: true,
  }));
}

/** All rows, or some from first to last at even distances, the one that ends last among them. */
function someOf(rows: readonly WaterfallRow[]): WaterfallRow[] {
  if (rows.length <= mostRows) return [...rows];
  const last = rows.reduce((latest, row) =>
    row.trace.endedMs > latest.trace.endedMs ? row : latest,
  );
  const step = rows.length / mostRows;
  const chosen = new Set(Array.from({ length: mostRows }, (_, n) => rows[Math.floor(n * step)]));
  return rows.filter((row) => row === last || chosen.has(row));
}

function pictureOf(summary: ModeSummary, description: readonly string[]): string {
  const count = summary.typical.calls.length;
  return waterfallSvg({
    title: `${plural(count, 'call')}, ${nameOfMode(summary.mode, count)}`,
    description,
    rows: rowsOf(summary),
    wallMs: summary.wallMs,
  });
}
