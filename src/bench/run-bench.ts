import { setMaxListeners } from 'node:events';
import type { Clock } from '../context.ts';
import { costOrNothing } from '../course/totals.ts';
import type { ErrorCode } from '../errors.ts';
import type { PicoUsd } from '../usage/cost.ts';
import type { Usage } from '../usage/usage.ts';
import { type CallOutcome, type CallSetup, type CallStep, makeCall } from './call.ts';
import { fanOut } from './fan-out.ts';
import { type AskedBody, Lane } from './lane.ts';
import { type Trace, traceOf } from './trace.ts';

/** One way to make the same calls. */
export interface BenchMode {
  readonly name: 'sequential' | 'parallel' | 'whole' | 'streamed';
  readonly concurrency: number;
  readonly stream: boolean;
}

export interface BenchPlan {
  readonly modes: readonly BenchMode[];
  /** One for each call of a run, the same in every mode. */
  readonly bodies: readonly AskedBody[];
  /** How often each mode is run. */
  readonly runs: number;
}

/** What is kept of a call: no bodies, so that ten thousand fit. */
export interface CallRecord {
  readonly trace: Trace;
  readonly heldBackMs: number;
  readonly usage: Usage | null;
  /** List price; null when it is not known. */
  readonly cost: PicoUsd | null;
  readonly failure: ErrorCode | null;
}

/** One run of one mode. */
export interface RunRecord {
  readonly mode: BenchMode;
  /** From the first call's being queued to the end of the last one, in milliseconds, rounded up to whole thousandths. */
  readonly wallMs: number;
  /** In the order of the bodies. */
  readonly calls: readonly CallRecord[];
}

/** What happens while a bench runs; `call` counts from 0 in each run. */
export type BenchEvent =
  | { readonly type: 'run_started'; readonly mode: BenchMode; readonly run: number }
  | {
      readonly type: 'call';
      readonly call: number;
      readonly step: { readonly type: 'queued' } | CallStep;
    }
  | { readonly type: 'run_ended'; readonly record: RunRecord };

/**
 * Makes the same calls in each mode, the modes in turn, so that what changes on the server meanwhile meets all of them.
 * @returns every run, in order
 * @throws Interrupted on Ctrl-C, CourseError budget_reached; calls that fail are results
 */
export async function runBench(
  { modes, bodies, runs }: BenchPlan,
  setup: CallSetup,
  onEvent: (event: BenchEvent) => void,
): Promise<RunRecord[]> {
  // Every call under way listens for it, and Node warns of more than ten.
  setMaxListeners(0, setup.signal);
  const records: RunRecord[] = [];
  const idle: Lane[] = [];
  for (let run = 1; run <= runs; run += 1) {
    for (const mode of modes) {
      onEvent({ type: 'run_started', mode, run });
      const record = await runOnce(mode, bodies, { setup, idle }, onEvent);
      records.push(record);
      onEvent({ type: 'run_ended', record });
    }
  }
  return records;
}

/** @param idle lanes without a call, taken from and given back: what one run has made, the next one uses */
async function runOnce(
  mode: BenchMode,
  bodies: readonly AskedBody[],
  { setup, idle }: { readonly setup: CallSetup; readonly idle: Lane[] },
  onEvent: (event: BenchEvent) => void,
): Promise<RunRecord> {
  for (const call of bodies.keys()) onEvent({ type: 'call', call, step: { type: 'queued' } });
  const beginning = setup.clock.now();
  const takeTurns = turnTaker(setup.clock);
  const calls = await fanOut(bodies, mode.concurrency, async (body, call) => {
    await takeTurns();
    const lane = idle.pop() ?? new Lane(setup);
    const tell = (step: CallStep) => onEvent({ type: 'call', call, step });
    const outcome = await makeCall(setup, lane, { body, stream: mode.stream }, tell);
    idle.push(lane);
    return recordOf(outcome, beginning);
  });
  const endedMs = calls.reduce((latest, { trace }) => Math.max(latest, trace.endedMs), 0);
  // As exact as it is shown: a ratio of two wall times is then that of the shown ones.
  return { mode, wallMs: Math.ceil(endedMs * 1000) / 1000, calls };
}

/** Longest time without a turn of the event loop, in milliseconds. */
const longestTurnMs = 50;

/**
 * Answers without any delay come in promises alone, one after another without a turn of the event loop: Ctrl-C would not be
 * heard, and memory not be given back. So all calls that are about to start wait for a turn now and then.
 */
function turnTaker(clock: Clock): () => Promise<void> {
  let turnedAt = clock.now();
  let turn: Promise<void> | null = null;
  return async () => {
    if (clock.now() - turnedAt >= longestTurnMs) {
      turn ??= clock.sleep(0).then(() => {
        turn = null;
        turnedAt = clock.now();
      });
    }
    await turn;
  };
}

/** One call that is not counted, so that the first mode does not pay for the connection. Gives how it went. */
export function warmUp(body: AskedBody, setup: CallSetup, mode: BenchMode): Promise<CallOutcome> {
  return makeCall(setup, new Lane(setup), { body, stream: mode.stream }, () => {});
}

function recordOf({ exchange, heldBackMs, failure }: CallOutcome, beginning: number): CallRecord {
  return {
    trace: traceOf(exchange, beginning),
    heldBackMs,
    usage: exchange.usage,
    cost: costOrNothing(exchange),
    failure: failure?.code ?? null,
  };
}
