import type { CallEvent } from '../client/recording.ts';
import { fillIn } from '../course/lesson.ts';
import type { LessonEvent } from '../course/lesson-run.ts';
import { minutesOf } from '../course/minutes.ts';
import { renderCode } from '../terminal/code.ts';
import { renderError } from '../terminal/error.ts';
import {
  describeAttempt,
  renderAttempts,
  renderExchangeFooter,
  responseFacts,
} from '../terminal/exchange.ts';
import { renderFacts } from '../terminal/facts.ts';
import { createFlow, type Flow } from '../terminal/flow.ts';
import { formatMs } from '../terminal/format.ts';
import {
  renderChanges,
  renderDemoSource,
  renderLessonStart,
  renderPrediction,
  renderRecap,
  renderStepHeading,
} from '../terminal/lesson.ts';
import { renderMarkdown } from '../terminal/markdown.ts';
import type { Progress } from '../terminal/spinner.ts';
import type { Screen } from './screen.ts';

/** One reader for each kind of event: a new kind without a reader does not compile. */
type Readers = {
  readonly [Type in LessonEvent['type']]: (event: Extract<LessonEvent, { type: Type }>) => void;
};

/** Shows what happens in a lesson as text. */
export function createLessonView(options: {
  readonly screen: Screen;
  readonly progress: Progress;
  readonly isVerbose: boolean;
  readonly write: (text: string) => void;
}): (event: LessonEvent) => void {
  const { screen, progress, isVerbose, write } = options;
  const { out, prose } = screen;
  /** Open while a demo prints. */
  let printing: Flow | null = null;

  const print = (text: string, isSimulated: boolean) => {
    if (!printing) {
      progress.stop();
      const heading = isSimulated ? 'It prints (simulated):' : 'It prints:';
      screen.print(['', out.theme.heading(heading)]);
      printing = createFlow({ width: prose.width, indent: '  ' });
    }
    write(printing.push(text));
  };

  const readers: Readers = {
    lesson_started: ({ lesson }) =>
      screen.print(renderLessonStart(lesson, minutesOf(lesson), prose)),

    step_started: ({ step, number, total, facts }) => {
      screen.print(renderStepHeading({ number, total, title: step.title }, prose));
      screen.print(renderMarkdown(fillIn(step.text, facts), prose));
    },

    code: ({ source, plan }) => {
      screen.print(renderDemoSource(source, out));
      screen.print(renderChanges(plan.overrides, plan.onSandboxBecause, prose));
    },

    predict: ({ prediction }) => screen.print(renderPrediction(prediction, prose)),

    snippet: ({ text }) => screen.print(['', ...renderCode(text, { ...out, language: 'sh' })]),

    demo_started: ({ plan }) => progress.start(`Waiting for ${plan.model} …`),

    demo: ({ plan, event }) => {
      if (event.type === 'printed') print(event.text, plan.isSimulated);
      else {
        const line = describeCallEvent(event.event, isVerbose);
        if (line && isVerbose) screen.note([out.theme.dim(line)]);
        else if (line) progress.update(line);
      }
    },

    demo_ended: ({ outcome }) => {
      progress.stop();
      if (printing) write(printing.end());
      printing = null;
      screen.print(['']);
      for (const exchange of outcome.exchanges) {
        screen.print(renderAttempts(exchange, out));
        screen.print(renderExchangeFooter(exchange, prose));
      }
    },

    step_ended: ({ step, facts, outcome }) => {
      const [exchange] = outcome.exchanges;
      if (step.annotates && exchange) {
        screen.print(['', ...renderFacts(responseFacts(exchange), prose)]);
      }
      const told = { ...facts, ...outcome };
      if (step.prediction) {
        const reveal = renderMarkdown(fillIn(step.prediction.reveal, told), prose);
        screen.print(['', ...reveal]);
      }
      if (step.notice) screen.print(['', ...renderMarkdown(fillIn(step.notice, told), prose)]);
    },

    failed: ({ error }) => screen.note(['', ...renderError(error, screen.err)]),

    lesson_ended: ({ lesson }) => screen.print(renderRecap(lesson, prose)),
  };

  return (event) => (readers[event.type] as (event: LessonEvent) => void)(event);
}

/** A line for the spinner or the log; null for what neither shows. */
function describeCallEvent(event: CallEvent, isVerbose: boolean): string | null {
  if (event.type === 'attempt_started' && event.attempt > 1 && !isVerbose) {
    return `Attempt ${event.attempt} of ${event.attempts} …`;
  }
  if (event.type === 'attempt_ended') {
    const { retryAfterMs, status } = event.result;
    if (isVerbose) return describeAttempt(event.result, event.attempt, event.attempts);
    const asked =
      retryAfterMs === null ? '' : `: the server asked to wait ${formatMs(retryAfterMs)}`;
    return status === 200 ? null : `Attempt ${event.attempt} failed${asked} …`;
  }
  return null;
}
