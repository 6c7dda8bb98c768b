import type { Conversation } from './conversation.ts';
import type { Draw } from './sampling.ts';
import type { Style } from './style/style.ts';

/** What there is to say, before it is given its form. */
export type Reply =
  /** Said just so: a result, a repetition, a poem, which no voice may touch. */
  | { readonly kind: 'exact'; readonly text: string }
  /** Sentences that a voice may dress and a number of sentences may cut. */
  | { readonly kind: 'said'; readonly text: string }
  /** About a topic, in voice and length already. */
  | { readonly kind: 'told'; readonly topic: string; readonly text: string }
  /** Named values; told as lines, or as they are when JSON is asked for. */
  | { readonly kind: 'facts'; readonly facts: Readonly<Record<string, string>> };

/** Something the stand-in can do; gives undefined when that is not what was asked. */
export type Skill = (conversation: Conversation, style: Style, draw: Draw) => Reply | undefined;

export const exact = (text: string): Reply => ({ kind: 'exact', text });
export const said = (text: string): Reply => ({ kind: 'said', text });
