import { join } from 'node:path';
import type { RecordedRequest } from '../client/exchange.ts';
import type { CourseError } from '../errors.ts';
import { loadPrices, type PriceList } from '../usage/prices.ts';
import { modelForRole } from '../usage/roles.ts';
import { demoInputs } from './demo-inputs.ts';
import { DemoRunner, type DemoRunnerOptions, type RunEvent } from './demo-runner.ts';
import { type DemoSource, readDemoSource } from './demo-source.ts';
import type { Lesson, LessonFacts, Prediction, Step, StepOutcome } from './lesson.ts';
import {
  askedBody,
  type Circumstances,
  type DemoPlan,
  planDemo,
  type RequestSettings,
  replacesVariants,
} from './plan.ts';
import { writeRequest } from './snippets.ts';
import type { Totals } from './totals.ts';

/** What happens during a lesson: the terminal and `--json` are readers of the same events. */
export type LessonEvent =
  | { readonly type: 'lesson_started'; readonly lesson: Lesson }
  | ({ readonly type: 'step_started'; readonly total: number } & StepView)
  | { readonly type: 'code'; readonly source: DemoSource; readonly plan: DemoPlan }
  | { readonly type: 'predict'; readonly prediction: Prediction }
  | { readonly type: 'snippet'; readonly form: 'curl'; readonly text: string }
  | { readonly type: 'run'; readonly number: number; readonly event: RunEvent }
  | ({
      readonly type: 'step_ended';
      readonly outcome: StepOutcome;
      readonly prices: PriceList;
    } & StepView)
  | { readonly type: 'failed'; readonly error: CourseError }
  | { readonly type: 'lesson_ended'; readonly lesson: Lesson; readonly totals: Totals };

export interface StepView {
  readonly step: Step;
  /** From 1. */
  readonly number: number;
  readonly facts: LessonFacts;
}

export interface LessonRunOptions extends Omit<DemoRunnerOptions, 'onEvent'>, Circumstances {
  readonly lesson: Lesson;
  /** The lesson's folder, absolute. */
  readonly folder: string;
  readonly settings: RequestSettings;
  readonly onEvent: (event: LessonEvent) => void;
}

/** One learner going through one lesson. It causes what happens and tells it; it draws and asks nothing. */
export class LessonRun {
  readonly lesson: Lesson;
  /** May be changed between two steps: the learner tries another prompt. */
  settings: RequestSettings;
  readonly #options: LessonRunOptions;
  readonly #runner: DemoRunner;
  /** Of the step whose demo runs, from 1. */
  #number = 0;

  constructor(options: LessonRunOptions) {
    this.lesson = options.lesson;
    this.settings = options.settings;
    this.#options = options;
    this.#runner = new DemoRunner({
      ...options,
      onEvent: (event) => this.#emit({ type: 'run', number: this.#number, event }),
    });
  }

  start(): void {
    this.#emit({ type: 'lesson_started', lesson: this.lesson });
  }

  /** Tells a step up to the point where its demo would run. */
  async present(index: number): Promise<void> {
    const step = this.step(index);
    const total = this.lesson.steps.length;
    this.#emit({ type: 'step_started', total, ...this.#view(step, index) });
    if (step.show) {
      const asked = askedBody(this.lesson.question, this.settings, this.#options);
      this.#emit({ type: 'snippet', form: step.show, text: writeRequest(step.show, asked) });
    }
    await this.showCode(index);
    const prediction = this.prediction(index);
    if (prediction) this.#emit({ type: 'predict', prediction });
  }

  /** Tells the code of a step's demo, as it would run now. */
  async showCode(index: number): Promise<void> {
    const [plan] = this.plans(index);
    if (plan) this.#emit({ type: 'code', source: await this.#source(plan), plan });
  }

  /** Runs a step's demo; more than one variant or sample are compared. Gives why it failed, or null. */
  async perform(index: number): Promise<{ outcome: StepOutcome; failure: CourseError | null }> {
    const step = this.step(index);
    this.#number = index + 1;
    const samples = this.settings.samples ?? step.demo?.samples ?? 1;
    const plans = this.plans(index);
    const { failure: reason, ...outcome } = await this.#runner.perform(plans, samples);
    // Variants that the API refuses are rows with their reasons, and the lesson goes on, even if all are.
    const isRow = plans.length * samples > 1 && reason?.code === 'bad_request';
    const failure = isRow ? null : reason;
    if (failure) this.#emit({ type: 'failed', error: failure });
    else {
      const prices = await loadPrices();
      this.#emit({ type: 'step_ended', outcome, prices, ...this.#view(step, index) });
    }
    return { outcome, failure };
  }

  end(): void {
    this.#emit({ type: 'lesson_ended', lesson: this.lesson, totals: this.totals() });
  }

  totals(): Totals {
    return this.#runner.totals();
  }

  step(index: number): Step {
    const step = this.lesson.steps[index];
    if (!step) throw new RangeError(`Lesson ${this.lesson.id} has no step ${index + 1}.`);
    return step;
  }

  /** What is to be guessed before a step runs; nothing when the variants that it is about do not run. */
  prediction(index: number): Prediction | undefined {
    return this.#isReplaced(index) ? undefined : this.step(index).prediction;
  }

  /** How a step's demo would run now; none without a demo. */
  plans(index: number): DemoPlan[] {
    const { demo } = this.step(index);
    return demo ? planDemo(demo, this.lesson.question, this.settings, this.#options) : [];
  }

  /**
   * The request that a step would send, found out by running its demo without sending anything.
   * @throws RangeError for a step without a demo
   */
  capture(index: number): Promise<RecordedRequest> {
    const [plan] = this.plans(index);
    if (!plan) throw new RangeError(`Step ${index + 1} sends nothing.`);
    return this.#runner.capture(plan);
  }

  #view(step: Step, index: number): StepView {
    const model =
      this.plans(index)[0]?.model ?? modelForRole('default', this.#options.today).model.id;
    const question = this.settings.prompt ?? this.lesson.question;
    const isReplaced = this.#isReplaced(index);
    return { step, number: index + 1, facts: { model, question, isReplaced } };
  }

  #isReplaced(index: number): boolean {
    const { demo } = this.step(index);
    return demo !== undefined && replacesVariants(demo, this.plans(index));
  }

  async #source(plan: DemoPlan): Promise<DemoSource> {
    const inputs = demoInputs(plan, await loadPrices(), this.#options.today);
    return readDemoSource(this.#options.folder, plan.demo.file, inputs);
  }

  #emit(event: LessonEvent): void {
    this.#options.onEvent(event);
  }
}

/** Where a lesson's files are, in the checkout and in the installed package alike. */
export function lessonFolder(packageRoot: string, { id, slug }: Lesson): string {
  return join(packageRoot, 'lessons', `${id}-${slug}`);
}
