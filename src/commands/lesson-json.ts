import type { RunEvent } from '../course/demo-runner.ts';
import type { LessonEvent } from '../course/lesson-run.ts';
import { comparisonJson, type ExchangeLabels, errorJson, exchangeJson } from '../terminal/json.ts';
import { logAttempt, type RunViewOptions } from './run-view.ts';

type JsonOptions = Pick<RunViewOptions, 'screen' | 'isVerbose'>;

/** Prints the exchanges, comparisons and failures of a lesson as JSON, a line each. */
export function createLessonJson(lesson: string, options: JsonOptions) {
  return (event: LessonEvent): void => {
    if (event.type === 'failed') options.screen.printJson(errorJson(event.error));
    if (event.type === 'run') {
      printRunEvent(event.event, { lesson, step: event.number }, options);
    }
  };
}

/** Prints what there is to print of demos that run, in a lesson or outside of one. */
export function printRunEvent(
  event: RunEvent,
  labels: Pick<ExchangeLabels, 'lesson' | 'step'>,
  { screen, isVerbose }: JsonOptions,
): void {
  if (event.type === 'compared') {
    for (const variant of event.compared) screen.printJson(comparisonJson(variant));
  }
  if (event.type !== 'demo' || event.event.type !== 'call') return;
  const call = event.event.event;
  if (isVerbose) logAttempt(call, screen);
  if (call.type !== 'finished') return;
  screen.printJson(exchangeJson(call.exchange, { ...labels, variant: event.plan.variant }));
}
