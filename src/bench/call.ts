import type { Exchange } from '../client/exchange.ts';
import { CourseError } from '../errors.ts';
import { requestedTokens } from '../usage/requested-tokens.ts';
import { backoffMs } from './backoff.ts';
import { joinAttempts } from './join-attempts.ts';
import type { AskedBody, Lane, LaneSetup } from './lane.ts';
import type { Hold, Pacer } from './pacer.ts';

/** What all calls of a bench have in common. */
export interface CallSetup extends LaneSetup {
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly maxRetries: number;
  readonly pacer: Pacer;
}

/** What happens to one call on its way; the first state, queued, is told by who queues it. */
export type CallStep =
  | { readonly type: 'held_back'; readonly hold: Hold }
  | { readonly type: 'sent'; readonly attempt: number }
  | { readonly type: 'first_token' }
  | { readonly type: 'retry'; readonly waitMs: number; readonly error: string | null }
  | { readonly type: 'done'; readonly exchange: Exchange }
  | { readonly type: 'failed'; readonly exchange: Exchange; readonly failure: CourseError };

export interface CallOutcome {
  readonly exchange: Exchange;
  /** How long the rate limits held it back before its first request, in milliseconds. */
  readonly heldBackMs: number;
  readonly failure: CourseError | null;
}

/**
 * Makes one call, with retries of its own: the SDK's sleep before a retry cannot be aborted, this one can.
 * @throws the signal's reason when it aborts, CourseError budget_reached when the call was not sent, and whatever is our own
 *   mistake; a call that failed is a result
 */
export async function makeCall(
  setup: CallSetup,
  lane: Lane,
  { body, stream }: { readonly body: AskedBody; readonly stream: boolean },
  onStep: (step: CallStep) => void,
): Promise<CallOutcome> {
  const { clock, pacer, maxRetries, random, signal } = setup;
  const queuedAt = clock.now();
  const earlier: Exchange[] = [];
  let heldBackMs = 0;
  /** What the attempts before came to: all there is to tell if there is no other. */
  let refused: { readonly exchange: Exchange; readonly failure: CourseError } | null = null;
  const giveUp = (reason: unknown): never => {
    if (refused) onStep({ type: 'failed', ...refused });
    throw reason;
  };
  for (let retries = 0; ; retries += 1) {
    const tellHold = (hold: Hold) => onStep({ type: 'held_back', hold });
    const ticket = await pacer.admit(tokensOf(body), tellHold).catch(giveUp);
    if (retries === 0) heldBackMs = ticket.sentAt - queuedAt;
    onStep({ type: 'sent', attempt: retries + 1 });
    const sent = await lane.send(body, stream, (event) => {
      if (event.type === 'first_token') onStep({ type: 'first_token' });
      if (event.type === 'attempt_ended') pacer.answered(ticket, event.result.rateLimits);
    });
    pacer.answered(ticket, {});
    if (sent.exchange === null) {
      return giveUp(sent.refusal ?? (signal.aborted ? signal.reason : sent.error));
    }

    const exchange = joinAttempts(earlier, sent.exchange);
    earlier.push(sent.exchange);
    const failure = failureOf(setup, sent.error, exchange);
    if (!failure) {
      onStep({ type: 'done', exchange });
      return { exchange, heldBackMs, failure };
    }
    if (signal.aborted || retries === maxRetries || !mayRetry(exchange, failure)) {
      onStep({ type: 'failed', exchange, failure });
      signal.throwIfAborted();
      return { exchange, heldBackMs, failure };
    }
    const last = exchange.attempts.at(-1);
    const waitMs = backoffMs(last?.retryAfterMs ?? null, retries, random);
    onStep({ type: 'retry', waitMs, error: last?.error ?? null });
    refused = { exchange, failure };
    await clock.sleep(waitMs, signal).catch(giveUp);
  }
}

/** null for a call that was answered. */
function failureOf({ client }: CallSetup, error: unknown, exchange: Exchange): CourseError | null {
  const isAnswered = exchange.status === 'completed' || exchange.status === 'incomplete';
  if (error === null && isAnswered) return null;
  const failure = client.explainError(error, exchange) ?? client.explainExchange(exchange);
  if (failure) return failure;
  if (error !== null) throw error;
  if (exchange.status === 'aborted') {
    return new CourseError('aborted', 'It was stopped on the way.', 'Run it again.');
  }
  const happened = `The answer ended with the status "${exchange.status}", without saying why.`;
  return new CourseError('response_failed', happened, 'Run it again.');
}

/** As the SDK decides: what was refused or not answered, but not an answer that broke off, part of which may be billed. */
function mayRetry({ attempts }: Exchange, { call }: CourseError): boolean {
  const status = attempts.at(-1)?.status ?? null;
  return (status === null || status >= 300) && (call?.retryHelps ?? false);
}

/** What the rate limits count for it. */
function tokensOf({ input, instructions, max_output_tokens: most }: AskedBody): number {
  const told = typeof instructions === 'string' ? instructions.length : 0;
  return requestedTokens(input.length + told, typeof most === 'number' ? most : null);
}
