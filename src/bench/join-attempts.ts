import type { Attempt, Exchange } from '../client/exchange.ts';

/**
 * Requests that were one call, each recorded as an exchange of its own since the SDK did not retry, as the exchange that they
 * are together: the last one's answer, the attempts and the time of all.
 */
export function joinAttempts(earlier: readonly Exchange[], last: Exchange): Exchange {
  const [first] = earlier;
  if (!first) return last;
  const parts = [...earlier, last];
  const earlierMs = last.timing.startedAt - first.timing.startedAt;
  const { firstTokenMs, totalMs } = last.timing;
  return {
    provider: last.provider,
    baseUrl: last.baseUrl,
    request: last.request,
    attempts: parts.flatMap((part, index) => attemptsOf(part, parts[index + 1])),
    get response() {
      return last.response;
    },
    get events() {
      return last.events;
    },
    get outputText() {
      return last.outputText;
    },
    status: last.status,
    problem: last.problem,
    usage: last.usage,
    cost: last.cost,
    billed: last.billed,
    timing: {
      startedAt: first.timing.startedAt,
      firstTokenMs: firstTokenMs === null ? null : firstTokenMs + earlierMs,
      totalMs: totalMs + earlierMs,
    },
  };
}

function attemptsOf(
  { attempts, timing }: Exchange,
  next: Exchange | undefined,
): readonly Attempt[] {
  if (!next) return attempts;
  const untilNextMs = next.timing.startedAt - timing.startedAt;
  return attempts.map((attempt) => ({
    status: attempt.status,
    ms: attempt.ms,
    retryAfterMs: attempt.retryAfterMs,
    waitMs: untilNextMs - attempt.ms,
    requestId: attempt.requestId,
    error: attempt.error,
    rateLimits: attempt.rateLimits,
  }));
}
