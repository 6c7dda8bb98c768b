import type { Model } from '../usage/models.ts';
import type { Turn } from './standin/standin.ts';
import { type SummaryKind, summarizeReasoning } from './standin/think.ts';
import type { Reasoning } from './wire/items.ts';

/** These show an empty `content` beside the encrypted one; later models leave it out (recorded in 2026). */
const showsContent = /^gpt-5(-|$)/;

export interface Thought {
  readonly model: Model;
  readonly turns: readonly Turn[];
  readonly tokens: number;
  /** The summary that was asked for, if any. */
  readonly summary: SummaryKind | null;
}

/**
 * The item for what was thought, but for its id. It comes with `encrypted_content`, asked for or not (OpenAI's
 * OpenAPI document), and with a summary if one was asked for.
 * @param close encrypts
 */
export function reasoningItem(
  { model, turns, tokens, summary }: Thought,
  close: (text: string) => string,
): Omit<Reasoning, 'id'> {
  const question = turns.findLast(({ role }) => role === 'user')?.text ?? '';
  const told = summary === null ? [] : summarizeReasoning(summary, question);
  return {
    type: 'reasoning',
    ...(showsContent.test(model.id) && { content: [] }),
    encrypted_content: close(`${tokens} tokens`),
    summary: told.map((text) => ({ type: 'summary_text', text })),
  };
}
