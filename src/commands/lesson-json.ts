import type { RunEvent } from '../course/demo-runner.ts';
import type { LessonEvent } from '../course/lesson-run.ts';
import { comparisonJson, type ExchangeLabels, errorJson, exchangeJson } from '../terminal/json.ts';

type PrintJson = (value: object) => void;

/** Prints the exchanges, comparisons and failures of a lesson as JSON, a line each. */
export function createLessonJson(lesson: string, printJson: PrintJson) {
  return (event: LessonEvent): void => {
    if (event.type === 'failed') printJson(errorJson(event.error));
    if (event.type === 'run') {
      printRunEvent(event.event, { lesson, step: event.number }, printJson);
    }
  };
}

/** Prints what there is to print of demos that run, in a lesson or outside of one. */
export function printRunEvent(
  event: RunEvent,
  labels: Pick<ExchangeLabels, 'lesson' | 'step'>,
  printJson: PrintJson,
): void {
  if (event.type === 'compared') {
    for (const variant of event.compared) printJson(comparisonJson(variant));
  }
  if (event.type !== 'demo' || event.event.type !== 'call') return;
  const call = event.event.event;
  if (call.type !== 'finished') return;
  printJson(exchangeJson(call.exchange, { ...labels, variant: event.plan.variant }));
}
