import type { ModeSummary } from '../bench/summary.ts';
import { usdNumber } from '../usage/cost.ts';
import { round, usageJson } from './json.ts';

/** The `bench` line: one for each mode. @param explanation two sentences on how it came about; null where there are none */
export function benchJson(summary: ModeSummary, explanation: readonly string[] | null) {
  return {
    type: 'bench',
    mode: summary.mode.name,
    concurrency: summary.mode.concurrency,
    requests: summary.requests,
    succeeded: summary.succeeded,
    failed: summary.failed,
    wall_ms: summary.wallMs,
    ideal_ms: round(summary.idealMs),
    p50_ms: roundOrNull(summary.p50Ms),
    p95_ms: roundOrNull(summary.p95Ms),
    max_ms: roundOrNull(summary.maxMs),
    first_token_p50_ms: roundOrNull(summary.firstTokenP50Ms),
    requests_per_second: round(summary.requestsPerSecond),
    output_tokens_per_second: round(summary.outputTokensPerSecond),
    max_in_flight: summary.maxInFlight,
    // Not rounded, so that it is the ratio of the wall times.
    speedup: summary.speedup,
    efficiency: round(summary.efficiency),
    retries: summary.retries,
    rate_limited: summary.rateLimited,
    usage: usageJson(summary.usage),
    cost_usd: summary.cost === null ? null : usdNumber(summary.cost),
    explanation: explanation === null ? null : explanation.join(' '),
  };
}

function roundOrNull(value: number | null): number | null {
  return value === null ? null : round(value);
}
