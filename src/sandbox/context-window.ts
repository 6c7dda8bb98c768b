import type { Model } from '../usage/models.ts';
import type { Tokenizer } from '../usage/tokens.ts';
import { countTurns, turnsOf } from './conversation.ts';
import type { Services } from './services.ts';
import type { Turn } from './standin/standin.ts';
import { contextLengthExceeded } from './wire/errors.ts';
import type { SentItem } from './wire/items.ts';

/** What the model reads, and what is billed for it. */
export interface Reading {
  readonly turns: readonly Turn[];
  readonly inputTokens: number;
}

interface Asked {
  readonly instructions: string | null;
  readonly truncation: 'auto' | 'disabled' | null;
}

/**
 * The conversation as it fits into the model's window: whole, or with `truncation: 'auto'` without its oldest turns.
 * Instructions and the last turn always stay.
 * @throws ApiError 400 when it does not fit
 */
export function readingOf(
  items: readonly SentItem[],
  { instructions, truncation }: Asked,
  { contextWindow }: Model,
  { seal, tokenizer }: Services,
): Reading {
  const turns = turnsOf(instructions, items, seal);
  const inputTokens = countTurns(turns, tokenizer);
  if (inputTokens <= contextWindow) return { turns, inputTokens };
  if (truncation !== 'auto') throw contextLengthExceeded();
  const kept = instructions === null ? 0 : 1;
  const dropped = turnsToDrop(turns.slice(kept, -1), inputTokens - contextWindow, tokenizer);
  return {
    turns: turns.toSpliced(kept, dropped.turns),
    inputTokens: inputTokens - dropped.tokens,
  };
}

/** How many turns of these, from the oldest on, hold at least this many tokens. */
function turnsToDrop(turns: readonly Turn[], excess: number, tokenizer: Tokenizer) {
  const tokensBeforeAnswer = countTurns([], tokenizer);
  let tokens = 0;
  for (const [index, turn] of turns.entries()) {
    tokens += countTurns([turn], tokenizer) - tokensBeforeAnswer;
    if (tokens >= excess) return { turns: index + 1, tokens };
  }
  throw contextLengthExceeded();
}
