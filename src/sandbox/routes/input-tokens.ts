import type { Context } from 'hono';
import { conversation, countTurns, turnsOf } from '../conversation.ts';
import { textModel } from '../model-rules.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { readInputTokens } from '../wire/create-response.ts';

/** `POST /v1/responses/input_tokens`: what the same request would be billed as input. */
export function countInputTokens({ today, store, seal, tokenizer }: Services) {
  return (c: Context<SandboxEnv>): Response => {
    const request = readInputTokens(c.get('body'));
    textModel(request.model, today());
    const turns = turnsOf(request.instructions, conversation(request, store), seal);
    const input_tokens = countTurns(turns, tokenizer);
    return Response.json({ object: 'response.input_tokens', input_tokens });
  };
}
