import type { Attempt, Exchange } from '../../src/client/exchange.ts';
import { zeroCost } from '../../src/usage/cost.ts';
import { zeroUsage } from '../../src/usage/usage.ts';

export const attempt: Attempt = {
  status: 200,
  ms: 1,
  retryAfterMs: null,
  waitMs: null,
  requestId: null,
  error: null,
  rateLimits: {},
};

/** A call to OpenAI about which nothing is known but that it was answered. */
export function exchangeWith(changes: Partial<Exchange> = {}): Exchange {
  return {
    provider: 'openai',
    baseUrl: 'https://api.openai.com/v1',
    request: { method: 'POST', path: '/v1/responses', body: {} },
    attempts: [attempt],
    response: null,
    events: [],
    outputText: null,
    status: 'completed',
    problem: null,
    usage: null,
    cost: null,
    billed: false,
    timing: { startedAt: 0, firstTokenMs: null, totalMs: 1 },
    ...changes,
  };
}

/** The same with an answer, its tokens and its list price. */
export function answeredWith(outputText: string, changes: Partial<Exchange> = {}): Exchange {
  return exchangeWith({
    outputText,
    usage: { ...zeroUsage, inputTokens: 10, outputTokens: 5, totalTokens: 15 },
    cost: { ...zeroCost, input: 1_500_000n, output: 3_000_000n, total: 4_500_000n },
    billed: true,
    timing: { startedAt: 0, firstTokenMs: null, totalMs: 400 },
    ...changes,
  });
}
