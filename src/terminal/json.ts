import type { Exchange } from '../client/exchange.ts';
import type { Compared } from '../compare/compare.ts';
import type { Variant } from '../compare/variant.ts';
import type { CourseError } from '../errors.ts';
import type { CheckResult } from '../practice/check.ts';
import { type PicoUsd, usdNumber } from '../usage/cost.ts';
import type { Usage } from '../usage/usage.ts';

/** Where an exchange of a lesson, or of another command (both null), belongs. */
export interface ExchangeLabels {
  readonly lesson: string | null;
  readonly step: number | null;
  /** What the learner's flags set, and nothing else. */
  readonly variant: object;
}

/** The `exchange` line of `--json`. */
export function exchangeJson(exchange: Exchange, { lesson, step, variant }: ExchangeLabels) {
  const { request, timing } = exchange;
  return {
    type: 'exchange',
    lesson,
    step,
    variant,
    provider: exchange.provider,
    base_url: exchange.baseUrl,
    request: { method: request.method, path: request.path, body: request.body },
    response: exchange.response,
    output_text: exchange.outputText,
    status: exchange.status,
    usage: exchange.usage && usageJson(exchange.usage),
    cost_usd: costJson(exchange.cost?.total ?? null),
    billed: exchange.billed,
    timing: {
      started_at: new Date(timing.startedAt).toISOString(),
      first_token_ms: timing.firstTokenMs === null ? null : round(timing.firstTokenMs),
      total_ms: round(timing.totalMs),
    },
    attempts: exchange.attempts.map((attempt) => ({
      status: attempt.status,
      ms: round(attempt.ms),
      retry_after_ms: attempt.retryAfterMs === null ? null : round(attempt.retryAfterMs),
      wait_ms: attempt.waitMs === null ? null : round(attempt.waitMs),
      request_id: attempt.requestId,
      error: attempt.error,
    })),
  };
}

/** The `comparison` line: one for each variant. */
export function comparisonJson({
  plan,
  samples,
  distinct,
  meanSimilarity,
  refused,
}: Compared<{ readonly variant: Variant }>) {
  return {
    type: 'comparison',
    variant: plan.variant,
    samples: samples.length,
    distinct,
    mean_similarity: meanSimilarity === null ? null : Math.round(meanSimilarity * 1000) / 1000,
    refused: refused && messageOf(refused),
  };
}

/** The `summary` line, the last of a run. */
export function summaryJson(totals: {
  readonly calls: number;
  readonly usage: Usage;
  readonly cost: PicoUsd;
  readonly unpriced: number;
  readonly billed: boolean;
  readonly wallMs: number;
}) {
  return {
    type: 'summary',
    requests: totals.calls,
    usage: usageJson(totals.usage),
    cost_usd: costJson(totals.unpriced > 0 ? null : totals.cost),
    billed: totals.billed,
    wall_ms: round(totals.wallMs),
  };
}

/** The `check` line. */
export function checkJson({ exercise, passed, criteria }: CheckResult) {
  return {
    type: 'check',
    exercise,
    passed,
    criteria: criteria.map(({ name, passed, expected, actual }) => ({
      ...{ name, passed, expected, actual },
    })),
  };
}

/** The `error` line. */
export function errorJson(error: CourseError) {
  return {
    type: 'error',
    code: error.code,
    status: error.status,
    message: messageOf(error),
    advice: error.advice,
    request_id: error.requestId,
  };
}

/** What happened, and what the server said of it. */
function messageOf({ message, call }: CourseError): string {
  return [message, call?.serverMessage].filter(Boolean).join(' It said: ');
}

export function usageJson(usage: Usage) {
  return {
    input_tokens: usage.inputTokens,
    cached_input_tokens: usage.cachedInputTokens,
    cache_write_tokens: usage.cacheWriteTokens,
    output_tokens: usage.outputTokens,
    reasoning_tokens: usage.reasoningTokens,
    total_tokens: usage.totalTokens,
  };
}

function costJson(cost: PicoUsd | null): number | null {
  return cost === null ? null : usdNumber(cost);
}

/** A number with at most three decimals. */
export function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
