import type { Exchange, RecordedRequest } from '../client/exchange.ts';
import { type Compared, compare } from '../compare/compare.ts';
import type { CourseError } from '../errors.ts';
import type { Provider } from '../provider.ts';
import { capturingProvider } from './capture.ts';
import type { StepOutcome } from './lesson.ts';
import type { DemoPlan } from './plan.ts';
import { type DemoEvent, type DemoResult, type DemoSetup, runDemo } from './run-demo.ts';
import { type Totals, totalsOf } from './totals.ts';

/** What happens while demos run, alone or side by side. */
export type RunEvent =
  | { readonly type: 'demo_started'; readonly plan: DemoPlan }
  | { readonly type: 'demo'; readonly plan: DemoPlan; readonly event: DemoEvent }
  | { readonly type: 'demo_ended'; readonly plan: DemoPlan; readonly outcome: StepOutcome }
  | { readonly type: 'comparing'; readonly done: number; readonly of: number }
  | { readonly type: 'compared'; readonly compared: readonly Compared<DemoPlan>[] };

export interface DemoRunnerOptions {
  readonly setup: DemoSetup;
  /** Opens where the run's requests go; asked when the first demo runs, and then once. */
  readonly openProvider: () => Promise<Provider>;
  /** Opens a fresh sandbox for a demo that needs one of its own. */
  readonly openSandbox: (failScript: string | undefined) => Promise<Provider>;
  readonly onEvent: (event: RunEvent) => void;
}

/** Runs demos as planned, and keeps what was sent. */
export class DemoRunner {
  readonly #options: DemoRunnerOptions;
  readonly #exchanges: Exchange[] = [];

  constructor(options: DemoRunnerOptions) {
    this.#options = options;
  }

  /** Runs one plan once and shows it as it happens; several plans or samples are compared. */
  async perform(plans: readonly DemoPlan[], samples: number): Promise<DemoResult> {
    const [plan] = plans;
    if (!plan) return { exchanges: [], printed: '', failure: null };
    return plans.length * samples === 1 ? this.#runAlone(plan) : this.#compare(plans, samples);
  }

  /** The first request that a plan would send, found out by running it without sending anything. */
  async capture(plan: DemoPlan): Promise<RecordedRequest> {
    const { provider, captured } = capturingProvider();
    const setup = { ...this.#options.setup, maxRetries: 0, spending: null };
    await runDemo(setup, { ...plan, provider, onEvent: () => {} });
    return captured();
  }

  /** Everything sent so far. */
  totals(): Totals {
    return totalsOf(this.#exchanges);
  }

  async #runAlone(plan: DemoPlan): Promise<DemoResult> {
    this.#options.onEvent({ type: 'demo_started', plan });
    const result = await this.#run(plan);
    this.#options.onEvent({ type: 'demo_ended', plan, outcome: result });
    return result;
  }

  /** Fails only when every variant does: one that the API refuses is a row with its reason. */
  async #compare(plans: readonly DemoPlan[], samples: number): Promise<DemoResult> {
    const { onEvent } = this.#options;
    const onDone = (done: number) =>
      onEvent({ type: 'comparing', done, of: plans.length * samples });
    onDone(0);
    const compared = await compare(plans, samples, (plan) => this.#run(plan), onDone);
    onEvent({ type: 'compared', compared });
    const results = compared.flatMap((variant) => variant.samples);
    return {
      exchanges: results.flatMap(({ exchanges }) => exchanges),
      printed: results.map(({ printed }) => printed).join(''),
      failure: failureOf(compared),
    };
  }

  async #run(plan: DemoPlan): Promise<DemoResult> {
    const { setup, openProvider, openSandbox, onEvent } = this.#options;
    const provider =
      plan.onSandboxBecause === null
        ? await openProvider()
        : await openSandbox(plan.demo.onSandbox?.fail);
    return runDemo(setup, {
      ...plan,
      provider,
      onEvent: (event) => {
        if (event.type === 'call' && event.event.type === 'finished') {
          this.#exchanges.push(event.event.exchange);
        }
        onEvent({ type: 'demo', plan, event });
      },
    });
  }
}

/** A comparison fails when every variant does, and when the budget ended it. */
function failureOf(compared: readonly Compared<DemoPlan>[]): CourseError | null {
  const failures = compared.flatMap(({ samples }) => samples.map(({ failure }) => failure));
  const reached = failures.find((failure) => failure?.code === 'budget_reached');
  if (reached) return reached;
  return compared.every(({ refused }) => refused) ? (compared[0]?.refused ?? null) : null;
}
