import type { Context } from 'hono';
import { conversation, countTurns, prefaceOf, turnsOf } from '../conversation.ts';
import { checkCallsAreAnswered } from '../function-use.ts';
import { textModel } from '../model-rules.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { readInputTokens } from '../wire/create-response.ts';
import { json, type Reply } from '../wire/reply.ts';
import { checkToolChoice } from '../wire/tools.ts';

/** `POST /v1/responses/input_tokens`: what the same request would be billed as input. */
export function countInputTokens({ today, store, seal, tokenizer }: Services) {
  return (c: Context<SandboxEnv>): Reply => {
    const request = readInputTokens(c.get('body'));
    const model = textModel(request.model, today());
    checkToolChoice(request.tool_choice, request.tools ?? []);
    const items = conversation(request, store);
    checkCallsAreAnswered(items);
    const turns = [...prefaceOf(request), ...turnsOf(items, { model, seal })];
    const input_tokens = countTurns(turns, tokenizer);
    return json({ object: 'response.input_tokens', input_tokens });
  };
}
