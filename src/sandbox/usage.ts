import type { Model } from '../usage/models.ts';
import type { Reading } from './context-window.ts';
import { asMessages } from './conversation.ts';
import type { PromptCache, Retention } from './prompt-cache.ts';
import type { WireUsage } from './wire/response-object.ts';

interface Read extends Reading {
  readonly model: Model;
  readonly retention: Retention | null;
}

interface Written {
  readonly outputTokens: number;
  /** Part of the output. */
  readonly reasoningTokens: number;
}

/** What a request is billed for, as the wire has it. Its beginning is looked up in the cache, and kept there. */
export function usageOf(read: Read, written: Written, promptCache: PromptCache): WireUsage {
  const { inputTokens, turns } = read;
  const { outputTokens, reasoningTokens } = written;
  const cache = promptCache.use({ messages: asMessages(turns), ...read });
  return {
    input_tokens: inputTokens,
    input_tokens_details: {
      cache_write_tokens: cache.writtenTokens,
      cached_tokens: cache.cachedTokens,
    },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: reasoningTokens },
    total_tokens: inputTokens + outputTokens,
  };
}
