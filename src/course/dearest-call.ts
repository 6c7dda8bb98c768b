import type { RecordedRequest } from '../client/exchange.ts';
import { longestAnswerFor, worstCase } from '../usage/budget.ts';
import type { PicoUsd } from '../usage/cost.ts';
import { findModel } from '../usage/models.ts';
import { loadPrices } from '../usage/prices.ts';
import { loadTokenizer } from '../usage/tokens.ts';

/** The dearest way that a call can go. */
export interface DearestCall {
  /** List price. */
  readonly cost: PicoUsd;
  /** The cap on its answer, in tokens, with which it costs no more than `left`; null where no cap is low enough. */
  readonly longestFor: (left: PicoUsd) => number | null;
}

const free: DearestCall = { cost: 0n, longestFor: () => null };

/** Paths of calls that write answers, or vectors; every other call is free. */
const billedPath = /\/(?:responses|chat\/completions|embeddings)$/;

/** The lowest cap that the Responses API takes (its error for less says so). */
const leastCap = 16;
/** A cap is a field more in the body: tokens that it adds to the JSON, at most. */
const capTokens = 12;

/** null when it cannot be known. @param at the day by which prices are looked up */
export async function dearestOf(
  { method, path, body }: RecordedRequest,
  at: Date,
): Promise<DearestCall | null> {
  if (method !== 'POST' || !billedPath.test(path)) return free;
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
  return {
    cost: worstCase({ inputTokens, maxOutputTokens: maxOutputTokens ?? 0 }, rates),
    longestFor: (left) => {
      const longest = longestAnswerFor(left, inputTokens + capTokens, rates);
      return longest !== null && longest >= leastCap ? longest : null;
    },
  };
}

interface BilledFields {
  readonly model?: string;
  readonly max_output_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly previous_response_id?: string | null;
}
