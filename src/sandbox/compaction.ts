import type { Model } from '../usage/models.ts';
import { type Reading, readingOf } from './context-window.ts';
import { conversation, identified, turnsOf } from './conversation.ts';
import { endToken } from './generation.ts';
import type { Services } from './services.ts';
import { condense } from './standin/condense.ts';
import { usageOf } from './usage.ts';
import type { CompactResponse } from './wire/create-response.ts';
import { createIds } from './wire/ids.ts';
import type { Item, SentItem } from './wire/items.ts';
import type { WireUsage } from './wire/response-object.ts';

/** A conversation that can be compacted. */
export interface LongConversation extends Reading {
  readonly request: CompactResponse;
  readonly model: Model;
  readonly items: readonly SentItem[];
}

/** The body of the answer; key order of OpenAI's OpenAPI document. */
export interface CompactedResponse {
  readonly id: string;
  readonly object: 'response.compaction';
  /** Unix seconds. */
  readonly created_at: number;
  /** The user's messages as they are, then one item that stands for all the rest: the input of what comes next. */
  readonly output: readonly Item[];
  readonly usage: WireUsage;
}

/** @throws ApiError 400 when there is no conversation, or one that the model cannot read */
export function longConversation(
  request: CompactResponse,
  model: Model,
  services: Services,
): LongConversation {
  const items = conversation(request, services.store);
  const { instructions } = request;
  const reading = readingOf(items, { instructions, truncation: 'disabled' }, model, services);
  return { request, model, items, ...reading };
}

/** @param arrivedAt when the request arrived, Unix milliseconds */
export function compact(
  { request, model, items, turns, inputTokens }: LongConversation,
  arrivedAt: number,
  { randomness, seal, tokenizer, promptCache }: Services,
): CompactedResponse {
  const random = randomness.next(JSON.stringify(['compact', model.id, turns]));
  const created_at = Math.floor(arrivedAt / 1000);
  const createId = createIds(created_at, random);
  const id = createId('resp');
  const asked = items.filter((item) => item.type === 'message' && item.role === 'user');
  // The instructions are for this request only, as in any other: the next one brings its own.
  const kept = JSON.stringify(condense(turnsOf(items, { model, seal })));
  const encrypted_content = seal.close('compaction', kept, random);
  const written = { outputTokens: tokenizer.count(kept) + endToken, reasoningTokens: 0 };
  const retention = request.prompt_cache_retention;
  return {
    id,
    object: 'response.compaction',
    created_at,
    output: [
      ...identified(asked, createId),
      { id: createId('cmp'), type: 'compaction', encrypted_content },
    ],
    usage: usageOf({ model, turns, inputTokens, retention }, written, promptCache),
  };
}
