import { join } from 'node:path';
import type { Exchange, RecordedRequest } from '../client/exchange.ts';
import type { RequestOverrides } from '../client/overrides.ts';
import type { CourseError } from '../errors.ts';
import type { Provider } from '../provider.ts';
import { modelForRole, type RoleName } from '../usage/roles.ts';
import { capturingProvider } from './capture.ts';
import { type DemoSource, readDemoSource } from './demo-source.ts';
import type {
  DemoDeclaration,
  Lesson,
  LessonFacts,
  Prediction,
  Step,
  StepOutcome,
} from './lesson.ts';
import { type DemoEvent, type DemoResult, type DemoSetup, runDemo } from './run-demo.ts';
import { type ResponsesBody, writeRequest } from './snippets.ts';
import { type Totals, totalsOf } from './totals.ts';

/** One combination of the learner's request flags; absent means: as the lesson has it. */
export interface Variant {
  readonly model?: string;
  readonly instructions?: string;
  readonly temperature?: number;
  readonly top_p?: number;
}

/** What the learner's flags say about the requests of a lesson. */
export interface RequestSettings {
  /** Replaces the lesson's question; null: the lesson's own. */
  readonly prompt: string | null;
  /** At least one; `{}` changes nothing. */
  readonly variants: readonly [Variant, ...Variant[]];
  readonly maxOutputTokens: number | null;
  /** Replaces the model of every text role: OPENAI_MODEL. A variant's model wins over it. */
  readonly model: string | null;
}

/** What happens during a lesson: the terminal and `--json` are readers of the same events. */
export type LessonEvent =
  | { readonly type: 'lesson_started'; readonly lesson: Lesson }
  | ({ readonly type: 'step_started'; readonly total: number } & StepView)
  | { readonly type: 'code'; readonly source: DemoSource; readonly plan: DemoPlan }
  | { readonly type: 'predict'; readonly prediction: Prediction }
  | { readonly type: 'snippet'; readonly form: 'curl'; readonly text: string }
  | { readonly type: 'demo_started'; readonly plan: DemoPlan }
  | { readonly type: 'demo'; readonly plan: DemoPlan; readonly event: DemoEvent }
  | { readonly type: 'demo_ended'; readonly plan: DemoPlan; readonly outcome: StepOutcome }
  | ({ readonly type: 'step_ended'; readonly outcome: StepOutcome } & StepView)
  | { readonly type: 'failed'; readonly error: CourseError }
  | { readonly type: 'lesson_ended'; readonly lesson: Lesson; readonly totals: Totals };

export interface StepView {
  readonly step: Step;
  /** From 1. */
  readonly number: number;
  readonly facts: LessonFacts;
}

/** One run of a demo, decided before it starts. */
export interface DemoPlan {
  readonly demo: DemoDeclaration;
  /** The step's, from 1. */
  readonly number: number;
  /** Why it runs on a sandbox of its own, whatever the provider of the lesson; null otherwise. */
  readonly onSandboxBecause: string | null;
  /** Its answers come from the stand-in. */
  readonly isSimulated: boolean;
  readonly model: string;
  readonly question: string;
  readonly variant: Variant;
  readonly overrides: RequestOverrides;
}

export interface LessonRunOptions {
  readonly lesson: Lesson;
  /** The lesson's folder, absolute. */
  readonly folder: string;
  readonly setup: DemoSetup;
  readonly settings: RequestSettings;
  readonly today: Date;
  /** Opens where the lesson's requests go; asked when the first demo runs, and then once. */
  readonly openProvider: () => Promise<Provider>;
  /** Opens a fresh sandbox for a step that needs one of its own. */
  readonly openSandbox: (failScript: string | undefined) => Promise<Provider>;
  /** True when `openProvider` opens the sandbox. */
  readonly isSimulated: boolean;
  /** True when the server has the registry's models: OpenAI's API and the sandbox. */
  readonly hasRegistryModels: boolean;
  readonly onEvent: (event: LessonEvent) => void;
}

/** One learner going through one lesson. It causes what happens and tells it; it draws and asks nothing. */
export class LessonRun {
  readonly lesson: Lesson;
  readonly exchanges: Exchange[] = [];
  /** May be changed between two steps: the learner tries another prompt. */
  settings: RequestSettings;
  readonly #options: LessonRunOptions;

  constructor(options: LessonRunOptions) {
    this.lesson = options.lesson;
    this.settings = options.settings;
    this.#options = options;
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
      const text = writeRequest(step.show, this.#asked());
      this.#emit({ type: 'snippet', form: step.show, text });
    }
    await this.showCode(index);
    if (step.prediction) this.#emit({ type: 'predict', prediction: step.prediction });
  }

  /** Tells the code of a step's demo, as it would run now. */
  async showCode(index: number): Promise<void> {
    const [plan] = this.plans(index);
    if (plan) this.#emit({ type: 'code', source: await this.#source(plan), plan });
  }

