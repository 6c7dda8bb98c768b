import type { LessonEvent } from '../course/lesson-run.ts';
import { errorJson, exchangeJson } from '../terminal/json.ts';

/** Prints the exchanges and failures of a lesson as JSON, a line each. */
export function createLessonJson(lesson: string, printJson: (value: object) => void) {
  return (event: LessonEvent): void => {
    if (event.type === 'failed') printJson(errorJson(event.error));
    if (event.type !== 'demo' || event.event.type !== 'call') return;
    const call = event.event.event;
    if (call.type !== 'finished') return;
    const { number, variant } = event.plan;
    printJson(exchangeJson(call.exchange, { lesson, step: number, variant }));
  };
}
