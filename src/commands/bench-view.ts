import type { CallStep } from '../bench/call.ts';
import type { Hold } from '../bench/pacer.ts';
import type { BenchEvent, BenchMode } from '../bench/run-bench.ts';
import type { Exchange } from '../client/exchange.ts';
import type { Context, Timer } from '../context.ts';
import type { BenchFlags } from '../flags.ts';
import { describeProgress } from '../terminal/bench-progress.ts';
import { nameOfMode } from '../terminal/bench-tables.ts';
import { describeAttempt } from '../terminal/exchange.ts';
import { formatMs } from '../terminal/format.ts';
import { exchangeJson } from '../terminal/json.ts';
import { wrap } from '../terminal/text.ts';
import { type Readers, readWith } from './run-view.ts';
import type { Screen } from './screen.ts';

export interface BenchView {
  readonly show: (event: BenchEvent) => void;
  /** Takes the live line away; may be called more than once. */
  readonly end: () => void;
}

interface Size {
  /** In each run of a mode. */
  readonly calls: number;
  readonly runs: number;
}

/** The view must not take time from what is measured: the line is drawn this often at most, in milliseconds. */
const redrawMs = 120;
/** Without a line that can be redrawn, a new one now and then. */
const appendMs = 5000;
/** Nothing may happen for long; the time that passes is shown all the same. */
const tickMs = 1000;
/** Exchanges that wait to be printed, since printing takes time too; they hold whole bodies. */
const mostHeld = 1000;

/** Shows a bench while it runs: a live line for each run of a mode, or with `--json` the exchanges. */
export async function createBenchView(
  { clock }: Pick<Context, 'clock'>,
  screen: Screen,
  size: Size,
  flags: Pick<BenchFlags, 'json' | 'plain' | 'verbose'>,
): Promise<BenchView> {
  const progress = await screen.progress();
  const isLive = screen.isInteractive && !flags.plain;
  const counts = new Counts();
  let startedAt = 0;
  let drawnAt = 0;
  let title = '';
  let ticker: Timer | null = null;
  const held: Exchange[] = [];
  progress.start('Warming up …');

  const draw = () => {
    drawnAt = clock.now();
    const told = describeProgress({ ...counts, calls: size.calls }, drawnAt, drawnAt - startedAt);
    const line = `${title}: ${told}`;
    // The spinner stands before it.
    if (isLive) progress.update(wrap(line, screen.err.width - 2).join('\n'));
    else if (!flags.json) note(screen, line);
  };
  const drawSometimes = () => {
    if (clock.now() - drawnAt >= (isLive ? redrawMs : appendMs)) draw();
  };
  const tick = () => {
    drawSometimes();
    ticker?.refresh();
  };
  const stop = () => {
    ticker?.clear();
    ticker = null;
    progress.stop();
    flush();
  };
  const flush = () => {
    for (const exchange of held.splice(0)) printExchange(exchange, screen);
  };

  const readers: Readers<BenchEvent> = {
    run_started: ({ mode, run }) => {
      title = titleOf(mode, run, size);
      counts.reset();
      startedAt = clock.now();
      drawnAt = startedAt;
      progress.start(`${title} …`);
      ticker = clock.timer(tickMs, tick);
    },
    call: ({ step }) => {
      counts.see(step);
      drawSometimes();
      if (step.type !== 'done' && step.type !== 'failed') return;
      if (flags.verbose) logAttempts(step.exchange, screen);
      if (!flags.json) return;
      held.push(step.exchange);
      if (held.length >= mostHeld) flush();
    },
    run_ended: ({ record: { wallMs } }) => {
      stop();
      if (flags.json) return;
      const failed = counts.failed > 0 ? `, ${counts.failed} failed` : '';
      note(
        screen,
        `${title}: ${counts.done} of ${size.calls} done in ${formatMs(wallMs)}${failed}`,
      );
    },
  };
  return { show: (event) => readWith(readers, event), end: stop };
}

/** How far a run is. */
class Counts {
  done = 0;
  failed = 0;
  inFlight = 0;
  retrying = 0;
  hold: Hold | null = null;

  reset(): void {
    Object.assign(this, new Counts());
  }

  see(step: CallStep | { readonly type: 'queued' }): void {
    const { type } = step;
    if (type === 'held_back') this.hold = step.hold;
    if (type === 'sent') {
      this.hold = null;
      this.inFlight += 1;
      if (step.attempt > 1) this.retrying -= 1;
    }
    if (type === 'retry') this.retrying += 1;
    if (type === 'retry' || type === 'done' || type === 'failed') this.inFlight -= 1;
    if (type === 'done' || type === 'failed') this.done += 1;
    if (type === 'failed') this.failed += 1;
  }
}

function titleOf(mode: BenchMode, run: number, { calls, runs }: Size): string {
  const name = nameOfMode(mode, calls);
  return runs === 1 ? name : `${name}, run ${run} of ${runs}`;
}

function note({ note: write, err }: Screen, line: string): void {
  write([err.theme.dim(line)]);
}

function logAttempts({ attempts }: Exchange, screen: Screen): void {
  for (const [index, attempt] of attempts.entries()) {
    note(screen, describeAttempt(attempt, index + 1, attempts.length));
  }
}

function printExchange(exchange: Exchange, screen: Screen): void {
  screen.printJson(exchangeJson(exchange, { lesson: null, step: null, variant: {} }));
}
