import type { Context } from 'hono';
import { compact, longConversation } from '../compaction.ts';
import { dueMs, paceOf } from '../latency.ts';
import { estimatedTokens } from '../limits.ts';
import { textModel } from '../model-rules.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { readCompactResponse } from '../wire/create-response.ts';
import { serverError } from '../wire/errors.ts';
import { json, type Reply } from '../wire/reply.ts';
import { connectionOf, untilDue } from './connection.ts';

/** `POST /v1/responses/compact`: a long conversation made shorter. */
export function compactResponse(services: Services) {
  return async (c: Context<SandboxEnv>): Promise<Reply> => {
    const request = readCompactResponse(c.get('body'));
    const model = textModel(request.model, services.today());
    const limits = services.limitsOf(model.id);
    c.set('limits', limits);
    const long = longConversation(request, model, services);
    limits.take(estimatedTokens(long.turns, null));
    const connection = connectionOf(c, services);
    const compacted = compact(long, c.get('arrivedAt'), services);
    const { output_tokens } = compacted.usage;
    c.set('usage', compacted.usage);
    const random = services.randomness.next(compacted.id);
    const due = dueMs(paceOf(services.latency, output_tokens, random), output_tokens - 1);
    await untilDue(due, connection);
    // Nothing is stored and there is no status to tell of a failure.
    if (connection.fault?.kind === 'failed') throw serverError(c.get('requestId'));
    return json(compacted);
  };
}
