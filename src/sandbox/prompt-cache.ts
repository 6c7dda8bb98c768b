import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Model } from '../usage/models.ts';
import type { Tokenizer } from '../usage/tokens.ts';

/** How long a beginning is kept after it was last used; the values of `prompt_cache_retention`. */
export const retentions = ['in_memory', '24h'] as const;
export type Retention = (typeof retentions)[number];

/** OpenAI's guide: in memory until 5 to 10 minutes of inactivity; extended, up to 24 hours. */
const keptMs: Readonly<Record<Retention, number>> = {
  in_memory: 10 * 60_000,
  '24h': 24 * 3_600_000,
};

/** Models that keep beginnings for 24 hours unless told otherwise (recorded May and August 2026). */
const keepsLong = /^gpt-(5\.[5-9]|[6-9])/;

/** How long the beginning of a prompt is kept: as asked for, else as its model does it. */
export function retentionOf(asked: Retention | null, model: Model): Retention {
  return asked ?? (keepsLong.test(model.id) ? '24h' : 'in_memory');
}

/** Beginnings are found from 1,024 tokens on, in steps of 128 (OpenAI's guide to prompt caching). */
const leastTokens = 1024;
const blockTokens = 128;

/** 20,000 blocks are 2.5 million tokens; beyond it the blocks that were not used for longest are dropped. */
const defaultMaxBlocks = 20_000;

/** From gpt-5.6 on writing into the cache is billed, and so it is counted; before it is free, and reported as 0. */
const billsWrites = /^gpt-(5\.[6-9]|[6-9])/;

export interface Prompt {
  readonly model: Model;
  /** In the order in which the model reads them: what comes first is what can be found again. */
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** What the request is billed as input. */
  readonly inputTokens: number;
  /** `prompt_cache_retention` as the request has it. */
  readonly retention: Retention | null;
}

/** Both are part of the input tokens, and no token is in both. */
export interface CacheUse {
  readonly cachedTokens: number;
  readonly writtenTokens: number;
}

/**
 * The beginnings of prompts that were read lately, as hashes of blocks, each with what stands before it. They are
 * shared by all requests to a model: keys of one organization share its cache, and the sandbox has one.
 */
export class PromptCache {
  readonly #encode: Tokenizer['encode'];
  readonly #now: () => number;
  /** Block → when it is forgotten, Unix milliseconds. */
  readonly #expiry: LRUCache<string, number>;

  /** @param now gives Unix milliseconds */
  constructor(encode: Tokenizer['encode'], now: () => number, maxBlocks = defaultMaxBlocks) {
    this.#encode = encode;
    this.#now = now;
    this.#expiry = new LRUCache({ max: maxBlocks });
  }

  /** Looks the prompt's beginning up, and keeps the prompt for those that come after it. */
  use({ model, messages, inputTokens, retention }: Prompt): CacheUse {
    if (inputTokens < leastTokens) return { cachedTokens: 0, writtenTokens: 0 };
    const blocks = [...blocksOf(model.id, this.#tokensOf(messages))];
    const now = this.#now();
    const firstNew = blocks.findIndex((block) => (this.#expiry.get(block) ?? 0) <= now);
    const known = firstNew < 0 ? blocks.length : firstNew;
    const found = known * blockTokens < leastTokens ? 0 : known;
    this.#keep(blocks, now + keptMs[retentionOf(retention, model)]);
    return {
      cachedTokens: found * blockTokens,
      writtenTokens: billsWrites.test(model.id) ? (blocks.length - found) * blockTokens : 0,
    };
  }

  #keep(blocks: readonly string[], expiry: number): void {
    for (const block of blocks) {
      this.#expiry.set(block, Math.max(expiry, this.#expiry.get(block) ?? 0));
    }
  }

  /** A message as `countInput` counts it: three tokens that frame it, its role, its text. */
  *#tokensOf(messages: Prompt['messages']): Generator<number> {
    for (const { role, content } of messages) {
      yield frameToken;
      yield* this.#encode(role);
      yield frameToken;
      yield* this.#encode(content);
      yield frameToken;
    }
  }
}

/** No number of the list, so that no text can pass for it. */
const frameToken = -1;

/** A hash for each whole block of tokens: of the block and, by the hash before it, of all that stands before. */
function* blocksOf(model: string, tokens: Iterable<number>): Generator<string> {
  let before = model;
  let block: number[] = [];
  for (const token of tokens) {
    block.push(token);
    if (block.length < blockTokens) continue;
    before = hash('sha256', `${before}:${block.join()}`, 'base64');
    yield before;
    block = [];
  }
}
