import type { Turn } from './conversation.ts';

/** Characters that are kept of each message. */
const longest = 160;

/**
 * A conversation in fewer words, for a model that has to go on without its full text: what system and developer said
 * as it is, and the beginning of each answer. Messages of the user are left out: who compacts keeps them whole.
 */
export function condense(turns: readonly Turn[]): Turn[] {
  const rules = turns.filter(({ role }) => role === 'system' || role === 'developer');
  const answers = turns.filter(({ role }) => role === 'assistant').map(({ text }) => gistOf(text));
  if (answers.length === 0) return rules;
  return [...rules, { role: 'assistant', text: answers.join('\n') }];
}

/** The first sentence; cut off where it is long. */
function gistOf(text: string): string {
  const [first = ''] = text.trim().split(/(?<=[.!?])\s|\n/, 1);
  const characters = [...first];
  return characters.length <= longest ? first : `${characters.slice(0, longest - 1).join('')}…`;
}
