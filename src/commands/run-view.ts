import type { CallEvent } from '../client/recording.ts';
import type { RunEvent } from '../course/demo-runner.ts';
import { renderComparison } from '../terminal/comparison.ts';
import { describeAttempt, renderAttempts, renderExchangeFooter } from '../terminal/exchange.ts';
import { createFlow, type Flow } from '../terminal/flow.ts';
import { formatMs } from '../terminal/format.ts';
import type { Progress } from '../terminal/spinner.ts';
import type { Screen } from './screen.ts';

/** One reader for each kind of event: a new kind without a reader does not compile. */
export type Readers<Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: (event: Extract<Event, { type: Type }>) => void;
};

/** Hands an event to the reader of its kind. */
export function readWith<Event extends { readonly type: string }>(
  readers: Readers<Event>,
  event: Event,
): void {
  (readers[event.type as Event['type']] as (event: Event) => void)(event);
}

export interface RunViewOptions {
  readonly screen: Screen;
  readonly progress: Progress;
  /** Shows each attempt, not only those that failed. */
  readonly isVerbose: boolean;
  /** Writes to standard output without a line break. */
  readonly write: (text: string) => void;
}

/** Shows demos that run: what one prints, as it comes, or many side by side. */
export function createRunView(options: RunViewOptions): (event: RunEvent) => void {
  const { screen, progress, isVerbose, write } = options;
  const { out, prose } = screen;
  /** Open while a demo prints. */
  let printing: Flow | null = null;
  /** Demos that run side by side are shown when all have ended. */
  let isComparing = false;

  const heading = (text: string) => screen.print(['', out.theme.heading(text)]);

  const print = (text: string, isSimulated: boolean) => {
    if (!printing) {
      progress.stop();
      heading(isSimulated ? 'It prints (answers are simulated):' : 'It prints:');
      printing = createFlow({ width: prose.width, indent: '  ' });
    }
    write(printing.push(text));
  };

  const readers: Readers<RunEvent> = {
    demo_started: ({ plan }) => progress.start(`Waiting for ${plan.model} …`),

    demo: ({ plan, event }) => {
      if (event.type === 'printed') {
        if (!isComparing) print(event.text, plan.isSimulated);
      } else if (isVerbose) logAttempt(event.event, screen);
      else if (event.event.type === 'attempt_ended') {
        const problem = describeProblem(event.event);
        if (problem) progress.update(problem);
      }
    },

    demo_ended: ({ outcome }) => {
      progress.stop();
      if (printing) write(printing.end());
      printing = null;
      if (outcome.exchanges.length > 0) screen.print(['']);
      for (const exchange of outcome.exchanges) {
        screen.print(renderAttempts(exchange, out));
        screen.print(renderExchangeFooter(exchange, prose));
      }
    },

    comparing: ({ done, of }) => {
      isComparing = true;
      if (done === 0) progress.start(`Asking ${of} times …`);
      else progress.update(`${done} of ${of} answers are here …`);
    },

    compared: ({ compared }) => {
      isComparing = false;
      progress.stop();
      const isSimulated = compared.some(({ plan }) => plan.isSimulated);
      heading(isSimulated ? 'The answers (simulated):' : 'The answers:');
      screen.print(renderComparison(compared, out));
    },
  };

  return (event) => readWith(readers, event);
}

/** Tells of an attempt that has ended, on standard error. */
export function logAttempt(event: CallEvent, { note, err }: Screen): void {
  if (event.type !== 'attempt_ended') return;
  note([err.theme.dim(describeAttempt(event.result, event.attempt, event.attempts))]);
}

/** What the spinner says of an attempt that failed; null for one that did not. */
function describeProblem({
  result: { error, retryAfterMs },
  attempt,
  attempts,
}: Extract<CallEvent, { type: 'attempt_ended' }>): string | null {
  if (error === null) return null;
  const asked = retryAfterMs === null ? '' : `, the server asks to wait ${formatMs(retryAfterMs)}`;
  return `Attempt ${attempt} of ${attempts} failed (${error})${asked} …`;
}