  /** Runs a step's demo, once for each variant. Gives why it failed, or null. */
  async perform(index: number): Promise<{ outcome: StepOutcome; failure: CourseError | null }> {
    const step = this.step(index);
    const exchanges: Exchange[] = [];
    let printed = '';
    let failure: CourseError | null = null;
    for (const plan of this.plans(index)) {
      this.#emit({ type: 'demo_started', plan });
      const result = await this.#run(plan);
      exchanges.push(...result.exchanges);
      printed += result.printed;
      failure ??= result.failure;
      this.#emit({ type: 'demo_ended', plan, outcome: result });
    }
    const outcome = { exchanges, printed };
    if (failure) this.#emit({ type: 'failed', error: failure });
    else this.#emit({ type: 'step_ended', outcome, ...this.#view(step, index) });
    return { outcome, failure };
  }

  end(): void {
    this.#emit({ type: 'lesson_ended', lesson: this.lesson, totals: this.totals() });
  }

  totals(): Totals {
    return totalsOf(this.exchanges);
  }

  step(index: number): Step {
    const step = this.lesson.steps[index];
    if (!step) throw new RangeError(`Lesson ${this.lesson.id} has no step ${index + 1}.`);
    return step;
  }

  /** The runs of a step's demo: one for each variant when it asks the lesson's question, none without a demo. */
  plans(index: number): DemoPlan[] {
    const { demo } = this.step(index);
    if (!demo) return [];
    const variants: readonly Variant[] = demo.asksQuestion ? this.settings.variants : [{}];
    return variants.map((variant) => this.#plan(demo, index, variant));
  }

  /**
   * The request that a step would send, found out by running its demo without sending anything.
   * @throws RangeError for a step without a demo
   */
  async capture(index: number): Promise<RecordedRequest> {
    const [plan] = this.plans(index);
    if (!plan) throw new RangeError(`Step ${index + 1} sends nothing.`);
    const { provider, captured } = capturingProvider();
    const setup = { ...this.#options.setup, maxRetries: 0 };
    await runDemo(setup, { ...plan, provider, onEvent: () => {} });
    return captured();
  }

  #source(plan: DemoPlan): Promise<DemoSource> {
    return readDemoSource(this.#options.folder, plan.demo.file, plan);
  }

  get #question(): string {
    return this.settings.prompt ?? this.lesson.question;
  }

  #view(step: Step, index: number): StepView {
    const model = this.plans(index)[0]?.model ?? this.#modelForRole('default').model;
    return { step, number: index + 1, facts: { model, question: this.#question } };
  }

  /** The lesson's question as a request body, with what the learner's flags say. */
  #asked(): ResponsesBody {
    const asking: DemoDeclaration = {
      file: '',
      run: async () => {},
      role: 'default',
      asksQuestion: true,
    };
    const { model, question, overrides } = this.#plan(asking, 0, this.settings.variants[0]);
    return { model, input: question, ...overrides };
  }

  #plan(demo: DemoDeclaration, index: number, variant: Variant): DemoPlan {
    const onSandboxBecause = this.#onSandboxBecause(demo);
    const chosen = variant.model ?? (onSandboxBecause === null ? this.settings.model : null);
    const role = chosen === null ? this.#modelForRole(demo.role) : null;
    const { model: _, ...parameters } = variant;
    const { maxOutputTokens } = this.settings;
    const overrides: RequestOverrides = {
      ...(role?.effort && { reasoning: { effort: role.effort } }),
      ...(demo.asksQuestion && parameters),
      ...(demo.asksQuestion && maxOutputTokens !== null && { max_output_tokens: maxOutputTokens }),
    };
    const model = chosen ?? role?.model ?? '';
    const question = this.#question;
    const isSimulated = this.#options.isSimulated || onSandboxBecause !== null;
    const number = index + 1;
    return { demo, number, onSandboxBecause, isSimulated, model, question, variant, overrides };
  }

  #onSandboxBecause({ onSandbox, role }: DemoDeclaration): string | null {
    if (onSandbox) return onSandbox.because;
    const hasModel = this.#options.hasRegistryModels || this.settings.model !== null;
    if (role === 'default' || hasModel) return null;
    return 'this step needs a special model, which only OpenAI is known to have';
  }

  async #run(plan: DemoPlan): Promise<DemoResult> {
    const { setup, openProvider, openSandbox } = this.#options;
    const provider =
      plan.onSandboxBecause === null
        ? await openProvider()
        : await openSandbox(plan.demo.onSandbox?.fail);
    const onEvent = (event: DemoEvent) => this.#onDemoEvent(plan, event);
    return runDemo(setup, { ...plan, provider, onEvent });
  }

  #modelForRole(name: RoleName): { model: string; effort: string | null } {
    const { model, reasoningEffort } = modelForRole(name, this.#options.today);
    return { model: model.id, effort: reasoningEffort };
  }

  #onDemoEvent(plan: DemoPlan, event: DemoEvent): void {
    if (event.type === 'call' && event.event.type === 'finished') {
      this.exchanges.push(event.event.exchange);
    }
    this.#emit({ type: 'demo', plan, event });
  }

  #emit(event: LessonEvent): void {
    this.#options.onEvent(event);
  }
}

/** Where a lesson's files are, in the checkout and in the installed package alike. */
export function lessonFolder(packageRoot: string, { id, slug }: Lesson): string {
  return join(packageRoot, 'lessons', `${id}-${slug}`);
}
