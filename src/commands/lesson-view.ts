import type { Exchange } from '../client/exchange.ts';
import { changesTo } from '../course/demo-source.ts';
import { fillIn, type Step } from '../course/lesson.ts';
import type { LessonEvent } from '../course/lesson-run.ts';
import { minutesOf } from '../course/minutes.ts';
import { renderCode } from '../terminal/code.ts';
import { renderError } from '../terminal/error.ts';
import { renderEvents } from '../terminal/events.ts';
import { responseFacts } from '../terminal/exchange.ts';
import { renderFacts } from '../terminal/facts.ts';
import {
  renderChanges,
  renderDemoSource,
  renderLessonStart,
  renderPrediction,
  renderRecap,
  renderStepHeading,
} from '../terminal/lesson.ts';
import { renderMarkdown } from '../terminal/markdown.ts';
import { drawCalls } from './draw-calls.ts';
import { createRunView, type Readers, type RunViewOptions, readWith } from './run-view.ts';
import type { Screen } from './screen.ts';

/** Shows what happens in a lesson as text. */
export function createLessonView(options: RunViewOptions): (event: LessonEvent) => void {
  const { screen } = options;
  const { out, prose, print } = screen;
  const showRun = createRunView(options);

  const readers: Readers<LessonEvent> = {
    lesson_started: ({ lesson }) => print(renderLessonStart(lesson, minutesOf(lesson), prose)),

    step_started: ({ step, number, total, facts }) => {
      print(renderStepHeading({ number, total, title: step.title }, prose));
      print(renderMarkdown(fillIn(step.text, facts), prose));
    },

    code: ({ source, plan }) => {
      print(renderDemoSource(source, out));
      print(renderChanges(changesTo(source, plan.overrides), plan, prose));
    },

    predict: ({ prediction }) => print(renderPrediction(prediction, prose)),

    snippet: ({ text }) => print(['', ...renderCode(text, { ...out, language: 'sh' })]),

    run: ({ event }) => showRun(event),

    step_ended: ({ step, facts, outcome, prices }) => {
      const { draw, prediction, notice } = step;
      const told = { ...facts, ...outcome, prices };
      if (draw) print(['', ...drawings[draw](outcome.exchanges, screen)]);
      if (prediction) print(['', ...renderMarkdown(fillIn(prediction.reveal, told), prose)]);
      if (notice) print(['', ...renderMarkdown(fillIn(notice, told), prose)]);
    },

    failed: ({ error }) => screen.note(['', ...renderError(error, screen.err)]),

    lesson_ended: ({ lesson }) => print(renderRecap(lesson, prose)),
  };

  return (event) => readWith(readers, event);
}

/** What a step draws of its exchanges. */
const drawings: Readonly<
  Record<NonNullable<Step['draw']>, (exchanges: readonly Exchange[], screen: Screen) => string[]>
> = {
  fields: ([first], { prose }) => (first ? renderFacts(responseFacts(first), prose) : []),
  events: (exchanges, { out }) =>
    renderEvents(
      exchanges.find(({ events }) => events.length > 0),
      out,
    ),
  waterfall: (exchanges, { out }) => drawCalls(exchanges, out),
};
