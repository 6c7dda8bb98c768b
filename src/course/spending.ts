import type { Exchange, RecordedRequest } from '../client/exchange.ts';
import { CourseError } from '../errors.ts';
import { Budget, worstCase } from '../usage/budget.ts';
import { formatUsd, type PicoUsd } from '../usage/cost.ts';
import { findModel } from '../usage/models.ts';
import { loadPrices } from '../usage/prices.ts';
import { loadTokenizer } from '../usage/tokens.ts';
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
    const worst = await mostItCosts(request, this.#at);
    if (worst === null) return this.#refusal('the price of its model is not known');
    while (!this.#budget.reserve(worst)) {
      if (!this.#budget.mayGrow) return this.#refusal(`it may cost up to ${formatUsd(worst)}`);
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
    return worst;
  }

  #refusal(why: string): CourseError {
    const { spent, limit } = this.#budget;
    return new CourseError(
      'budget_reached',
      `The next call was not sent: ${why}, and ${formatUsd(spent)} of the budget of ${formatUsd(limit)} are spent.`,
      'Allow more with --budget, or cap the answers: --max-output-tokens 200',
    );
  }
}

/** Paths of calls that write answers, or vectors; every other call is free. */
const billedPath = /\/(?:responses|chat\/completions|embeddings)$/;

/** List price of the dearest way that a call can go; null when it cannot be known. */
async function mostItCosts(
  { method, path, body }: RecordedRequest,
  at: Date,
): Promise<PicoUsd | null> {
  if (method !== 'POST' || !billedPath.test(path)) return 0n;
  const fields = body as BilledFields | null;
  const model = findModel(fields?.model ?? '');
  const [prices, tokenizer] = await Promise.all([loadPrices(), loadTokenizer()]);
  const rates = prices.rates(fields?.model ?? '', { at, inputTokens: 0 });
  // What the server has stored comes on top of what is sent: nobody here knows how long it is.
  const isContinued = typeof fields?.previous_response_id === 'string';
  // The whole JSON has more tokens than the texts in it.
  const inputTokens = isContinued ? model?.contextWindow : tokenizer.count(JSON.stringify(body));
  const maxOutputTokens =
    fields?.max_output_tokens ?? fields?.max_completion_tokens ?? model?.maxOutputTokens;
  if (!rates || inputTokens === undefined || maxOutputTokens === undefined) return null;
  return worstCase({ inputTokens, maxOutputTokens: maxOutputTokens ?? 0 }, rates);
}

interface BilledFields {
  readonly model?: string;
  readonly max_output_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly previous_response_id?: string | null;
}
