import type { Exchange, RecordedRequest } from '../client/exchange.ts';
import { CourseError } from '../errors.ts';
import { Budget } from '../usage/budget.ts';
import { formatUsd, type PicoUsd } from '../usage/cost.ts';
import { type DearestCall, dearestOf } from './dearest-call.ts';
import { costOrNothing } from './totals.ts';

/** What the calls of one client set aside, by the number of the call. */
export interface SpendingOfClient {
  /**
   * Called before the first attempt of a call. Waits for calls under way where what they give back may be enough.
   * @throws CourseError budget_reached when the call could pass the limit
   */
  readonly admit: (call: number, request: RecordedRequest) => Promise<void>;
  readonly ended: (call: number, exchange: Exchange) => void;
  /** Why a call of this client was not sent; null as long as all were. */
  readonly refusal: () => CourseError | null;
}

/** Keeps a whole run within `--budget`: a call is sent only if even its longest answer fits. */
export class Spending {
  readonly #budget: Budget;
  readonly #at: Date;
  #waiting: (() => void)[] = [];

  /** @param at the day by which prices are looked up */
  constructor(limit: PicoUsd, at: Date) {
    this.#budget = new Budget(limit);
    this.#at = at;
  }

  ofClient(): SpendingOfClient {
    const reserved = new Map<number, PicoUsd>();
    let refusal: CourseError | null = null;
    return {
      admit: async (call, request) => {
        const worst = await this.#reserve(request);
        if (worst instanceof CourseError) {
          refusal = worst;
          throw worst;
        }
        reserved.set(call, worst);
      },
      ended: (call, exchange) => {
        const held = reserved.get(call);
        if (held === undefined) return;
        this.#budget.settle(held, costOrNothing(exchange));
        const woken = this.#waiting;
        this.#waiting = [];
        for (const wake of woken) wake();
      },
      refusal: () => refusal,
    };
  }

  /** What was set aside for a call, or why there is nothing left for it. */
  async #reserve(request: RecordedRequest): Promise<PicoUsd | CourseError> {
    const dearest = await dearestOf(request, this.#at);
    if (dearest === null) {
      const advice = 'Leave --budget out, or pick a model with a known price: course models';
      return this.#refusal('the price of its model is not known', advice);
    }
    const { cost } = dearest;
    while (!this.#budget.reserve(cost)) {
      if (!this.#budget.mayGrow) return this.#tooDear(dearest);
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
    return cost;
  }

  #tooDear({ cost, longestFor }: DearestCall): CourseError {
    const { spent, limit } = this.#budget;
    const longest = longestFor(limit - spent);
    const capped = longest === null ? '' : `, or cap the answers: --max-output-tokens ${longest}`;
    const enough = formatUsd(spent + cost).slice(1);
    return this.#refusal(
      `it may cost up to ${formatUsd(cost)}`,
      `Allow at least --budget ${enough}${capped}`,
    );
  }

  #refusal(why: string, advice: string): CourseError {
    const { spent, limit } = this.#budget;
    return new CourseError(
      'budget_reached',
      `The next call was not sent: ${why}, and ${formatUsd(spent)} of the budget of ${formatUsd(limit)} is spent.`,
      advice,
    );
  }
}
