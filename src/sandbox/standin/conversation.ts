import type { SentImage } from '../images/data-url.ts';
import { clean } from './words.ts';

/** One message of the conversation, oldest first, with earlier turns of the chain included. */
export interface Turn {
  /** `tool`: what a model reads of functions (definitions, calls, outputs); the stand-in is told of them apart. */
  readonly role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
  readonly text: string;
  /** Images that came with it. */
  readonly images?: readonly SeenImage[];
}

/** An image, known as far as its header tells. */
export interface SeenImage extends SentImage {
  /** Input tokens that the model is billed for it. */
  readonly tokens: number;
}

/** The messages of a request, sorted by what they are for; every text is cleaned. */
export interface Conversation {
  /** What system and developer messages say, in their order. */
  readonly instructions: string;
  /** The last message of the user; empty when there is none. */
  readonly question: string;
  /** Messages of user and assistant before the question. */
  readonly earlier: readonly Turn[];
}

export function readConversation(turns: readonly Turn[]): Conversation {
  const cleaned = turns.map((turn) => ({ ...turn, text: clean(turn.text) }));
  const spoken = cleaned.filter(isSpoken);
  const last = spoken.findLastIndex(({ role }) => role === 'user');
  return {
    instructions: cleaned
      .filter(({ role }) => role === 'system' || role === 'developer')
      .map(({ text }) => text)
      .join('\n'),
    question: spoken[last]?.text ?? '',
    earlier: spoken.slice(0, Math.max(last, 0)),
  };
}

const isSpoken = ({ role }: Turn): boolean => role === 'user' || role === 'assistant';
