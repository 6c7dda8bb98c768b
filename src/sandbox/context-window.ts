import type { Model } from '../usage/models.ts';
import type { Tokenizer } from '../usage/tokens.ts';
import { countTurns, type Preface, prefaceOf, turnsOf } from './conversation.ts';
import type { Services } from './services.ts';
import type { Turn } from './standin/standin.ts';
import { contextLengthExceeded } from './wire/errors.ts';
import type { SentItem } from './wire/items.ts';

/** What the model reads, and what is billed for it. */
export interface Reading {
  readonly turns: readonly Turn[];
  readonly inputTokens: number;
}

interface Asked extends Preface {
  readonly truncation: 'auto' | 'disabled' | null;
}

/**
 * The conversation as it fits into the model's window: whole, or with `truncation: 'auto'` without its oldest turns.
 * Instructions and the last turn always stay.
 * @throws ApiError 400 when it does not fit
 */
export function readingOf(
  items: readonly SentItem[],
  asked: Asked,
  model: Model,
  { seal, tokenizer }: Services,
): Reading {
  const preface = prefaceOf(asked);
  const turns = [...preface, ...turnsOf(items, { model, seal })];
  const inputTokens = countTurns(turns, tokenizer);
  const excess = inputTokens - model.contextWindow;
  if (excess <= 0) return { turns, inputTokens };
  if (asked.truncation !== 'auto') throw contextLengthExceeded();
  const kept = preface.length;
  const dropped = turnsToDrop(turns.slice(kept, -1), excess, tokenizer);
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
